/** test/tally.ts for tests that run in the browser. */
import { executeServerCommand } from '@web/test-runner-commands';
import type { Counted } from './tally.js';

export const tally = (what: Counted, count = 1): Promise<void> =>
  executeServerCommand('tally', { what, count });
