import { NewsrackError } from '../model/error.js';
import type { Answer } from '../net/http.js';
import { explain } from '../net/retry.js';

/**
 * Looks for a REST API at the other roots when the likeliest had none, and says why there is none at all.
 *
 * @param last - What the likeliest root answered.
 */
export async function searchOn<T>(
  address: string,
  [first, ...others]: [string, ...string[]],
  last: NewsrackError,
  ask: (root: string, probe: boolean) => Promise<Answer<T>>,
  below: (root: string) => string,
  isElsewhere: (error: unknown, probe: boolean) => error is NewsrackError,
): Promise<Answer<T>> {
  for (const root of others) {
    try {
      return await ask(root, true);
    } catch (error) {
      if (!isElsewhere(error, true)) throw error;
      if (!last.status) last = error;
    }
  }
  if (last.status) {
    throw new NewsrackError(
      last.code,
      `No WordPress REST API was found at ${address}. If there is one, give its address: …/wp-json/`,
      { status: last.status },
    );
  }
  const reason = await explain(below(first), last);
  if (reason.code === 'cors') throw reason;
  return ask(first, false);
}
