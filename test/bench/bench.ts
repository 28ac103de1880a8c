import { access } from 'node:fs/promises';
import { cards } from './cards.js';
import { comments } from './comments.js';
import { measure, type Figures, type Visit } from './measure.js';
import { median } from './statistics.js';
import type { Workload } from './workload.js';

/** What our figure is held to: its ratio to another side's, or itself. */
interface Bound {
  figure: keyof Visit;
  most: number;
  than?: string;
}

interface Plan {
  workload: () => Promise<Workload>;
  bounds: Bound[];
}

const RUNS = 9;
/** Above this spread of the limit's own time (most : median) the machine was too busy to believe it. */
const NOISE = 1.5;

const plans: Record<string, Plan> = {
  cards: {
    workload: () => cards(500),
    bounds: [{ figure: 'task', most: 1.3, than: 'plain Lit' }],
  },
  comments: {
    workload: () => comments(1000),
    bounds: [
      { figure: 'task', most: 1.3, than: 'plain' },
      { figure: 'heap', most: 3, than: 'plain' },
      { figure: 'longest', most: 200 },
    ],
  },
};

const ours = 'Newsrack';
const round = (value: number) => (value < 100 ? value.toFixed(2) : value.toFixed(0));

function table(figures: Record<string, Figures>): string {
  const names: (keyof Visit)[] = ['task', 'script', 'layout', 'longest', 'heap', 'nodes'];
  return [
    `| median (least–most) | ${names.join(' | ')} |`,
    `| --- |${names.map(() => ' --- |').join('')}`,
    ...Object.entries(figures).map(
      ([side, figure]) =>
        `| ${side} | ${names
          .map((name) => {
            const { median: middle, least, most } = figure[name];
            return `${round(middle)} (${round(least)}–${round(most)})`;
          })
          .join(' | ')} |`,
    ),
  ].join('\n');
}

/** Ratio in each round, so that a slow minute counts for both sides. */
const ratio = (ours: Visit[], theirs: Visit[], figure: keyof Visit) =>
  median(ours.map((each, index) => each[figure] / theirs[index]![figure]));

async function run(name: string, { workload, bounds }: Plan): Promise<boolean> {
  const load = await workload();
  const { figures, visits } = await measure(load, RUNS);
  console.warn(
    `\n## ${name}: ${load.name}, ${RUNS} runs; times in ms, heap in MiB\n\n${table(figures)}\n`,
  );
  const { median: middle, most } = figures['static HTML']!.task;
  if (most > NOISE * middle) {
    console.warn(`The machine was busy (static HTML took up to ${round(most)} ms): run it again.`);
  }
  return bounds
    .map(({ figure, most: bound, than }) => {
      const found = than
        ? ratio(visits[ours]!, visits[than]!, figure)
        : figures[ours]![figure].median;
      const isMet = found <= bound;
      console.warn(
        `${figure}: ${round(found)}${than ? ` × ${than}` : ''}, bound ${bound}: ${isMet ? 'met' : 'NOT MET'}`,
      );
      return isMet;
    })
    .every(Boolean);
}

await access(new URL('../../dist/cdn/newsrack.js', import.meta.url)).catch(() => {
  throw new Error('There is nothing to measure: run npm run build first.');
});
const wanted = process.argv.slice(2);
const names = wanted.length ? wanted : Object.keys(plans);
for (const name of names) {
  const plan = plans[name];
  if (!plan) throw new Error(`No bench is called ${name}; there are: ${Object.keys(plans).join()}`);
  if (!(await run(name, plan))) process.exitCode = 1;
}
