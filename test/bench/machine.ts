import { cpus, loadavg, totalmem } from 'node:os';
import { spread, type Spread } from './statistics.js';

/** What was measured on. */
export interface Machine {
  processor: string;
  cores: number;
  /** GiB. */
  memory: number;
  system: string;
  node: string;
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() || 'unknown',
  cores: cpus().length,
  memory: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
});

/** How much a fixed piece of work was held up by others. */
export interface Calm {
  /** Milliseconds by the clock for always the same work. */
  clock: Spread;
  /** The same by the clock, over the processor time that it took: 1 where nobody else wanted the core. */
  share: Spread;
  /** Programs that want to run, over the last minute. */
  load: number;
}

interface Try {
  clock: number;
  share: number;
}

/** About 60 ms of arithmetic. */
export function tryMachine(): Try {
  const used = process.cpuUsage();
  const start = performance.now();
  let sum = 0;
  for (let number = 1; number < 2e7; number++) sum += number ^ (sum & 255);
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return { clock: clock + (sum ? 0 : 1), share: clock / Math.max(1, (user + system) / 1000) };
}

export const calm = (tries: Try[]): Calm => ({
  clock: spread(tries.map(({ clock }) => clock)),
  share: spread(tries.map(({ share }) => share)),
  load: loadavg()[0]!,
});

/** Why not to believe times by the clock, or nothing. Processor time, bytes, counts and heap bear more. */
export function disturbance({ clock, share }: Calm): string | undefined {
  const swing = clock.most / clock.median;
  if (share.median > 1.1)
    return `other programs took the processor: the same work took ${share.median.toFixed(2)} times its processor time`;
  if (swing > 1.5) return `the same work took up to ${swing.toFixed(2)} times as long as usually`;
  return undefined;
}
