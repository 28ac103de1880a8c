import { flights } from './http.js';
import { forgive } from './retry.js';

/** Nothing that sources have said counts any more, good or bad. A request that is under way is not made twice. */
export function askAnew(): void {
  for (const [url, { landed }] of flights) if (landed) flights.delete(url);
  forgive();
}
