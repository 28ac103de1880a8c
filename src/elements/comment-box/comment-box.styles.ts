import { css, unsafeCSS } from 'lit';
import { commentBoxHeight } from '../../styles/dimensions.js';
import { form } from '../../styles/form.js';

export const commentBoxStyles = css`
  ${form}
  .comments {
    container-type: inline-size;
    contain-intrinsic-inline-size: 20em;
  }
  .comments > * + * {
    margin-block-start: 1.25em;
  }
  .heading {
    margin-block-start: 0;
    font-family: var(--nr-font-heading, inherit);
    font-size: 1.35em;
    font-weight: 700;
    line-height: 1.25;
  }
  .title {
    font-weight: 700;
  }
  .room {
    min-block-size: ${unsafeCSS(commentBoxHeight)};
  }
  .bare .room {
    background: repeating-linear-gradient(var(--tint) 0 4.5em, transparent 0 6em);
  }
  form {
    padding: 1em;
    border: 1px solid var(--border);
    border-radius: var(--nr-radius, 0.25em);
    /* A long name, or large letters, would push the fields out of the column. */
    overflow-wrap: anywhere;
  }
  .pair {
    display: grid;
    gap: 0.75em;
  }
  .message:empty {
    display: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .home:not(:has(form)),
  .list:empty {
    display: none;
  }
  .list {
    --most: 2;
    padding: 0;
    list-style: none;
  }
  .comment {
    margin-inline-start: calc(min(var(--depth, 0), var(--most)) * 1.25em);
    scroll-margin-block: 1em;
    position: relative;
    padding-block: 1em;
    padding-inline-start: 3.25em;
    border-block-start: 1px solid var(--border);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 9em;
  }
  .comment:focus {
    background: var(--tint);
  }
  .d1 {
    --depth: 1;
  }
  .d2 {
    --depth: 2;
  }
  .d3 {
    --depth: 3;
  }
  .d4 {
    --depth: 4;
  }
  .d5 {
    --depth: 5;
  }
  .d6 {
    --depth: 6;
  }
  .portrait {
    color: var(--muted);
    position: absolute;
    inset-inline-start: 0.25em;
    display: grid;
    place-items: center;
    inline-size: 2.25em;
    block-size: 2.25em;
    overflow: hidden;
    border-radius: 50%;
    background: var(--tint);
    text-transform: uppercase;
  }
  .portrait img {
    inline-size: 100%;
    object-fit: cover;
    block-size: 100%;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.75em;
    font-size: 0.85em;
    overflow-wrap: anywhere;
    align-items: baseline;
  }
  .meta > :not(.name) {
    color: var(--muted);
  }
  .name {
    font-size: 1.15em;
    font-weight: 600;
  }
  .meta > * {
    unicode-bidi: plaintext;
  }
  .meta a {
    margin-block: -12px;
    padding-block: 12px;
    min-inline-size: 44px;
    color: inherit;
    text-decoration: none;
  }
  .meta a:is(:hover, :focus-visible) {
    text-decoration: underline;
  }
  .waiting {
    font-style: italic;
  }
  .body {
    white-space: pre-line;
  }
  .body:has(*) {
    white-space: normal;
  }
  .body > * + * {
    margin-block-start: 0.75em;
  }
  .body a,
  .at {
    color: var(--nr-accent, revert);
  }
  .body blockquote {
    margin-inline-start: 1em;
    padding-inline-start: 0.75em;
    border-inline-start: 2px solid var(--border);
  }
  .body pre {
    overflow-x: auto;
  }
  .answer {
    margin-block-start: 0.25em;
    margin-inline-start: -0.75em;
    border-color: transparent;
    padding-inline: 0.75em;
    font-size: 0.9em;
  }
  .closed .answer {
    display: none;
  }
  .comment form {
    margin-block-start: 0.75em;
  }
  .more {
    display: block;
    inline-size: 100%;
  }
  @container (inline-size >= 38em) {
    .list {
      --most: 6;
    }
    .pair {
      grid-template-columns: 1fr 1fr;
      align-items: start;
    }
  }
  @container (inline-size < 24em) {
    form {
      padding: 0.75em;
    }
    .comment form {
      margin-inline-start: -3.25em;
    }
  }
  @media print {
    form {
      display: none;
    }
    .comment {
      content-visibility: visible;
      break-inside: avoid;
    }
  }
`;
