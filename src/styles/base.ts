import { css, unsafeCSS } from 'lit';
import { buttonHeight, themePadding } from './dimensions.js';

/**
 * What every widget shares: the inherited properties that a host page must not decide are reset, its fonts and
 * colours are kept, tokens get their defaults.
 */
export const base = css`
  :host(:not([hidden])) {
    display: block;
  }
  .root {
    --muted: var(--nr-muted, color-mix(in srgb, currentColor 80%, transparent));
    --border: var(--nr-border, color-mix(in srgb, currentColor 22%, transparent));
    --tint: color-mix(in srgb, currentColor 8%, transparent);
    box-sizing: border-box;
    position: relative;
    color: var(--nr-text, inherit);
    background: var(--nr-surface, none);
    /* Around inline blocks pages set it to 0. */
    font-size: max(1em, 10px);
    font-variant: normal;
    font-weight: 400;
    font-style: normal;
    letter-spacing: normal;
    line-height: 1.5;
    overflow-wrap: break-word;
    hyphens: manual;
    text-align: start;
    text-align-last: auto;
    text-indent: 0;
    font-family: var(--nr-font, inherit);
    text-shadow: none;
    -webkit-text-fill-color: currentColor;
    -webkit-text-stroke: 0;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
    caret-color: auto;
    cursor: auto;
  }
  .light,
  .dark {
    padding: ${unsafeCSS(themePadding)}em;
    border-radius: var(--nr-radius, 0.25em);
    color: var(--nr-text, light-dark(#1b1b1b, #f2f2f2));
    background: var(--nr-surface, light-dark(#fff, #1b1b1b));
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  .root * {
    box-sizing: border-box;
    margin: 0;
  }
  .status {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: clip;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button {
    min-block-size: ${unsafeCSS(buttonHeight)};
    padding: 0.25em 1em;
    border: 1px solid var(--nr-accent, currentColor);
    border-radius: var(--nr-radius, 0.25em);
    color: var(--nr-accent, inherit);
    background: none;
    font: inherit;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  button:hover {
    background: var(--tint);
  }
  :focus-visible {
    outline: 2px solid var(--nr-accent, currentColor);
    outline-offset: 2px;
  }
  .error {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    margin-block-start: 0.75em;
  }
  .error,
  .empty {
    color: var(--muted);
  }
  /* Room for the content and the author's own content, one above the other. */
  .covered,
  .bare {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .covered > *,
  .bare > * {
    grid-area: 1 / 1;
  }
  .covered > .room {
    visibility: hidden;
  }
  /* A sentence of ours runs in its own direction, from the edge at which the page's begin. */
  p,
  .error span,
  .heading,
  .title {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  @media print {
    /* Paper is white: browsers leave backgrounds out. */
    .dark {
      color-scheme: light;
    }
    .root button {
      display: none;
    }
  }
`;
