import type { NewsrackError } from '../model/error.js';

const HOUR = 3_600_000;
const MOST_AN_HOUR = 6;

const failures = new Map<string, { error: NewsrackError; times: number[] }>();

/** A server that is down fails as a whole; one that answers in order refuses one address. */
const places = (url: string): [server: string, address: string] => [new URL(url).origin, url];

/** The last error of a source that failed so often within the hour that it is left alone. */
export function broken(url: string): NewsrackError | undefined {
  for (const place of places(url)) {
    const past = failures.get(place);
    const recent = past?.times.filter((time) => time > Date.now() - HOUR);
    if (recent && recent.length >= MOST_AN_HOUR) return past!.error;
  }
  return undefined;
}

export function failed(url: string, error: NewsrackError): void {
  const [server, address] = places(url);
  const { status } = error;
  const place = status && status < 500 && status !== 429 ? address : server;
  const times = failures.get(place)?.times ?? [];
  failures.set(place, { error, times: [...times.slice(1 - MOST_AN_HOUR), Date.now()] });
}

export function succeeded(url: string): void {
  places(url).forEach((place) => failures.delete(place));
}
