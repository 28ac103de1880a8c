import { headingText } from '../styles/dimensions.js';

/** A heading as a widget will paint it, whatever the host page does to text. */
export const headingLook = `font-size:${headingText[0]}em;font-style:normal;font-weight:700;line-height:${headingText[1]};font-family:var(--nr-font-heading,var(--nr-font,inherit));letter-spacing:normal;text-align:start;text-transform:none;white-space:normal;word-spacing:normal;overflow-wrap:break-word`;
