import { css } from 'lit';

export const articleStyles = css`
  .origin,
  .meta,
  .article figcaption {
    color: var(--muted);
    font-size: 0.9em;
  }
  .origin a,
  .gate a {
    color: var(--nr-accent, revert);
  }
  .kicker {
    color: var(--nr-accent, var(--muted));
    font-size: 0.9em;
    font-weight: 600;
    margin-block-start: 1em;
  }
  .headline {
    font-family: var(--nr-font-heading, inherit);
    font-size: 2em;
    font-weight: 700;
    margin-block: 0.25em;
    line-height: 1.15;
    text-wrap: balance;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    overflow-wrap: anywhere;
  }
  .meta > :not(:last-child)::after {
    content: '·';
    margin-inline-start: 0.5em;
  }
  .lead {
    margin-block-start: 1em;
  }
  .root img,
  .body iframe {
    max-inline-size: 100%;
  }
  .lead img {
    display: block;
    inline-size: 100%;
    border-radius: var(--nr-radius, 0.25em);
    background: var(--tint);
  }
  .lead img,
  .body img {
    block-size: auto;
  }
  .article figcaption {
    margin-block-start: 0.5em;
  }
  .body {
    margin-block-start: 1.25em;
    font-size: 1.05em;
    line-height: 1.6;
  }
  .body :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 1.25em 0.5em;
    font-family: var(--nr-font-heading, inherit);
    font-size: 1.3em;
    line-height: 1.25;
  }
  .body :is(h3, h4, h5, h6) {
    font-size: 1.1em;
  }
  .scroll {
    margin-block-end: 1em;
    overflow-x: auto;
  }
  .scroll table {
    margin: 0;
    border-collapse: collapse;
  }
  .scroll :is(th, td) {
    padding: 0.4em 0.75em;
    border-block-end: 1px solid var(--border);
    text-align: start;
    overflow-wrap: normal;
  }
  .scroll caption {
    color: var(--muted);
    padding-block-end: 0.5em;
    text-align: start;
  }
  .frame {
    display: grid;
    place-items: center;
    margin-block-end: 1em;
    aspect-ratio: 16/9;
    border-radius: var(--nr-radius, 0.25em);
    background: var(--tint);
  }
  .frame iframe {
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  .body ::slotted(*) {
    margin-block-end: 1em;
  }
  .gate {
    margin-block-start: 1.25em;
    padding: 1em;
    border: 1px solid var(--border);
    border-radius: var(--nr-radius, 0.25em);
  }
  .about-authors {
    margin-block-start: 2em;
    padding-block-start: 1.5em;
    border-block-start: 1px solid var(--border);
  }
  .about-authors > .heading {
    margin-block-end: 1em;
    font-family: var(--nr-font-heading, inherit);
    font-size: 1.2em;
    font-weight: 700;
  }
  .comments {
    display: block;
    margin-block-start: 2em;
  }
  .room > * {
    margin-block-end: 1em;
    background: var(--tint);
    border-radius: var(--nr-radius, 0.25em);
  }
  .room .title {
    block-size: 4.6em;
  }
  .room .picture {
    aspect-ratio: 16/9;
  }
  .room .text {
    block-size: 16em;
  }
  @media print {
    .frame,
    .comments,
    .body slot {
      display: none;
    }
    .origin a::after {
      content: ' (' attr(href) ')';
    }
    .scroll {
      overflow: visible;
    }
    figure,
    .scroll,
    blockquote {
      break-inside: avoid;
    }
    .headline,
    .body :is(h1, h2, h3, h4, h5, h6) {
      break-after: avoid;
    }
  }
`;
