/** `adapters.js` beside `newsrack.js`: what a page with an adapter of its own imports. */
export { registerCommentStore, registerNewsletter, registerPublisher } from '../adapters.js';
export { text } from '../html/text.js';
export { NewsrackError } from '../model/error.js';
