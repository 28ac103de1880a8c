import { css, unsafeCSS } from 'lit';
import { headingGap, headingText } from './dimensions.js';

/** The heading that a page's author gives a list or a form, and the width that both ask for. */
export const heading = css`
  .root {
    container-type: inline-size;
    contain-intrinsic-inline-size: 20em;
  }
  .heading {
    padding-block-end: calc(${unsafeCSS(headingGap)} * 1em / ${unsafeCSS(headingText[0])});
    font-family: var(--nr-font-heading, inherit);
    font-size: ${unsafeCSS(headingText[0])}em;
    font-weight: 700;
    line-height: ${unsafeCSS(headingText[1])};
  }
`;
