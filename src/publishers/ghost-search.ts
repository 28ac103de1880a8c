import { NewsrackError, type ErrorCode, type ErrorOptions } from '../model/error.js';
import { explain } from '../net/retry.js';
import { writeSession } from '../storage/session.js';
import { keyOf, knownRoot, likelyRoot, type Ask } from './ghost-site.js';
import { list, string, type Json } from './json.js';
import type { Source } from './publisher.js';

const ADVICE =
  'Give the Content API key of a custom integration (Ghost Admin, Settings, Integrations) as source-key.';

/** What went wrong at a source; its address may have the key in it and is not told. */
export const problemAt = (
  { url }: Source,
  code: ErrorCode,
  message: string,
  options?: ErrorOptions,
): NewsrackError => new NewsrackError(code, `${new URL(url).host}: ${message}`, options);

/** What Ghost said to a request that it refused; nothing if something else failed. */
const refusalOf = ({ cause }: NewsrackError): Json | undefined =>
  list((cause as Json | undefined)?.errors)[0];

const isElsewhere = (error: NewsrackError): boolean =>
  !refusalOf(error) && (error.status ? !error.retryable : error.code === 'network');

/** An error in words that tell the page's author what to do. */
function told(source: Source, error: NewsrackError): NewsrackError {
  const { code, status } = error;
  const refusal = refusalOf(error);
  if (refusal) {
    const { message, context } = refusal;
    const words = code === 'forbidden' ? `${string(message)}. ${ADVICE}` : context || message;
    return problemAt(source, code, string(words), error);
  }
  return status && isElsewhere(error)
    ? problemAt(source, code, 'no Ghost Content API was found there', error)
    : error;
}

/**
 * Goes on where the likeliest root gave no answer: looks for Ghost in the folders above, since the address may be an
 * article's, and says why there is none at all.
 *
 * @param error - What came from there; nothing if it was not asked
 */
export async function searchOn(
  source: Source,
  ask: Ask,
  error: unknown,
): Promise<Json | undefined> {
  if (!keyOf(source)) throw problemAt(source, 'forbidden', `Ghost wants a key. ${ADVICE}`);
  if (!(error instanceof NewsrackError)) throw error;
  const known = knownRoot(source);
  const first = likelyRoot(source);
  const { origin, pathname } = new URL(first);
  const others = new Set(known ? [first] : []);
  // An address of Ghost's own leaves nothing to look for.
  if (!/\/ghost(\/|$)/.test(new URL(source.url).pathname)) {
    others.add(`${origin}/${pathname.split('/')[1]!}/`.replace(/\/+$/, '/')).add(`${origin}/`);
  }
  const tried = known ?? first;
  others.delete(tried);
  let last = error;
  for (const root of others) {
    if (!isElsewhere(last)) break;
    try {
      const answer = await ask(root, true);
      writeSession(`source:${source.url}`, root);
      return answer;
    } catch (thrown) {
      if (!(thrown instanceof NewsrackError)) throw thrown;
      last = thrown;
    }
  }
  // Each was asked only once, and of none is known why it was lost.
  if (last.code !== 'network') throw told(source, last);
  if (others.size) throw await explain(tried, last);
  return ask(tried).catch((thrown: unknown) => {
    throw thrown instanceof NewsrackError ? told(source, thrown) : thrown;
  });
}
