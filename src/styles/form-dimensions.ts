/** How much room a form takes, for its style sheet and for `newsrack.css`, like dimensions.ts for cards. */

/** Between the lines of a form, and the line of a label, in font sizes. */
export const formGap = 0.75;
export const labelHeight = 1.5;
/** Widget widths from which two fields, or a field and the button, stand side by side; and all three. */
export const formSteps = [30, 44] as const;
/** Left of a text beside a check box. */
export const checkIndent = 1.75;
/** Of a page in a frame. */
export const frameHeight = '320px';
