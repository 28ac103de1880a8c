/** What tests count while they run, for the table at the end of `npm test`; see test/run.js. */
import { appendFileSync } from 'node:fs';

export type Counted = 'fault' | 'vector' | 'executed vector';

/** Counts so many more of these; the table sums them up. Only what has passed is to be counted. */
export function tally(what: Counted, count = 1): void {
  const file = process.env.NEWSRACK_TALLY;
  if (file) appendFileSync(file, `${JSON.stringify({ what, count })}\n`);
}
