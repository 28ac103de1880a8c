import { told } from './tables.js';
import type { Spread } from './statistics.js';

export interface Bar {
  name: string;
  spread: Spread;
}

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Ours stand out, the limit is pale, the others are grey. */
const colour = (name: string) =>
  name.startsWith('Newsrack')
    ? '#1d6b4f'
    : /^static|^by hand|^plain/.test(name)
      ? '#b9c4bf'
      : '#7d8894';

const LEFT = 190;
const WIDTH = 640;
const ROW = 24;

/** Horizontal bars of medians, with a line from the least to the most. Its height follows from the bars. */
export function bars(
  title: string,
  all: Bar[],
  scale = 1,
  top = 0,
): { svg: string; height: number } {
  const most = Math.max(...all.map(({ spread }) => spread.most), Number.MIN_VALUE);
  const room = WIDTH - LEFT - 90;
  const at = (value: number) => LEFT + (value / most) * room;
  const rows = all.map(({ name, spread }, index) => {
    const y = top + 34 + index * ROW;
    const middle = y + 8;
    return `<text x="${LEFT - 8}" y="${y + 12}" text-anchor="end">${escaped(name)}</text>
<rect x="${LEFT}" y="${y}" width="${Math.max(1, at(spread.median) - LEFT).toFixed(1)}" height="16" fill="${colour(name)}"/>
<line x1="${at(spread.least).toFixed(1)}" x2="${at(spread.most).toFixed(1)}" y1="${middle}" y2="${middle}" stroke="#1a1f1d" stroke-width="1"/>
<text x="${(at(spread.most) + 6).toFixed(1)}" y="${y + 12}">${told(spread.median, scale)}</text>`;
  });
  return {
    svg: `<text x="8" y="${top + 20}" font-weight="600">${escaped(title)}</text>\n${rows.join('\n')}`,
    height: 44 + all.length * ROW,
  };
}

/** One picture of several plots, one below the other. */
export function picture(
  title: string,
  plots: [title: string, bars: Bar[], scale?: number][],
): string {
  let top = 0;
  const parts = plots.map(([name, list, scale]) => {
    const { svg, height } = bars(name, list, scale, top);
    top += height;
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top + 6}" width="${WIDTH}" height="${top + 6}" font-family="system-ui, sans-serif" font-size="13" fill="#1a1f1d" role="img"><title>${escaped(title)}</title>
<rect width="100%" height="100%" fill="#fff"/>
${parts.join('\n')}
</svg>`;
}
