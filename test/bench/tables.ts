import { figure, type Figure, type Result } from './results.js';
import type { Spread } from './statistics.js';

export interface Column {
  figure: Figure;
  title: string;
  unit: string;
  /** Bytes are told as kB. */
  scale?: number;
}

export const columns: Column[] = [
  { figure: 'bytes', title: 'On the wire', unit: 'kB', scale: 1 / 1000 },
  { figure: 'code', title: 'Scripts and styles', unit: 'kB', scale: 1 / 1000 },
  { figure: 'requests', title: 'Requests', unit: '' },
  { figure: 'trips', title: 'Round trips to content', unit: '' },
  { figure: 'content', title: 'Time to content', unit: 'ms' },
  { figure: 'fcp', title: 'FCP', unit: 'ms' },
  { figure: 'lcp', title: 'LCP', unit: 'ms' },
  { figure: 'cls', title: 'CLS', unit: '' },
  { figure: 'inp', title: 'INP', unit: 'ms' },
  { figure: 'frame', title: 'Longest frame of scrolling', unit: 'ms' },
  { figure: 'task', title: 'Main thread', unit: 'ms of processor' },
  { figure: 'script', title: 'Scripts', unit: 'ms of processor' },
  { figure: 'layout', title: 'Style and layout', unit: 'ms of processor' },
  { figure: 'longTasks', title: 'Long tasks', unit: '' },
  { figure: 'longest', title: 'Longest task', unit: 'ms' },
  { figure: 'heap', title: 'Heap', unit: 'MiB' },
  { figure: 'nodes', title: 'DOM nodes', unit: '' },
];

export function told(value: number, scale = 1): string {
  const scaled = value * scale;
  if (!scaled) return '0';
  return scaled.toLocaleString('en', {
    maximumFractionDigits: scaled < 0.1 ? 3 : scaled < 10 ? 2 : scaled < 100 ? 1 : 0,
  });
}

export const toldSpread = ({ median, least, most }: Spread, scale?: number): string =>
  least === most
    ? told(median, scale)
    : `${told(median, scale)} (${told(least, scale)}–${told(most, scale)})`;

export const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** Rows are figures, columns are sides: names are longer than numbers. */
export function resultTable(result: Result): string {
  const sides = Object.keys(result.values);
  const title = `${result.title}, ${result.condition}, ${result.runs} runs: median (least–most)`;
  return [
    row([title, ...sides]),
    row(['---', ...sides.map(() => '---')]),
    ...columns
      .filter(({ figure: name }) => sides.some((side) => figure(result, side, name)))
      .map(({ figure: name, title: what, unit, scale }) =>
        row([
          unit ? `${what}, ${unit}` : what,
          ...sides.map((side) => {
            const spread = figure(result, side, name);
            return spread ? toldSpread(spread, scale) : '';
          }),
        ]),
      ),
  ].join('\n');
}
