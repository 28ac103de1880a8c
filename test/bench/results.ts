import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Calm, Machine } from './machine.js';
import type { Condition } from './section.js';
import { ratios, spread, type Spread } from './statistics.js';
import type { Visit } from './visit.js';

export type Figure = keyof Visit;

/** What one comparison came to. */
export interface Result {
  name: string;
  title: string;
  condition: Condition;
  when: string;
  runs: number;
  machine: Machine;
  browser: string;
  /** Newsrack's and the peers'. */
  versions: Record<string, string>;
  calm: Calm;
  /** By side, by figure: one value for each run. */
  values: Record<string, Partial<Record<Figure, number[]>>>;
}

const folder = join(import.meta.dirname, 'results');
export const resultsFile = (name: string): string => join(folder, name);

export async function keep(result: Result): Promise<void> {
  await mkdir(folder, { recursive: true });
  const rounded = JSON.stringify(
    result,
    (_, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
    1,
  ).replace(/\[[\d\s.,e-]*\]/g, (list) => list.replace(/\s+/g, ' '));
  await writeFile(resultsFile(`${result.name}.json`), `${rounded}\n`);
}

export async function kept(): Promise<Map<string, Result>> {
  const files = await readdir(folder).catch(() => []);
  const all = await Promise.all(
    files
      .filter((file) => file.endsWith('.json'))
      .map(async (file) => JSON.parse(await readFile(resultsFile(file), 'utf8')) as Result),
  );
  return new Map(all.map((result) => [result.name, result]));
}

export function figure(result: Result | undefined, side: string, name: Figure): Spread | undefined {
  const values = result?.values[side]?.[name];
  return values?.length ? spread(values) : undefined;
}

export function ratio(
  result: Result | undefined,
  side: string,
  other: string,
  name: Figure,
): Spread | undefined {
  const ours = result?.values[side]?.[name];
  const theirs = result?.values[other]?.[name];
  return ours && theirs ? ratios(ours, theirs) : undefined;
}
