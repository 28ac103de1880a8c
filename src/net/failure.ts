import { NewsrackError, type ErrorCode, type ErrorOptions } from '../model/error.js';
import { MOST_LETTERS, type Exchange } from './exchange.js';

const CODES: Record<number, ErrorCode> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  410: 'not-found',
};

const problem = (code: ErrorCode, url: string, what: string, options?: ErrorOptions) =>
  new NewsrackError(code, `${new URL(url).host} ${what}.`, options);

/** Browsers let no page on https ask an address without, and say no more than that it failed. */
const isBarred = (url: string) =>
  url.startsWith('http:') && globalThis.location?.protocol === 'https:';

const unreached = (url: string, cause: unknown) =>
  isBarred(url)
    ? problem('network', url, 'is not on https, as the page is: give its https address', { cause })
    : problem('network', url, 'could not be reached', { cause });

/** What was wrong with an exchange that brought no good answer. */
export function failureOf(
  url: string,
  timeout: number,
  { answer, data, cause, late }: Exchange,
): NewsrackError {
  if (cause instanceof NewsrackError) return cause;
  if (!answer || (cause && !(cause instanceof SyntaxError))) {
    if (late)
      return problem(
        'timeout',
        url,
        answer ? 'did not finish its answer in time' : `did not answer within ${timeout / 1000} s`,
      );
    // Its status says that somebody is there, who lets us read.
    const { status } = answer ?? {};
    return status
      ? problem('network', url, 'broke off its answer', { cause, status })
      : unreached(url, cause);
  }
  const { ok, status, headers } = answer;
  const isJson = !(cause instanceof SyntaxError);
  // No status: something is there, and it is not to be looked for elsewhere.
  if (!isJson && (data as string).length === MOST_LETTERS)
    return problem('bad-answer', url, 'answered more than 10 MB of JSON');
  return problem(
    CODES[status] ?? 'bad-answer',
    url,
    ok
      ? `answered something else than ${isJson ? 'what was asked for' : 'JSON'}`
      : `answered ${status}`,
    {
      cause: isJson && !ok ? data : undefined,
      status,
      retryable: status === 429 || status > 499,
      retryAfter: seconds(headers.get('Retry-After')),
    },
  );
}

const DAY = 86_400;

/** `Retry-After` is a number of seconds or a date; who waits for longer than a day has been forgotten. */
function seconds(value: string | null): number | undefined {
  if (!value) return undefined;
  const wait = Number(value);
  return Math.min(wait >= 0 ? wait : (Date.parse(value) - Date.now()) / 1000, DAY) || undefined;
}

/**
 * What a failure on the network was. A browser does not say whether a server is away or merely lets no other site
 * read it; an answer that cannot be read tells.
 */
export async function diagnose(url: string, timeout: number): Promise<NewsrackError> {
  // A server's own never ends where such a request leads to another site; as a page's it says what it was kept from.
  const mode = globalThis.document && 'no-cors';
  let cause: unknown;
  try {
    await fetch(url, { mode, credentials: 'omit', signal: AbortSignal.timeout(timeout) });
  } catch (error) {
    cause = error;
  }
  return (cause ? (cause as Error).cause === 'cors' : mode)
    ? problem(
        'cors',
        url,
        'lets no other site read it (no Access-Control-Allow-Origin), or leads to another address: try it with or without “www.”',
      )
    : unreached(url, cause);
}
