import { NewsrackError } from '../model/error.js';
import { explain, requestJson, type Answer } from '../net/http.js';
import { readSession, writeSession } from '../storage/session.js';
import type { ReadOptions, Source } from './publisher.js';

/** Reads a REST path such as `wp/v2/posts` with its query. */
export type Read = <T>(path: string, query: string, options?: ReadOptions) => Promise<Answer<T>>;

interface Site {
  root?: string;
  /** Someone is looking for the root; the others wait. */
  search?: Promise<unknown>;
}

const sites = new Map<string, Site>();

/**
 * Where the REST API of the WordPress behind an address may be, likeliest first. WordPress answers `?rest_route=` on each of its
 * addresses, so that a path leads to its own site even where several share a host.
 */
export function restRoots(address: string): string[] {
  const given = /^[^#]*?(?:\/wp-json(?=[/?#]|$)|[?&]rest_route=)/.exec(address);
  if (given) return [`${given[0]}/`];
  const { origin, pathname } = new URL(address);
  if (pathname === '/') return [`${origin}/wp-json/`, `${origin}/?rest_route=/`];
  const [, folder] = pathname.split('/');
  const path = /\.\w+$/.test(pathname) ? pathname : pathname.replace(/\/?$/, '/');
  return [`${origin}${path}?rest_route=/`, `${origin}/${folder}/wp-json/`, `${origin}/wp-json/`];
}

/** WordPress' own words in an error that its REST API answered with; `undefined` if something else failed. */
export function refusalOf(error: unknown): { code: string; message: string } | undefined {
  const cause = (error as { cause?: { code?: unknown; message?: unknown } } | undefined)?.cause;
  return typeof cause?.code === 'string' && typeof cause.message === 'string'
    ? { code: cause.code, message: cause.message }
    : undefined;
}

/** Whether WordPress is there: then there is no need to look elsewhere. */
function isRefusal(error: unknown): boolean {
  const refusal = refusalOf(error);
  return !!refusal && refusal.code !== 'rest_no_route';
}

/** Whether an error says that no REST API is at this address, rather than that it has trouble. */
function isElsewhere(error: unknown): error is NewsrackError {
  return (
    error instanceof NewsrackError &&
    !isRefusal(error) &&
    (error.code === 'network' || (!!error.status && !error.retryable))
  );
}

/**
 * Reads from the WordPress behind a source. Nothing is asked for the sake of searching: the first request goes to
 * the likeliest root, and to the next one only where it finds nothing. With the question why all of them failed that
 * makes four requests at most. Later requests of this page and tab know the root.
 */
export function readerOf({ url: address, type }: Source): Read {
  const roots = restRoots(address);
  const key = roots[0]!;
  const site = sites.get(key) ?? {};
  sites.set(key, site);
  site.root ??= roots.find((root) => root === readSession(`source:${key}`));

  function settle(root: string | undefined): void {
    site.root = root;
    writeSession(`source:${key}`, root);
  }

  return async function read<T>(
    path: string,
    query: string,
    options: ReadOptions = {},
  ): Promise<Answer<T>> {
    const urlBelow = (root: string) => `${root}${path}${root.includes('?') ? '&' : '?'}${query}`;
    const ask = (root: string, probe = false) =>
      requestJson<T>(urlBelow(root), { ...options, probe });

    async function search(): Promise<Answer<T>> {
      let last: NewsrackError | undefined;
      try {
        for (const root of roots) {
          try {
            const answer = await ask(root, true);
            settle(root);
            return answer;
          } catch (error) {
            if (isRefusal(error)) settle(root);
            if (!isElsewhere(error)) throw error;
            if (!last || last.code === 'network') last = error;
          }
        }
        if (last!.code !== 'network') throw notFound(address, last!);
        const reason = await explain(urlBelow(key), last!);
        if (reason.code === 'cors') throw reason;
        const answer = await ask(key);
        settle(key);
        return answer;
      } finally {
        site.search = undefined;
      }
    }

    // A REST root is one, and a site that is said to be WordPress has one in the usual place.
    let guess = roots.length < (type ? 3 : 2) ? key : undefined;
    for (;;) {
      const known = site.root;
      const root = known ?? guess;
      if (root) {
        try {
          const answer = await ask(root, !known && roots.length > 1);
          if (!known && roots.length > 1) settle(root);
          return answer;
        } catch (error) {
          if (roots.length < 2 || !isElsewhere(error) || (known && error.code === 'network')) {
            throw error;
          }
          if (known && known === site.root) settle(undefined);
          guess = undefined;
        }
      } else if (site.search) {
        // Its failure is everyone's; that it was called off is not.
        await site.search.catch((error: unknown) => {
          if (error instanceof NewsrackError) throw error;
        });
      } else {
        const mine = search();
        site.search = mine;
        return mine;
      }
    }
  };
}

function notFound(address: string, { code, status }: NewsrackError): NewsrackError {
  return new NewsrackError(
    code,
    `No WordPress REST API was found at ${address}. Give its address as source: https://…/wp-json/`,
    { status },
  );
}
