import { NewsrackError, type ErrorCode, type ErrorOptions } from '../model/error.js';
import { requestJson } from '../net/http.js';
import { readSession, writeSession } from '../storage/session.js';
import { list, string, type Json } from './json.js';
import type { ReadOptions, Source } from './publisher.js';

const ADVICE =
  'Give the Content API key of a custom integration (Ghost Admin, Settings, Integrations) as source-key.';

/** Where a Ghost was found, by its likeliest root. */
const found = new Map<string, string>();

const keyOf = ({ url, key }: Source): string | null => key || new URL(url).searchParams.get('key');

/** Where Ghost may be, likeliest first: it may be in a folder, and the address may be an article's. */
function rootsOf(address: string): [string, ...string[]] {
  const { origin, pathname } = new URL(address);
  // No Ghost has a folder of this name: its API and its administration are there.
  const site = /^(.*?\/)ghost(?:\/|$)/.exec(pathname)?.[1];
  if (site) return [origin + site];
  const [folder, ...below] = pathname.split('/').filter(Boolean);
  const roots = [`${origin}/`];
  if (folder) roots.unshift(`${origin}/${folder}/`);
  if (below.length) roots.unshift(origin + pathname.replace(/\/?$/, '/'));
  return roots as [string, ...string[]];
}

/** The address that Ghost's own ones begin with, as far as it is known: for its comments. */
export function rootOf(source: Source): string {
  const roots = rootsOf(source.url);
  const [first] = roots;
  // Without a key no article is read, and nobody has looked for a folder.
  if (!keyOf(source)) return roots.at(-1)!;
  const known = found.get(first) ?? readSession(`source:${first}`);
  return roots.find((root) => root === known) ?? first;
}

/** What went wrong at a source; its address has the key in it and is not told. */
export const problemAt = (
  { url }: Source,
  code: ErrorCode,
  message: string,
  options?: ErrorOptions,
): NewsrackError => new NewsrackError(code, `${new URL(url).host}: ${message}`, options);

/** Asks the Content API; the first request of a tab looks for it. */
export async function read(
  source: Source,
  path: string,
  parameters: Record<string, string>,
  options?: ReadOptions,
): Promise<Json | undefined> {
  const key = keyOf(source);
  if (!key) throw problemAt(source, 'forbidden', `Ghost wants a key. ${ADVICE}`);
  const query = new URLSearchParams({ key, ...parameters });
  const [first, ...others] = rootsOf(source.url);
  const known = rootOf(source);
  const roots = [...new Set([known, first, ...others])];
  for (;;) {
    const root = roots.shift()!;
    try {
      const { data } = await requestJson<Json | undefined>(
        `${root}ghost/api/content/${path}/?${query}`,
        { ...options, probe: roots.length > 0 },
      );
      found.set(first, root);
      if (root !== known) writeSession(`source:${first}`, root);
      return data;
    } catch (error) {
      if (!(error instanceof NewsrackError)) throw error;
      const { code, status, retryable } = error;
      const refusal = list((error.cause as Json | undefined)?.errors)[0];
      if (refusal) {
        const { message, context } = refusal;
        const words =
          code === 'forbidden' ? `${string(message)}. ${ADVICE}` : string(context ?? message);
        throw problemAt(source, code, words, error);
      }
      // What was not said in Ghost's words was said by something else.
      const isElsewhere = status ? !retryable : code === 'network';
      if (!isElsewhere || !roots.length) {
        throw isElsewhere && status
          ? problemAt(source, code, 'no Ghost Content API was found there', error)
          : error;
      }
    }
  }
}
