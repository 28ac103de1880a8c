import { plain } from '../html/plain.js';
import type { ReaderComment } from '../model/comment.js';
import { NewsrackError } from '../model/error.js';
import type { Reply } from '../net/send.js';
import type { NewComment, Outcome, Refusal } from './comment-store.js';

/** How a firewall or a limit before a store says that it has let no comment through. 406 is ModSecurity's. */
export const turnedAway: Partial<Record<number, Refusal>> = {
  403: 'refused',
  406: 'refused',
  413: 'too-long',
  429: 'flood',
};

/**
 * What an answer means that is none of the store's.
 *
 * @param pause - Seconds to wait, where the answer does not say
 * @throws {NewsrackError} It does not say whether the comment was taken: a gateway's page may come after that.
 */
export function outcomeByStatus(reply: Reply, pause: number): Outcome {
  const { status, text } = reply;
  const refusal = turnedAway[status];
  if (refusal) return { refusal, ...waitFor(refusal, reply, pause) };
  throw new NewsrackError('bad-answer', `The comments’ server answered ${status}.`, {
    status,
    retryable: status > 499,
    cause: text,
  });
}

/** With the refusal of one who was too fast. */
export const waitFor = (refusal: Refusal, { retryAfter }: Reply, pause: number) =>
  refusal === 'flood' && { wait: retryAfter ?? pause };

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
