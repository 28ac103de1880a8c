export interface Answer<T> {
  data: T;
  headers: Headers;
}

/** How one request went; what a failure means is for retry.ts, which is fetched with the first one, to say. */
export interface Exchange {
  answer?: Response;
  data?: unknown;
  /** What was thrown on the way. */
  cause?: unknown;
  /** The time was up. */
  late?: boolean;
}

/** Milliseconds for one try. */
export const TIMEOUT = 10_000;

/** Makes of an answer what is asked for; JSON without it. */
export type ReadAnswer = (answer: Response) => Promise<unknown>;

/** One request and its answer: headers and body within `timeout` milliseconds. */
export async function exchange(
  url: string,
  timeout: number,
  signal: AbortSignal,
  read?: ReadAnswer,
): Promise<Exchange> {
  const timer = AbortSignal.timeout(timeout);
  const went: Exchange = {};
  try {
    went.answer = await fetch(url, {
      // Never cookies. “omit” alone would not use what `<link rel="preload" as="fetch" crossorigin>` has brought.
      credentials: url.startsWith(globalThis.origin) ? 'omit' : undefined,
      headers: { Accept: read ? '*/*' : 'application/json' },
      signal: AbortSignal.any([signal, timer]),
    });
    went.data = await (read ? read(went.answer) : went.answer.json());
  } catch (cause) {
    went.cause = cause;
    went.late = timer.aborted;
  }
  return went;
}

/** The answer, if it is a good one. */
export const goodAnswer = ({ answer, data, cause }: Exchange): Answer<unknown> | undefined =>
  answer?.ok && !cause ? { data, headers: answer.headers } : undefined;
