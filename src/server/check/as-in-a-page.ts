import { AsyncLocalStorage } from 'node:async_hooks';
import { NewsrackError } from '../../model/error.js';

/** One request that a page would make, and what came of it. */
export interface Seen {
  url: string;
  /** 0 where no answer came. */
  status: number;
  headers: Headers;
  /** Until the answer began. */
  milliseconds: number;
  /** Why a browser would keep the answer from the page. */
  refusal?: 'cors' | 'mixed';
}

/** How a page asks: a script's `fetch` and modules by `cors`, plain scripts, pictures and style sheets by `no-cors`. */
export type Mode = 'cors' | 'no-cors';

const serversOwn = globalThis.fetch;

/** Browsers trust what is on the reader's own machine. */
const isLocal = ({ hostname }: URL) => /^(localhost|.+\.localhost|127\..+|\[::1\])$/.test(hostname);

/** Whether a browser keeps a page from asking for this since the page is on https and this is not. */
export function isMixed(address: string, page: string): boolean {
  const url = new URL(address);
  return new URL(page).protocol === 'https:' && url.protocol === 'http:' && !isLocal(url);
}

/** A server's `fetch` with the leave that a browser would give to a page, and no more. */
function fetchAs(page: string, note: (seen: Seen) => void): typeof fetch {
  const { origin } = new URL(page);
  return async (input, { mode = 'cors', headers: given, ...how } = {}) => {
    let url = new URL(input as string);
    let sender = origin;
    let isForeign = false;
    for (let hops = 20; hops--;) {
      const begun = performance.now();
      const see = (answer?: Response, refusal?: Seen['refusal']) =>
        note({
          url: url.href,
          status: answer?.status ?? 0,
          headers: answer?.headers ?? new Headers(),
          milliseconds: Math.round(performance.now() - begun),
          refusal,
        });
      if (isMixed(url.href, page)) {
        see(undefined, 'mixed');
        break;
      }
      isForeign ||= url.origin !== origin;
      const headers = new Headers(given);
      if (isForeign && mode === 'cors') headers.set('Origin', sender);
      const answer = await serversOwn(url, { ...how, headers, redirect: 'manual' }).catch(
        (error: unknown) => {
          see();
          throw error;
        },
      );
      const allowed = answer.headers.get('Access-Control-Allow-Origin');
      const isRefused = isForeign && mode === 'cors' && allowed !== '*' && allowed !== sender;
      see(answer, isRefused ? 'cors' : undefined);
      const next = answer.headers.get('Location');
      const leads = /^30[12378]$/.test(String(answer.status)) && next;
      if (isRefused || leads) await answer.body?.cancel();
      if (isRefused) throw new TypeError('Failed to fetch', { cause: 'cors' });
      if (!leads) return answer;
      const target = new URL(leads, url);
      // Who was sent on by another site no longer says who it is.
      if (isForeign && target.origin !== url.origin) sender = 'null';
      url = target;
    }
    throw new TypeError('Failed to fetch');
  };
}

const asking = new AsyncLocalStorage<typeof fetch>();

/**
 * Runs work whose requests are made and answered as in a page at this address: with its origin, and refused where a
 * browser would refuse them. For a process of its own, since it puts itself in front of `fetch` for all of it.
 *
 * @param seen - Gets every request, also where the work fails.
 */
export function asInPage<T>(page: string, seen: Seen[], work: () => Promise<T>): Promise<T> {
  globalThis.fetch = (...request) => (asking.getStore() ?? serversOwn)(...request);
  return asking.run(
    fetchAs(page, (each) => seen.push(each)),
    work,
  );
}

/** What is at an address. */
export interface Found {
  /** Where it was found in the end. */
  url: string;
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
  /** Why a browser would keep it from the page. */
  refusal?: Seen['refusal'];
}

const TIMEOUT = 20_000;

/**
 * Fetches a file once: as a page at `page` would, or as nobody's.
 *
 * @throws {NewsrackError} `network` or `timeout`: no answer came.
 */
export async function lookAt(
  url: string,
  { page, mode = 'no-cors', signal }: { page?: string; mode?: Mode; signal?: AbortSignal } = {},
): Promise<Found> {
  const timer = AbortSignal.timeout(TIMEOUT);
  const seen: Seen[] = [];
  const ask = page ? fetchAs(page, (each) => seen.push(each)) : serversOwn;
  try {
    const answer = await ask(url, {
      // Node never ends one that is “no-cors” and leads to another site.
      ...(page && { mode }),
      signal: signal ? AbortSignal.any([signal, timer]) : timer,
    });
    const { status, headers } = answer;
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { url: answer.url, status, headers, bytes, text: bytes.toString() };
  } catch (cause) {
    signal?.throwIfAborted();
    const last = seen.at(-1);
    if (last?.refusal) return { ...last, bytes: Buffer.alloc(0), text: '' };
    const { host } = new URL(url);
    throw timer.aborted
      ? new NewsrackError('timeout', `${host} did not answer within ${TIMEOUT / 1000} s.`)
      : new NewsrackError('network', `${host} could not be reached.`, { cause });
  }
}
