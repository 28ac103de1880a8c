import type { NewsrackError } from '../model/error.js';
import { diagnose, exchange, type Answer } from './exchange.js';

export interface RetryOptions {
  /** A reader asked for it: goes out even if the server has failed often. */
  fresh?: boolean;
  /** Nobody waits for it: not tried again. */
  background?: boolean;
  /** Finds out whether something answers there: a network failure is an answer, too. */
  probe?: boolean;
  /** Milliseconds for one try; 10,000 when left out. */
  timeout?: number;
}

const TIMEOUT = 10_000;
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

/** The last error of a server that failed so often that it is left alone. */
function broken(url: string): NewsrackError | undefined {
  const past = failuresOf(url);
  return past && past.count >= MOST_FAILURES ? past.last : undefined;
}

/** Asks until an answer came, or an error that trying again does not help. */
export async function persist(
  url: string,
  { fresh, background, probe, timeout = TIMEOUT }: RetryOptions,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  const waits = background ? [] : [1, 3];
  for (;;) {
    const known = fresh ? undefined : broken(url);
    if (known) throw known;
    try {
      const answer = await exchange(url, timeout, signal);
      failures.delete(serverOf(url));
      return answer;
    } catch (thrown) {
      signal.throwIfAborted();
      const error = thrown as NewsrackError;
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
}

/** Why a request was lost on the network, found out by one more where the server may still be asked. */
export async function explain(url: string, error: NewsrackError): Promise<NewsrackError> {
  if (broken(url)) return error;
  const reason = await diagnose(url, TIMEOUT);
  failed(url, reason);
  return reason;
}

const pause = (seconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });
