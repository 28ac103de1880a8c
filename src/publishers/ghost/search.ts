import { NewsrackError, type ErrorCode, type ErrorOptions } from '../../model/error.js';
import { explain } from '../../net/retry.js';
import { readSession, writeSession } from '../../storage/session.js';
import { rootOf, type Ask } from './site.js';
import { list, string, type Json } from '../json.js';
import type { Source } from '../publisher.js';

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

/** Where Ghost may be: in a folder, or above the address, since that may be an article's. */
function rootsOf(address: string): string[] {
  const { origin, pathname } = new URL(address);
  // An address of Ghost's own leaves nothing to look for.
  if (/\/ghost(\/|$)/.test(pathname)) return [];
  const [folder] = /^\/[^/]+/.exec(pathname) ?? [''];
  return [origin + pathname.replace(/\/?$/, '/'), `${origin}${folder}/`, `${origin}/`];
}

/** Goes on after an error: looks for Ghost at the other roots, and says why there is none at all. */
export async function searchOn(
  source: Source,
  ask: Ask,
  error: unknown,
): Promise<Json | undefined> {
  const key = `source:${source.url}`;
  const tried = rootOf(source);
  const others = new Set(rootsOf(source.url));
  others.delete(tried);
  // Where it was found it is still, while nothing can be reached.
  if (readSession(key) && (error as NewsrackError).code === 'network') others.clear();
  for (const root of others) {
    if (!(error instanceof NewsrackError) || !isElsewhere(error)) break;
    try {
      const answer = await ask(root, true);
      writeSession(key, root);
      return answer;
    } catch (thrown) {
      error = thrown;
    }
  }
  try {
    // Nobody knows yet why what was asked only once was lost.
    if (!(error instanceof NewsrackError) || error.code !== 'network') throw error;
    if (others.size) throw await explain(tried, error);
    return await ask(tried);
  } catch (thrown) {
    throw thrown instanceof NewsrackError ? told(source, thrown) : thrown;
  }
}
