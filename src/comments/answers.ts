import { NewsrackError } from '../model/error.js';

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
