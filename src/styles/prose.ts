import { css } from 'lit';

/** Foreign markup in the host page's typography: nothing stands out of the column, what is too wide scrolls. */
export const prose = css`
  .prose {
    overflow-wrap: break-word;
  }
  .prose :is(p, ul, ol, dl, pre, blockquote, figure, table, details, hr) {
    margin-block: 0 1em;
  }
  .prose > :last-child {
    margin-block-end: 0;
  }
  .prose :is(ul, ol) {
    padding-inline-start: 1.5em;
  }
  .prose a {
    color: var(--nr-accent, revert);
  }
  .prose blockquote {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--border);
  }
  .prose pre {
    padding: 0.75em;
    overflow-x: auto;
    border-radius: var(--nr-radius, 0.25em);
    background: var(--tint);
  }
  .prose :is(code, kbd, samp, pre) {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
  }
  .lines {
    white-space: pre-line;
  }
`;
