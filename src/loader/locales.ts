/** `locales.js` beside `newsrack.js`: what a page with a language of its own, or other words for ours, imports. */
export { plural, registerLocale } from '../languages.js';
