import { css, unsafeCSS } from 'lit';
import { formGap, formSteps, frameHeight, labelHeight } from '../../styles/form-dimensions.js';
import { form } from '../../styles/form.js';
import { heading } from '../../styles/heading.js';

export const newsletterFormStyles = css`
  ${form}
  ${heading}
  form {
    grid-template-columns: var(--columns, minmax(0, 1fr));
    gap: ${unsafeCSS(formGap)}em;
  }
  form > :not(.field, button) {
    grid-column: 1 / -1;
  }
  label {
    min-block-size: ${unsafeCSS(labelHeight)}em;
  }
  [hidden] {
    display: none;
  }
  a {
    color: inherit;
  }
  form button {
    justify-self: start;
    align-self: start;
    border-color: var(--nr-accent, light-dark(#222, #eee));
    color: var(--nr-on-accent, light-dark(#fff, #111));
    background: var(--nr-accent, light-dark(#222, #eee));
    font-weight: 600;
  }
  form button:hover {
    background: var(--nr-accent, light-dark(#444, #ccc));
  }
  form.lines button {
    grid-column: 1 / -1;
  }
  .message {
    font-weight: 600;
  }
  iframe {
    display: block;
    inline-size: 100%;
    block-size: ${unsafeCSS(frameHeight)};
    border: 0;
  }
  /* A button beside its field stands below the line of the label. */
  @container (inline-size>=${unsafeCSS(formSteps[0])}em) {
    .named {
      --columns: repeat(2, minmax(0, 1fr));
    }
    .named button {
      grid-column: 1 / -1;
    }
    form:not(.named, .lines) {
      --columns: minmax(0, 1fr) auto;
    }
    form:not(.named, .lines) button {
      margin-block-start: ${unsafeCSS(labelHeight)}em;
    }
  }
  @container (inline-size>=${unsafeCSS(formSteps[1])}em) {
    .named:not(.lines) {
      --columns: repeat(2, minmax(0, 1fr)) auto;
    }
    .named:not(.lines) button {
      grid-column: auto;
      margin-block-start: ${unsafeCSS(labelHeight)}em;
    }
  }
  @media print {
    .root {
      display: none;
    }
  }
  /* As contents, WebKit may leave its text out. */
  .check slot {
    display: inline;
  }
`;
