import type { NewsrackError } from '../model/error.js';
import { exchange, TIMEOUT, type Answer, type Exchange } from './exchange.js';
import { diagnose, failureOf } from './failure.js';
import { mended } from './mended.js';
import { flights, type RetryOptions } from './http.js';

/** Milliseconds that no change of the reader's clock makes longer or shorter; a page may have a `performance` of its own. */
const now = () => new CustomEvent('').timeStamp;
const HOUR = 3_600_000;
const MOST_FAILURES = 6;
/** Seconds; a server that wants more is asked again by the reader only. */
const LONGEST_WAIT = 30;

interface Failures {
  count: number;
  last: NewsrackError;
  until: number;
}

/** By server, and by path on it; forgotten an hour after the last one, or when that does well. */
const failures = new Map<string, Failures>();

/** What failed while the browser had no network: nobody was asked. */
const unasked = new Set<string>();

globalThis.addEventListener?.('online', () => {
  for (const place of unasked) failures.delete(place);
  unasked.clear();
});

/** What failed up to now is as if it had not. */
export const forgive = (): void => failures.clear();

const serverOf = (url: string): string => new URL(url).origin;

/** Requests on their way, and to which server. None of them rejects. */
const underWay = new Map<Promise<unknown>, string>();

function depart<T>(url: string, request: Promise<T>): Promise<T> {
  underWay.set(request, serverOf(url));
  void request.then(() => {
    underWay.delete(request);
    oneReturned();
  });
  return request;
}

/** Addresses that have been asked from here. Others were before this code was there. */
const known = new Set<string>();

/** Is over when any request has come back: a promise that all who wait share, and that none of them outlives. */
let next: Promise<void>;
let wake!: () => void;
const oneReturned = () => {
  wake?.();
  next = new Promise((resolve) => (wake = resolve));
};
oneReturned();

/** Of those of before this code, whether they tell when they come back. */
const telling = new WeakSet<Promise<unknown>>();

/** How many are on their way to a server. */
function countGoing(url: string): number {
  const isThere = (server: string) => server === serverOf(url);
  let count = [...underWay.values()].filter(isThere).length;
  for (const [to, { answer, landed }] of flights) {
    if (landed || known.has(to) || !isThere(serverOf(to))) continue;
    count++;
    if (telling.has(answer)) continue;
    telling.add(answer);
    answer.then(oneReturned, oneReturned);
  }
  return count;
}

/** A server as a whole, and one of the things that it does: that it does the others well says nothing of this one. */
const placesOf = (url: string): string[] => {
  const { origin, pathname } = new URL(url);
  return [origin, origin + pathname];
};

/** The worse of what is known of a server and of this part of it. */
function failuresOf(url: string): Failures | undefined {
  const [worst] = placesOf(url)
    .flatMap((place) => failures.get(place) ?? [])
    .filter(({ until }) => until > now())
    .sort((a, b) => b.count - a.count);
  return worst;
}

function failed(url: string, last: NewsrackError, isNone?: boolean): void {
  // A refusal in JSON comes from an API in good health, and so does “not here” for those who only look.
  if (!last.retryable && (last.cause || (isNone && last.status))) return;
  for (const place of placesOf(url)) {
    const past = failures.get(place);
    const count = past && past.until > now() ? past.count : 0;
    failures.set(place, { count: count + 1, last, until: now() + HOUR });
    if (globalThis.navigator?.onLine === false) unasked.add(place);
  }
}

/** The last error of a server that failed so often that it is left alone. */
function broken(url: string): NewsrackError | undefined {
  const past = failuresOf(url);
  return past && past.count >= MOST_FAILURES ? past.last : undefined;
}

/** Lets one request more go to a server that is left alone. */
export function allowOne(url: string): boolean {
  const isBroken = !!broken(url);
  if (isBroken)
    for (const place of placesOf(url)) {
      const past = failures.get(place);
      if (past) past.count = Math.min(past.count, MOST_FAILURES - 1);
    }
  return isBroken;
}

/** Whether one request more could be one failure too many, when all has failed that is on its way. */
const isFull = (url: string): boolean =>
  (failuresOf(url)?.count ?? 0) + countGoing(url) >= MOST_FAILURES;

/**
 * Asks until an answer came, or an error that trying again does not help.
 *
 * @param went - A first try that has been made already.
 */
export async function persist(
  url: string,
  options: RetryOptions,
  signal: AbortSignal,
  went?: Exchange,
): Promise<Answer<unknown>> {
  const { background, probe, timeout = TIMEOUT } = options;
  // This code may have come after the last asker had left.
  signal.throwIfAborted();
  const waits = background ? [] : [1, 3];
  // What a reader wants goes out once, whatever has been before.
  let isFree = options.fresh;
  known.add(url);
  if (went) oneReturned();
  for (;;) {
    if (!went) {
      while (!isFree && isFull(url)) {
        const last = broken(url);
        if (last) throw last;
        await next;
        signal.throwIfAborted();
      }
      isFree = false;
      went = await depart(url, exchange(url, options, signal));
    }
    went.good ??= mended(went, options);
    if (went.good) {
      placesOf(url).forEach((place) => failures.delete(place));
      return went.good;
    }
    signal.throwIfAborted();
    const error = failureOf(url, timeout, went);
    // JSON of something else is no answer to those who only look, either.
    const isNone = probe === true && !(went.answer?.ok && !went.cause);
    went = undefined;
    failed(url, error, isNone);
    const { code, retryable, retryAfter, status } = error;
    const isLost = code === 'network' && (!probe || status);
    const wait = waits.shift();
    if (
      wait &&
      !broken(url) &&
      !((retryAfter ?? 0) > LONGEST_WAIT) &&
      (isLost || (code === 'bad-answer' && retryable))
    ) {
      await pause(retryAfter ?? wait * (0.7 + Math.random() / 2), signal);
      signal.throwIfAborted();
    } else throw isLost && !background ? await explain(url, error) : error;
  }
}

/** Why a request was lost on the network, found out by one more where the server may still be asked. */
export async function explain(url: string, error: NewsrackError): Promise<NewsrackError> {
  if (error.status || isFull(url)) return error;
  const reason = await depart(url, diagnose(url, TIMEOUT));
  failed(url, reason);
  return reason;
}

/** Is over at once when nobody waits any more. */
const pause = (seconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener('abort', end);
  });
