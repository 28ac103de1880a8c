/**
 * The one source of how much room a card takes, in units of the widget's font size. The cards' style sheet uses it,
 * and the build writes `newsrack.css` from it, so that reserved and taken space cannot drift apart.
 *
 * Every text part has a fixed line height and is clamped to a number of lines, so a card's height follows from
 * its layout, its parts and the column's width alone.
 */
export const layouts = ['stacked', 'row', 'compact', 'headline', 'hero'] as const;
export type Layout = (typeof layouts)[number];

export const cardParts = ['image', 'kicker', 'excerpt', 'byline', 'date', 'publisher'] as const;
export type CardPart = (typeof cardParts)[number];

const allButPublisher = cardParts.slice(0, -1);

/** Which parts a card shows when its author does not say. */
export const usualParts: Record<Layout, CardPart[]> = {
  stacked: allButPublisher,
  row: allButPublisher,
  compact: ['image', 'date'],
  headline: ['date'],
  hero: allButPublisher,
};

interface Dimensions {
  /** Width : height of the picture, unless `--nr-image-ratio` is set. */
  ratio: string;
  /** Font size of the headline, its line height, its lines at most. */
  headline: [size: number, lineHeight: number, lines: number];
  excerptLines: number;
  /** Between cards, unless `--nr-gap` is set. */
  gap: number;
}

/** Known to style sheets only: code that asked for one of them would carry all of them to the browser. */
export const dimensions: Record<Layout, Dimensions> = {
  stacked: { ratio: '16/9', headline: [1.2, 1.3, 3], excerptLines: 3, gap: 1.75 },
  row: { ratio: '4/3', headline: [1.1, 1.3, 3], excerptLines: 2, gap: 1.5 },
  compact: { ratio: '1', headline: [1, 1.3, 2], excerptLines: 2, gap: 1.25 },
  headline: { ratio: '16/9', headline: [1.05, 1.3, 2], excerptLines: 2, gap: 1.25 },
  hero: { ratio: '16/9', headline: [1.75, 1.2, 3], excerptLines: 3, gap: 2 },
};

/** Width of a picture beside the text at most; absent where it stands above. */
export const besideWidth: Partial<Record<Layout, number>> = { row: 12, compact: 5 };
/** Its share of the column at most. */
export const besideShare: Partial<Record<Layout, number>> = { row: 0.36, compact: 0.3 };

/** Widget widths (in font sizes) from which a list has two, three … columns, if it may have as many. */
export const columnSteps = [34, 52, 70, 88, 106];

/** As many columns as a list may have when its author does not say. */
export const usualColumns = (layout: Layout): number => (layout === 'stacked' ? 4 : 1);

/** Below a picture that stands above its text, and between one that stands beside it. */
export const imageGap = 0.75;
export const besideGap = 1;
/** Between the text parts of a card. */
export const partGap = 0.35;
/** Font size and line height. */
export const kickerText = [0.8, 1.5] as const;
export const excerptText = [0.95, 1.5] as const;
export const metaText = [0.85, 1.5] as const;
export const headingText = [1.35, 1.25] as const;
/** Below the heading of a list. */
export const headingGap = 0.75;
/** Above the "more" button, and the button itself. */
export const moreGap = 1;
export const buttonHeight = 'max(2.75em, 44px)';
/** Of a comment box at least: its heading, its form, the first comments. */
export const commentBoxHeight = '42em';
/** Around a widget with a theme of its own. */
export const themePadding = 1;

/** What a full article takes at least: its head, a picture and some text. */
export const articleHeight = '40em';
/** What an author's portrait and a short biography take at least. */
export const authorHeight = '8em';

/** Without the noise of binary fractions. */
export const rounded = (value: number) => Number(value.toFixed(4));

/** Height of a card's text as a CSS sum: `--k`, `--e` and `--m` are 1 where kicker, excerpt and byline line show, else 0. */
export function textHeight(layout: Layout, unit: string): string {
  const { headline, excerptLines } = dimensions[layout];
  const sum = [
    rounded(headline[0] * headline[1] * headline[2]),
    `var(--nr-_k)*${rounded(kickerText[0] * kickerText[1] + partGap)}`,
    `var(--nr-_e)*${rounded(excerptText[0] * excerptText[1] * excerptLines + partGap)}`,
    `var(--nr-_m)*${rounded(metaText[0] * metaText[1] + partGap)}`,
  ].join(' + ');
  return `calc(${unit}*(${sum}))`;
}

/** How many columns a list has at a width given in font sizes. */
export function columnsAt(width: number, most: number): number {
  return Math.min(most, 1 + columnSteps.filter((step) => width >= step).length);
}
