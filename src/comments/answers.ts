import { text } from '../html/text.js';
import type { ReaderComment } from '../model/comment.js';
import { NewsrackError } from '../model/error.js';
import type { Reply } from '../net/send.js';
import type { NewComment } from './comment-store.js';

/** What came as JSON: it may have any shape, and what is at the end of a path is looked at before it is used. */
export interface Json {
  [field: string]: Json | undefined;
}

export const string = (value: unknown): string => (typeof value === 'string' ? value : '');
export const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** An id, whether it is written as a number or as text. */
export const id = (value: unknown): string | undefined =>
  /^(number|string)$/.test(typeof value) && value ? String(value) : undefined;

export const count = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** @throws {NewsrackError} `bad-answer`, unless something is there. */
export function shaped<T>(thing: T | undefined | false, what: string): T {
  if (!thing) throw new NewsrackError('bad-answer', `This is not what ${what} answers.`);
  return thing;
}

/** No answer that says whether the comment was taken. */
export const unclear = ({ status, text }: Reply): NewsrackError =>
  new NewsrackError('bad-answer', `The comments’ server answered ${status}.`, {
    status,
    retryable: status > 499,
    cause: text,
  });

/** Publishing systems make quotes, dashes and dots typographical: words and signs are compared. */
const essence = (markup: string) => text(markup).replace(/[\s\p{P}]+/gu, '');

/** The comment among others, whatever its store did to its punctuation. */
export const among = (comments: ReaderComment[], wanted: NewComment): ReaderComment | undefined =>
  comments.find(
    ({ author, body, parentId }) =>
      parentId === wanted.parentId &&
      essence(author) === essence(wanted.author) &&
      essence(body) === essence(wanted.text),
  );
