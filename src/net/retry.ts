import type { NewsrackError } from '../model/error.js';
import { exchange, goodAnswer, TIMEOUT, type Answer, type Exchange } from './exchange.js';
import { diagnose, failureOf } from './failure.js';
import type { RetryOptions } from './http.js';

const HOUR = 3_600_000;
const MOST_FAILURES = 6;
/** Seconds; a server that wants more is asked again by the reader only. */
const LONGEST_WAIT = 30;

interface Failures {
  count: number;
  last: NewsrackError;
  until: number;
}

/** By server; forgotten an hour after the last one, or when the server does well. */
const failures = new Map<string, Failures>();

const serverOf = (url: string) => new URL(url).origin;

function failuresOf(url: string): Failures | undefined {
  const past = failures.get(serverOf(url));
  return past && past.until > Date.now() ? past : undefined;
}

function failed(url: string, last: NewsrackError): void {
  // A refusal in JSON comes from an API in good health.
  if (!last.retryable && last.cause) return;
  const count = (failuresOf(url)?.count ?? 0) + 1;
  failures.set(serverOf(url), { count, last, until: Date.now() + HOUR });
}

/** By server: requests on their way, each of which may be one failure more. */
const underWay = new Map<string, number>();

async function counted<T>(url: string, request: Promise<T>): Promise<T> {
  const server = serverOf(url);
  const add = (more: number) => underWay.set(server, (underWay.get(server) ?? 0) + more);
  add(1);
  try {
    return await request;
  } finally {
    add(-1);
  }
}

/** The last error of a server that failed so often, or is about to, that it is left alone. */
function broken(url: string): NewsrackError | undefined {
  const past = failuresOf(url);
  const about = underWay.get(serverOf(url)) ?? 0;
  return past && past.count + about >= MOST_FAILURES ? past.last : undefined;
}

/**
 * Asks until an answer came, or an error that trying again does not help.
 *
 * @param went - A first try that has been made already.
 */
export async function persist(
  url: string,
  { fresh, background, probe, timeout = TIMEOUT, read }: RetryOptions,
  signal: AbortSignal,
  went?: Exchange,
): Promise<Answer<unknown>> {
  const waits = background ? [] : [1, 3];
  for (;;) {
    if (!went) {
      const known = fresh ? undefined : broken(url);
      if (known) throw known;
      went = await counted(url, exchange(url, timeout, signal, read));
      const answer = goodAnswer(went);
      if (answer) {
        failures.delete(serverOf(url));
        return answer;
      }
    }
    signal.throwIfAborted();
    const error = failureOf(url, timeout, went);
    went = undefined;
    failed(url, error);
    const { code, retryable, retryAfter } = error;
    const isLost = code === 'network' && !probe;
    const wait = waits.shift();
    if (
      wait &&
      !((retryAfter ?? 0) > LONGEST_WAIT) &&
      (isLost || (code === 'bad-answer' && retryable))
    ) {
      await pause(retryAfter ?? wait * (0.7 + Math.random() / 2));
      signal.throwIfAborted();
    } else throw isLost && !background ? await explain(url, error) : error;
  }
}

/** Why a request was lost on the network, found out by one more where the server may still be asked. */
export async function explain(url: string, error: NewsrackError): Promise<NewsrackError> {
  if (broken(url)) return error;
  const reason = await counted(url, diagnose(url, TIMEOUT));
  failed(url, reason);
  return reason;
}

const pause = (seconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });
