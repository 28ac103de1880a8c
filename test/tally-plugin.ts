import { tally, type Counted } from './tally.js';

/** Web Test Runner's side of test/browser-tally.ts. */
export const tallyPlugin = () => ({
  name: 'newsrack-tally',
  executeCommand({ command, payload }: { command: string; payload?: unknown }) {
    if (command !== 'tally') return undefined;
    const { what, count } = payload as { what: Counted; count: number };
    tally(what, count);
    return true;
  },
});
