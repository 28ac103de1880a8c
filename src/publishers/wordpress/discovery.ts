import { NewsrackError } from '../../model/error.js';
import { request, type Answer } from '../../net/http.js';
import { readSession, writeSession } from '../../storage/session.js';
import { list, string, type Json } from '../json.js';
import type { ReadOptions, Source } from '../publisher.js';

/** Reads a REST path such as `wp/v2/posts`, with its query. */
export type Read = <T>(path: string, query: string, options?: ReadOptions) => Promise<Answer<T>>;

/** Items on a page, at most: https://developer.wordpress.org/rest-api/using-the-rest-api/pagination/ */
export const MOST_PER_PAGE = 100;

export interface Site {
  root?: string;
  /** Someone is looking for the root; the others wait. */
  search?: Promise<unknown>;
  /** Why nobody may read anything there, as the last search found. */
  failure?: unknown;
}

/** By likeliest root. */
const sites = new Map<string, Site>();

/**
 * Where the REST API of the WordPress behind an address may be, likeliest first. WordPress answers `?rest_route=` on
 * each of its addresses, so that a path leads to its own site even where several share a host.
 */
export function restRoots(address: string): [string, ...string[]] {
  const given = /^[^#]*?(?:\/wp-json(?=[/?#]|$)|[?&]rest_route=)/.exec(address);
  if (given) return [`${given[0]}/`];
  const { origin, pathname } = new URL(address);
  const [, folder] = pathname.split('/');
  const usual = `${origin}/wp-json/`;
  const plain = `${origin}${pathname.replace(/\/[^/.]+$/, '$&/')}?rest_route=/`;
  return folder ? [plain, `${origin}/${folder}/wp-json/`, usual] : [usual, plain];
}

/** WordPress' own words in an error that its REST API answered with; `undefined` if something else failed. */
export function refusalOf(error: unknown): { code: string; message: string } | undefined {
  const { cause } = error as { cause?: { code: string; message: string } | null };
  return string(cause?.code) && string(cause!.message) ? cause! : undefined;
}

/** Whether an error means that no REST API is there, rather than that it refuses or has trouble. */
const isElsewhere = (error: unknown, probe: boolean): error is NewsrackError =>
  error instanceof NewsrackError &&
  !refusalOf(error) &&
  (error.status ? !error.retryable : probe && error.code === 'network');

/** The root that reading has found, else the likeliest: for what is sent. */
export function rootOf({ url }: Source): string {
  const [first] = restRoots(url);
  return sites.get(first)?.root ?? first;
}

/**
 * Reads from the WordPress behind a source. Nothing is asked for the sake of searching: the first request goes to
 * the likeliest root, and to the next one only where it finds nothing. With the question why all of them failed that
 * makes four requests at most. Later requests of this page and tab know the root.
 */
export function readerOf({ url: address, type }: Source): Read {
  const roots = restRoots(address);
  const [first] = roots;
  const key = `source:${first}`;
  const site = sites.get(first) ?? {};
  sites.set(first, site);
  site.root ??= roots.find((root) => root === readSession(key));

  function settle(root?: string): void {
    site.root = root;
    writeSession(key, root);
  }

  return async function read<T>(
    path: string,
    query: string,
    options?: ReadOptions,
  ): Promise<Answer<T>> {
    const below = (root: string) => `${root}${path}${root.includes('?') ? '&' : '?'}${query}`;
    // A path that ends in a number is of one thing, others of a list; all of it should have an id, and some of it must.
    const fits = (data: unknown): boolean =>
      (/\d$/.test(path) ? [data as Json | undefined] : list(data)).some((each) => each?.id) ||
      (data as unknown[] | null)?.length === 0;
    const ask = async (root: string, probe: boolean) => {
      const answer = await request<T>(below(root), { ...options, probe, fits });
      if (site.root !== root) settle(root);
      return answer;
    };

    const known = site.root;
    // A REST root is one, and what is said to be WordPress has one in the usual place: no need to wait for others.
    const root = known ?? (roots.length < (type ? 3 : 2) && first);
    const probe = !known && roots.length > 1;
    const { failure } = site;
    try {
      if (root) return await ask(root, probe);
    } catch (error) {
      if (roots.length < 2 || !isElsewhere(error, probe)) throw error;
      // A search that others began and ended meanwhile is this one's, too.
      if (site.failure !== failure) throw site.failure;
      if (site.root === known) settle();
    }
    if (!site.search)
      return (site.search = ask(first, true)
        .catch(async (error: unknown) => {
          if (!isElsewhere(error, true)) throw error;
          const { searchOn } = await import('./search.js');
          return searchOn(site, address, roots, error, ask, below, isElsewhere);
        })
        .finally(() => {
          site.search = undefined;
        }));
    // A failure is everyone's; that one was called off is not.
    await site.search.catch((error: unknown) => {
      if (error instanceof NewsrackError) throw error;
    });
    return read(path, query, options);
  };
}
