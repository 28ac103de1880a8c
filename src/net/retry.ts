import type { NewsrackError } from '../model/error.js';
import { diagnose, exchange, type Answer } from './exchange.js';
import { broken, failed, succeeded } from './failures.js';

export interface RetryOptions {
  /** A reader asked for it: goes out even if the source has failed often. */
  fresh?: boolean;
  /** Nobody waits for it: not tried again. */
  background?: boolean;
  /** Finds out whether something answers there: a network failure is an answer, too. */
  probe?: boolean;
  /** Milliseconds for one try. */
  timeout?: number;
}

/** Seconds; a server that wants more is asked again by the reader only. */
const LONGEST_WAIT = 30;

/** Asks until an answer came or an error that trying again does not help. */
export async function persist(
  url: string,
  { fresh, background, probe, timeout = 10_000 }: RetryOptions,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  const waits = background ? [] : [1, 3];
  for (;;) {
    const known = !fresh && broken(url);
    if (known) throw known;
    try {
      const answer = await exchange(url, timeout, signal);
      succeeded(url);
      return answer;
    } catch (thrown) {
      signal.throwIfAborted();
      const error = thrown as NewsrackError;
      failed(url, error);
      const { code, retryable, retryAfter = 0 } = error;
      const passing = code === 'network' ? !probe : code === 'bad-answer' && retryable;
      const wait = waits.shift();
      if (!passing || retryAfter > LONGEST_WAIT) throw error;
      if (!wait)
        throw code === 'network' && !background ? await explain(url, error, signal) : error;
      await pause(error.retryAfter ?? wait * (0.7 + Math.random() / 2), signal);
    }
  }
}

/** The failure's true reason, found out by one more request where the source may still be asked. */
export async function explain(
  url: string,
  error: NewsrackError,
  signal?: AbortSignal,
): Promise<NewsrackError> {
  if (broken(url)) return error;
  const reason = await diagnose(url, signal);
  failed(url, reason);
  return reason;
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
