import { join } from 'node:path';
import type * as server from '../../src/server/index.js';

/** The built package, as a server has it: markup and scripts must know each other's templates. */
export const newsrackServer = async (): Promise<typeof server> =>
  (await import(join(import.meta.dirname, '../../dist/server/index.js'))) as typeof server;
