import { setTimeout as pause } from 'node:timers/promises';
import { NewsrackError } from '../model/error.js';
import { exitCodeOf, exitCodes, tell, UsageError } from './terminal.js';

/** Milliseconds; a timer that is given more goes off at once. */
const LONGEST = 2 ** 31 - 1;

/** What became of one try. */
export interface Outcome {
  /** What the process exits with if it was the only one. */
  code: number;
  /** Seconds that a publisher in trouble asked to wait. */
  wait?: number | undefined;
}

/**
 * Tells of a try that failed.
 *
 * @param kept - What is said of the file that is there already
 * @throws {UsageError} The words were wrong: no other try helps. With the signal's reason when it is to stop
 */
export function tellFailure(
  error: unknown,
  kept: string,
  report: (about: object) => void,
  signal: AbortSignal,
): Outcome {
  if (signal.aborted) throw error;
  if (error instanceof NewsrackError && error.code === 'bad-attribute')
    throw new UsageError(error.message.replace(/\.$/, ''));
  const { message, code, retryable, retryAfter } = error as NewsrackError;
  report({ outcome: 'failed', error: { code, message, retryable } });
  tell(`newsrack: ${message.replace(/(?<![.!?…])$/, '.')}${kept}`, 'red');
  return {
    code: isMissing(error as NewsrackError) ? exitCodes.empty : exitCodes.failed,
    wait: retryAfter,
  };
}

/** Its publisher says that there is no such thing; a bare 404 may be a source that has moved, or a WordPress whose API is closed. */
const isMissing = ({ code, status, cause }: NewsrackError): boolean => {
  if (code !== 'not-found' || cause instanceof Error) return false;
  const said = (cause as { code?: unknown } | undefined)?.code;
  return status === undefined || (!!cause && said !== 'rest_no_route');
};

/** Tries once or, with `watch` seconds between, until it is stopped. @returns what the process exits with */
export async function repeat(
  take: () => Promise<Outcome>,
  watch: number | undefined,
  signal: AbortSignal,
): Promise<number> {
  try {
    for (;;) {
      const { code, wait = 0 } = await take();
      if (!watch) return code;
      await pause(Math.min(Math.max(watch, wait) * 1000, LONGEST), undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    return watch ? exitCodes.done : exitCodeOf(signal.reason as 'SIGTERM');
  }
}
