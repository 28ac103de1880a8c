import type { Browser } from 'playwright-core';
import { calm, machine, tryMachine } from './machine.js';
import type { Figure, Result } from './results.js';
import type { Section } from './section.js';
import { visit } from './visit.js';

export interface RoundsOptions {
  runs: number;
  /** Which sides; all when left out. */
  only?: (side: string) => boolean;
  versions: Record<string, string>;
}

/** Visits the sides in turn, A B C A B C…, each with an empty cache, so that what disturbs the machine hits all of them. */
export async function rounds(
  browser: Browser,
  section: Section,
  { runs, only = () => true, versions }: RoundsOptions,
): Promise<Result> {
  const sides = Object.entries(section.sides).filter(([side]) => only(side));
  const values: Result['values'] = {};
  const tries = [];
  // The first round warms up the site, which compresses each answer once; the slow line hides that.
  for (let run = section.condition === 'slow' ? 0 : -1; run < runs; run++) {
    for (const [side, made] of sides) {
      // Somebody else's page that once does not come about does not end the bench.
      const seen = await visit(browser, made, section.condition).catch((error: unknown) => {
        console.warn(`${section.name}, ${side}: ${String(error)}; once more`);
        return visit(browser, made, section.condition);
      });
      if (run < 0) continue;
      const kept = (values[side] ??= {});
      for (const [name, value] of Object.entries(seen) as [Figure, number][])
        (kept[name] ??= []).push(value);
      tries.push(tryMachine());
    }
  }
  return {
    name: section.name,
    title: section.title,
    condition: section.condition,
    when: new Date().toISOString(),
    runs,
    machine: machine(),
    browser: browser.version(),
    versions,
    calm: calm(tries),
    values,
  };
}
