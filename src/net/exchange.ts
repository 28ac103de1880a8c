import { NewsrackError, type ErrorCode } from '../model/error.js';

export interface Answer<T> {
  data: T;
  headers: Headers;
}

/** One request and its answer, within `timeout` milliseconds for both headers and body. */
export async function exchange(
  url: string,
  timeout: number,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  const { host } = new URL(url);
  const timer = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      headers: { Accept: 'application/json' },
      signal: AbortSignal.any([signal, timer]),
    });
    const data: unknown = await response.json().catch((error: unknown) => {
      if (!(error instanceof SyntaxError)) throw error;
    });
    if (response.ok && data !== undefined) return { data, headers: response.headers };
    throw refusal(host, response, data);
  } catch (cause) {
    if (cause instanceof NewsrackError) throw cause;
    throw timer.aborted
      ? new NewsrackError('timeout', `${host} did not answer within ${timeout / 1000} s.`)
      : new NewsrackError('network', `${host} could not be reached.`, { cause });
  }
}

function refusal(host: string, { status, headers, ok }: Response, cause: unknown): NewsrackError {
  let code: ErrorCode = 'bad-answer';
  if (status === 404 || status === 410) code = 'not-found';
  if (status === 401 || status === 403) code = 'forbidden';
  return new NewsrackError(code, `${host} answered ${ok ? 'something else than JSON' : status}.`, {
    cause,
    status,
    retryable: status === 429 || status >= 500,
    retryAfter: seconds(headers.get('Retry-After')),
  });
}

/** `Retry-After` is a number of seconds or a date. */
function seconds(value: string | null): number | undefined {
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? +value : (Date.parse(value) - Date.now()) / 1000;
  return wait >= 0 ? wait : undefined;
}

/**
 * What a failure on the network was: a browser does not say whether a server is away or merely lets no other site
 * read it. An answer that cannot be read tells.
 */
export async function diagnose(url: string, signal?: AbortSignal): Promise<NewsrackError> {
  const { host } = new URL(url);
  const timer = AbortSignal.timeout(5000);
  try {
    await fetch(url, {
      mode: 'no-cors',
      credentials: 'omit',
      signal: signal ? AbortSignal.any([signal, timer]) : timer,
    });
    return new NewsrackError(
      'cors',
      `${host} does not let this site read its answers. Its owner can allow that: Access-Control-Allow-Origin.`,
    );
  } catch (cause) {
    return new NewsrackError('network', `${host} could not be reached.`, { cause });
  }
}
