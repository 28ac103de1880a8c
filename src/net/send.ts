import { NewsrackError } from '../model/error.js';
import { toJson } from '../model/json.js';

/** What the other side said to something that was sent, whatever its status: who sent it knows what that means. */
export interface Reply {
  status: number;
  /** JSON, where the answer was JSON. */
  data?: unknown;
  /** The answer as it came. */
  text: string;
  /** A page instead of an answer: a captcha, a login, an error page for people. */
  isPage: boolean;
  /** Seconds that the other side asks to wait, where a script may read that. */
  retryAfter: number | undefined;
}

/** Milliseconds until the answer must have come. */
const TIMEOUT = 20_000;

/**
 * Sends once, without credentials, and never again by itself: what was sent may have arrived even if no answer came.
 * A form's fields (`URLSearchParams`) need no preflight; an object goes as JSON; nothing is a GET.
 *
 * @throws {NewsrackError} `network`: no answer came. `timeout`: none came in time. Nobody knows then whether it arrived.
 */
export async function send(url: string, body?: URLSearchParams | object): Promise<Reply> {
  const timer = AbortSignal.timeout(TIMEOUT);
  const isJson = body && !(body instanceof URLSearchParams);
  try {
    const answer = await fetch(url, {
      method: body ? 'POST' : 'GET',
      credentials: 'omit',
      headers: {
        Accept: 'application/json',
        ...(isJson && { 'Content-Type': 'application/json' }),
      },
      body: isJson ? toJson(body) : body,
      signal: timer,
    });
    const text = await answer.text();
    return {
      status: answer.status,
      text,
      isPage: /^\s*<[a-z!]/i.test(text),
      retryAfter: Number(answer.headers.get('Retry-After')) || undefined,
      ...json(text),
    };
  } catch (cause) {
    const { host } = new URL(url);
    throw timer.aborted
      ? new NewsrackError('timeout', `${host} did not answer within ${TIMEOUT / 1000} s.`)
      : new NewsrackError(
          'network',
          `${host} could not be reached, or lets no other site send to it (CORS).`,
          { cause },
        );
  }
}

function json(text: string): { data?: unknown } {
  try {
    return { data: JSON.parse(text) as unknown };
  } catch {
    return {};
  }
}
