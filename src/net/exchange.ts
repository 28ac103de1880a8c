export interface Answer<T> {
  data: T;
  headers: Headers;
}

/** How one request went; what a failure means is for retry.ts, which is fetched with the first one, to say. */
export interface Exchange {
  /** What was asked for. */
  good?: Answer<unknown>;
  answer?: Response;
  /** As it came, where it is no JSON. */
  data?: unknown;
  /** What was thrown on the way. */
  cause?: unknown;
  /** The time was up. */
  late?: boolean;
}

export interface ExchangeOptions {
  /** Milliseconds until an answer begins; twice as long it may take to come. 10,000 when left out. */
  timeout?: number;
  /** Reads something else than JSON; whoever asks for an address reads the same from it. */
  read?: (answer: Response) => Promise<unknown>;
  /** Whether it may be what was asked for. */
  fits?: (data: unknown) => unknown;
}

/** Milliseconds until an answer begins. */
export const TIMEOUT = 10_000;

/** Of JSON. */
export const MOST_LETTERS = 1e7;

/** One request and its answer: headers and body in time. */
export async function exchange(
  url: string,
  { timeout = TIMEOUT, read, fits }: ExchangeOptions,
  signal: AbortSignal,
): Promise<Exchange> {
  const went: Exchange = {};
  // WebKit forgets what `AbortSignal.any` was made of, and never ends the request.
  const own = new AbortController();
  const end = () => own.abort();
  let timer = setTimeout(end, timeout);
  signal.addEventListener('abort', end);
  try {
    const coming = fetch(url, {
      // Never cookies. “omit” alone would not use what `<link rel="preload" as="fetch" crossorigin>` has brought. A page may
      // have an `origin` of its own, and a frame with `srcdoc` has no address of its own.
      credentials: globalThis.document?.baseURI.startsWith(new URL(url).origin)
        ? 'omit'
        : undefined,
      headers: { Accept: read ? '*/*' : 'application/json' },
      signal: own.signal,
    });
    try {
      // A page's first date takes a browser long: it gets ready for it while the answer is on its way.
      Intl.DateTimeFormat();
    } catch {
      // Who shows a date will say so.
    }
    const answer = (went.answer = await coming);
    // What a slow line brings in time is not broken off and begun anew.
    clearTimeout(timer);
    timer = setTimeout(end, 2 * timeout);
    // What is longer than a page could bear to show is cut off, and so no JSON any more. A hundred long articles with all
    // that a publisher adds to them are some five million letters.
    const data: unknown = (went.data = read
      ? await read(answer)
      : (JSON.parse((went.data = (await answer.text()).slice(0, MOST_LETTERS))) as unknown));
    if (answer.ok && (!fits || fits(data))) went.good = { data, headers: answer.headers };
  } catch (cause) {
    went.cause = cause;
    went.late = own.signal.aborted;
  } finally {
    clearTimeout(timer);
    // An answer that is remembered keeps its signal.
    signal.removeEventListener('abort', end);
  }
  return went;
}
