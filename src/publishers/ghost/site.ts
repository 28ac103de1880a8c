import { request } from '../../net/http.js';
import { readSession } from '../../storage/session.js';
import { string, type Json } from '../json.js';
import { loaded } from '../../model/loaded.js';
import type { ReadOptions, Source } from '../publisher.js';

/** Asks a root for the same again. */
export type Ask = (root: string, probe?: boolean) => Promise<Json | undefined>;

/** What Ghost's addresses begin with: where it was found, else as if the source were the site, its API or its administration. */
export const rootOf = ({ url }: Source): string =>
  string(readSession(`source:${url}`)) || url.replace(/((?<!\/)\/ghost(\/.*)?)?\/?([?#].*)?$/, '/');

/** Asks the Content API. */
export function read(
  source: Source,
  path: string,
  parameters: Record<string, string | number>,
  options?: ReadOptions,
): Promise<Json | undefined> {
  const key = source.key || new URL(source.url).searchParams.get('key');
  const query = new URLSearchParams({ key, ...parameters } as Record<string, string>);
  const [kind = ''] = path.split('/');
  const ask: Ask = async (root, probe) =>
    (
      await request<Json | undefined>(`${root}ghost/api/content/${path}/?${query}`, {
        ...options,
        probe,
        fits: (data) => Array.isArray((data as Json | null)?.[kind]),
      })
    ).data;
  return ask(rootOf(source), true).catch(async (error: unknown) =>
    (await loaded(import('./search.js'))).searchOn(source, ask, error),
  );
}
