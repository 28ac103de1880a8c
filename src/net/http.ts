import { loaded } from '../model/loaded.js';
import { exchange, type Answer, type Exchange, type ExchangeOptions } from './exchange.js';
import type { persist as Persist } from './retry.js';

export type { Answer } from './exchange.js';

export interface RetryOptions extends ExchangeOptions {
  /** A reader asked for it: goes out even if the server has failed often. */
  fresh?: boolean;
  /** Nobody waits for it: not tried again. */
  background?: boolean;
  /**
   * Finds out whether something answers there: a network failure is an answer, too. Unless it was said to be there
   * (`named`), an answer that it is not is no failure.
   */
  probe?: boolean | 'named';
}

export interface RequestOptions extends RetryOptions {
  signal?: AbortSignal;
}

/** A request under way, or lately answered. */
interface Flight {
  answer: Promise<Answer<unknown>>;
  abort: AbortController;
  askers: number;
  /** When the answer came; 0 before. */
  landed: number;
}

const FRESH = 60_000;
const MOST_ANSWERS = 50;

export const flights = new Map<string, Flight>();

/**
 * Reads JSON, or what `read` makes of an answer, by a request that needs no preflight and that any cache can serve.
 * Whoever asks for the same address meanwhile shares the request; it is aborted when all of them have left. A good answer
 * is remembered for a minute, unless a `fresh` one or one in the `background` is asked for. What may pass by itself is
 * tried twice more, after about one and three seconds; a server that failed six times within an hour is asked only for a
 * reader.
 *
 * @throws {NewsrackError} `network`, `cors`, `timeout` (10 s until it answers, 20 s more until that is whole), `not-found`, `forbidden` or `bad-answer`; its `cause` is
 * the JSON that came with a refusal. With the signal's reason when that aborts.
 */
export function request<T>(url: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const { signal, fresh, background } = options;
  return new Promise<Answer<unknown>>((resolve, reject) => {
    signal?.throwIfAborted();
    const known = flights.get(url);
    const isOld =
      known?.landed && (fresh || background || Math.abs(Date.now() - known.landed) > FRESH);
    const flight = known && !isOld ? known : takeOff(url, options);
    flight.askers++;
    const leave = () => {
      reject(signal!.reason as Error);
      if (!--flight.askers && !flight.landed) {
        forget(url, flight);
        flight.abort.abort();
      }
    };
    signal?.addEventListener('abort', leave);
    void flight.answer
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', leave));
  }) as Promise<Answer<T>>;
}

function takeOff(url: string, options: RetryOptions): Flight {
  const abort = new AbortController();
  const flight = { answer: ask(url, options, abort.signal), abort, askers: 0, landed: 0 };
  flights.delete(url);
  flights.set(url, flight);
  flight.answer.then(
    () => {
      flight.landed = Date.now();
      if (flights.size > MOST_ANSWERS) flights.delete(flights.keys().next().value!);
    },
    () => forget(url, flight),
  );
  return flight;
}

/** What is done about failures; it knows of them, so that it is asked before every request once it is here. */
let persist: typeof Persist | undefined;
/** First tries that have not come back, until that code is here. */
let underWay = 0;

async function ask(
  url: string,
  options: RetryOptions,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  let went: Exchange | undefined;
  // More at once than may fail must wait for each other, which takes that code.
  if (!persist && underWay < 6) {
    underWay++;
    went = await exchange(url, options, signal);
    underWay--;
    if (went.good) return went.good;
    signal.throwIfAborted();
  }
  // Who is not online gets no code either.
  persist ??= (await loaded(import('./retry.js'))).persist;
  return persist(url, options, signal, went);
}

function forget(url: string, flight: Flight): void {
  if (flights.get(url) === flight) flights.delete(url);
}
