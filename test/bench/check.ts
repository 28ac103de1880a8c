import { ratio, type Figure, type Result } from './results.js';
import { names } from './section.js';
import { noise } from './statistics.js';

/** What must not get worse, beside code that does not change: of processor time, counts and bytes; nothing by the clock. */
const figures: [figure: Figure, slack: number][] = [
  ['task', 0.1],
  ['heap', 0.05],
  ['bytes', 0.02],
  ['requests', 0],
  ['nodes', 0.02],
];

const yardsticks = [names.plainLit, names.byHand, names.static, 'no widget', '100'];
const isOurs = (side: string) => /Newsrack|^ten|^one$|^10,000$/.test(side);

/** Whether a side is needed to compare ours with what it was. */
export const isChecked = (side: string): boolean => isOurs(side) || yardsticks.includes(side);

/** What has become worse than it was, by more than runs differ among themselves. */
export function compare(old: Result, now: Result): string[] {
  const found: string[] = [];
  for (const side of Object.keys(now.values).filter(isOurs)) {
    for (const [figure, slack] of figures) {
      // The nearest relative: what both do alike costs both alike.
      const yardstick = yardsticks.find((each) => old.values[each] && now.values[each]);
      if (!yardstick) continue;
      const before = ratio(old, side, yardstick, figure);
      const after = ratio(now, side, yardstick, figure);
      if (!before || !after) continue;
      const spreads = [old, now].map(({ values }) => {
        const list = (values[side]![figure] ?? []).map(
          (each, run) => each / (values[yardstick]![figure]?.[run] ?? NaN),
        );
        return noise(list.filter(Number.isFinite));
      });
      const bound = before.median * (1 + slack + 2 * Math.max(...spreads));
      if (after.median > bound)
        found.push(
          `${now.name}, ${side}: ${figure} is ${after.median.toFixed(3)} × ${yardstick}; it was ${before.median.toFixed(3)}, up to ${bound.toFixed(3)} is noise`,
        );
    }
  }
  return found;
}
