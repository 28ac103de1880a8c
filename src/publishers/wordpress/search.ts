import { NewsrackError } from '../../model/error.js';
import type { Answer } from '../../net/http.js';
import { allowOne, explain } from '../../net/retry.js';
import { checkScheme } from '../scheme.js';
import type { Site } from './discovery.js';

/** Of a server that was left alone before its API had been asked. */
interface Trial {
  /** How often it has answered, and how often it had when it was last asked all the same. */
  good: number;
  asked: number;
  underWay?: Promise<void> | undefined;
}

const trials = new Map<string, Trial>();

/**
 * Asks where the API usually is. What keeps copies of pages may answer for each of their addresses and let nobody read
 * it: three articles would be six failures of a server that is well. So it is asked once more, and again when it has
 * answered in between.
 */
async function askUsual<T>(url: string, ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const { origin } = new URL(url);
  const trial = trials.get(origin) ?? { good: 0, asked: -1 };
  trials.set(origin, trial);
  for (;;) {
    try {
      const answer = await ask();
      trial.good++;
      return answer;
    } catch (error) {
      if (!(error instanceof NewsrackError) || error.status) throw error;
      if (!trial.underWay) {
        if (trial.asked === trial.good || !allowOne(url)) throw error;
        trial.asked = trial.good;
        trial.underWay = ask()
          .then(
            () => void trial.good++,
            () => {},
          )
          .finally(() => (trial.underWay = undefined));
      }
      await trial.underWay;
    }
  }
}

/** Looks for a REST API at the other roots. */
async function search<T>(
  address: string,
  [first, ...others]: [string, ...string[]],
  likeliest: NewsrackError,
  ask: (root: string, probe: boolean) => Promise<Answer<T>>,
  below: (root: string) => string,
  isElsewhere: (error: unknown, probe: boolean) => error is NewsrackError,
): Promise<Answer<T>> {
  checkScheme(address);
  let last = likeliest;
  // Of an address in a folder it comes last; where it comes first it has been asked.
  const [, usual] = others;
  for (const root of others) {
    try {
      const askIt = () => ask(root, true);
      return await (root === usual ? askUsual(below(root), askIt) : askIt());
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

/**
 * Looks for a REST API at the other roots when the likeliest had none, and says why there is none at all, also to those
 * whose first requests come back later.
 *
 * @param likeliest - What the likeliest root answered.
 */
export async function searchOn<T>(site: Site, ...how: Parameters<typeof search<T>>) {
  try {
    return await search(...how);
  } catch (error) {
    // That one was called off is no failure of the others, nor that what one asks for is refused: that has a status.
    if (error instanceof NewsrackError && !error.status) site.failure = error;
    throw error;
  }
}
