import { NewsrackError } from '../../model/error.js';
import type { Answer } from '../../net/http.js';
import { explain } from '../../net/retry.js';
import { checkScheme } from '../scheme.js';

/**
 * Looks for a REST API at the other roots when the likeliest had none, and says why there is none at all.
 *
 * @param likeliest - What the likeliest root answered.
 */
export async function searchOn<T>(
  address: string,
  [first, ...others]: [string, ...string[]],
  likeliest: NewsrackError,
  ask: (root: string, probe: boolean) => Promise<Answer<T>>,
  below: (root: string) => string,
  isElsewhere: (error: unknown, probe: boolean) => error is NewsrackError,
): Promise<Answer<T>> {
  checkScheme(address);
  let last = likeliest;
  for (const root of others) {
    try {
      return await ask(root, true);
    } catch (error) {
      if (!isElsewhere(error, true)) throw error;
      if (!last.status) last = error;
    }
  }
  // Who does not answer at the likeliest place need not be elsewhere.
  const reason = likeliest.status ? undefined : await explain(below(first), likeliest);
  if (reason?.code === 'cors') throw reason;
  if (reason) return ask(first, false);
  throw new NewsrackError(
    last.code,
    `No WordPress REST API was found at ${address}. If there is one, give its address: …/wp-json/`,
    { status: last.status },
  );
}
