/** A thread that nobody serves, for the live examples of comments. */
import { thread } from '../gallery/ledger.js';

const comments = await thread('second-berth');
for (const box of document.querySelectorAll('.live nr-comment-box'))
  Object.assign(box, { comments });
