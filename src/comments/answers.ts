import { NewsrackError } from '../model/error.js';

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
