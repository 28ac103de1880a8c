import { css } from 'lit';

/** One author, alone, in a list, or below an article. */
export const authorStyles = css`
  .author {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
  }
  .author + .author {
    margin-block-start: var(--nr-gap, 1.5em);
  }
  .portrait {
    inline-size: 4.5em;
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    block-size: 4.5em;
    overflow: hidden;
    border-radius: 50%;
    background: var(--tint);
  }
  .portrait span {
    color: var(--muted);
    font-family: var(--nr-font-heading, inherit);
    font-size: 1.5em;
  }
  .portrait img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .portrait [hidden] {
    display: none;
  }
  .about {
    min-inline-size: 0;
    flex: 1 1 12em;
  }
  .name {
    font-family: var(--nr-font-heading, inherit);
    font-size: 1.15em;
    font-weight: 700;
    line-height: 1.3;
  }
  .name a,
  .articles a {
    color: inherit;
    text-decoration: none;
  }
  .name a:is(:hover, :focus-visible),
  .articles a:is(:hover, :focus-visible) {
    text-decoration: underline;
    text-underline-offset: 0.15em;
    text-decoration-thickness: 1px;
  }
  .job-title,
  .author .date {
    color: var(--muted);
    font-size: 0.9em;
  }
  .author .date {
    display: inline-block;
    margin-inline-start: 0.5em;
    unicode-bidi: plaintext;
  }
  ::slotted([slot='bio']) {
    margin-block: 0;
  }
  .bio,
  .links,
  .author .heading {
    margin-block-start: 0.5em;
  }
  .links,
  .articles {
    padding: 0;
    list-style: none;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
  }
  .links a {
    color: var(--nr-accent, revert);
  }
  .author .heading {
    font-weight: 700;
  }
  .articles li {
    margin-block-start: 0.35em;
  }
  @media (forced-colors: active) {
    .portrait {
      border: 1px solid;
    }
  }
  @media print {
    .author {
      break-inside: avoid;
    }
  }
`;
