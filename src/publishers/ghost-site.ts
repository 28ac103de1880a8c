import { requestJson } from '../net/http.js';
import { readSession } from '../storage/session.js';
import type { Json } from './json.js';
import { loaded } from './loaded.js';
import type { ReadOptions, Source } from './publisher.js';

/** Asks a root for the same again. */
export type Ask = (root: string, probe?: boolean) => Promise<Json | undefined>;

/** Where Ghost was found, by the source's address. */
const found = new Map<string, string>();

export const keyOf = ({ url, key }: Source): string | null =>
  key || new URL(url).searchParams.get('key');

/** The address that Ghost's own ones begin with, where it has been looked for. */
export const knownRoot = ({ url }: Source): string | undefined =>
  found.get(url) ?? readSession(`source:${url}`);

/** Where Ghost is, if the source's address is that of the site, of its API or of its administration. */
export const likelyRoot = ({ url }: Source): string =>
  new URL(new URL(url).pathname.replace(/(\/ghost(\/.*)?)?\/?$/, '/'), url).href;

/** Asks the Content API. */
export async function read(
  source: Source,
  path: string,
  parameters: Record<string, string | number>,
  options?: ReadOptions,
): Promise<Json | undefined> {
  const key = keyOf(source);
  const query = new URLSearchParams({ key, ...parameters } as Record<string, string>);
  const known = knownRoot(source);
  const ask: Ask = async (root, probe) => {
    const address = `${root}ghost/api/content/${path}/?${query}`;
    const { data } = await requestJson<Json | undefined>(address, { ...options, probe });
    found.set(source.url, root);
    return data;
  };
  let error: unknown;
  try {
    if (key) return await ask(known ?? likelyRoot(source), !known);
  } catch (thrown) {
    error = thrown;
  }
  return (await loaded(import('./ghost-search.js'))).searchOn(source, ask, error);
}
