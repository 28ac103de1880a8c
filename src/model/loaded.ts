import { NewsrackError } from './error.js';

/** A part of ours that is fetched when it is needed. */
export const loaded = <T>(part: Promise<T>): Promise<T> =>
  part.catch((cause: unknown) => {
    throw new NewsrackError('network', 'A part of Newsrack could not be loaded.', { cause });
  });
