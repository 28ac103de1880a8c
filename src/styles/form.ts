import { css } from 'lit';

/** What forms share: labels above their fields, a message below, and a trap that only robots fill in. */
export const form = css`
  form {
    display: grid;
    gap: 0.75em;
  }
  label {
    display: block;
    font-weight: 600;
  }
  .note {
    unicode-bidi: plaintext;
    color: var(--muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  input:not([type='checkbox']),
  textarea {
    display: block;
    inline-size: 100%;
    /* Safari lets nobody type where nothing can be selected. */
    -webkit-user-select: text;
    user-select: text;
    min-block-size: max(2.75em, 44px);
    padding: 0.5em 0.75em;
    border: 1px solid color-mix(in srgb, currentColor 60%, transparent);
    border-radius: var(--nr-radius, 0.25em);
    color: inherit;
    background: none;
    /* Below 16 pixels a phone zooms the page when the field gets the focus. */
    font: inherit;
    font-size: max(1em, 16px);
    font-weight: 400;
  }
  .check {
    display: flex;
    gap: 0.5em;
    /* A line of text is too low for a finger. */
    margin-block: -10px;
    padding-block: 10px;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .check input {
    flex: none;
    font: inherit;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    accent-color: var(--nr-accent, auto);
  }
  .root [aria-invalid='true'] {
    border-color: var(--danger);
  }
  .problem {
    margin-block-start: 0.25em;
    unicode-bidi: plaintext;
    color: var(--danger);
    font-size: 0.875em;
    font-weight: 400;
  }
  .root {
    --danger: var(--nr-danger, light-dark(#b3261e, #f2b8b5));
  }
  /* Out of sight, of the keyboard's way and of the screen reader's: whoever fills it in is a robot. */
  .trap {
    position: absolute;
    inset-inline-start: 0;
    clip-path: inset(50%);
    visibility: hidden;
  }
`;
