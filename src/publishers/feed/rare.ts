// What few feeds need comes in one file.
export { instant } from './date.js';
export { markupOf } from './markup.js';
