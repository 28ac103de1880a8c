import { plain } from '../html/plain.js';
import type { ReaderComment } from '../model/comment.js';
import { NewsrackError } from '../model/error.js';
import type { Reply } from '../net/send.js';
import type { NewComment } from './comment-store.js';

/** No answer that says whether the comment was taken. */
export const unclear = ({ status, text }: Reply): NewsrackError =>
  new NewsrackError('bad-answer', `The comments’ server answered ${status}.`, {
    status,
    retryable: status > 499,
    cause: text,
  });

/** Publishing systems make quotes, dashes and dots typographical: words and signs are compared. */
const essence = (markup: string) => plain(markup, (written) => written).replace(/[\s\p{P}]+/gu, '');

/** The comment among others, whatever its store did to its punctuation. */
export const among = (comments: ReaderComment[], wanted: NewComment): ReaderComment | undefined =>
  comments.find(
    ({ author, body, parentId }) =>
      parentId === wanted.parentId &&
      essence(author) === essence(wanted.author) &&
      essence(body) === essence(wanted.text),
  );
