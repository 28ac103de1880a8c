import {
  besideWidth,
  cardParts,
  columnsAt,
  layouts,
  usualParts,
  type CardPart,
  type Layout,
} from '../../styles/dimensions.js';
import { oneOf } from '../attributes.js';
import { shownParts, type AttributeProblem } from '../shown-parts.js';

/** The layout and parts that an author chose, and what is wrong with the choice. */
export interface CardLook {
  layout: Layout;
  parts: readonly CardPart[];
  problems: AttributeProblem[];
}

export function cardLook(layout: string | undefined, show: string | undefined): CardLook {
  const problems: CardLook['problems'] = [];
  if (layout && !oneOf(layouts)(layout)) {
    problems.push(['layout', layout, `expected one of ${layouts.join(', ')}; using stacked`]);
    layout = undefined;
  }
  const chosen = (layout || 'stacked') as Layout;
  const { shown, problem } = shownParts(show, cardParts, usualParts[chosen], 'headline');
  if (problem) problems.push(problem);
  return { layout: chosen, parts: shown, problems };
}

/** `sizes` of a card's picture in a widget of this width, in pixels. */
export function pictureSizes(layout: Layout, width: number | undefined, columns: number): string {
  const beside = besideWidth[layout];
  if (beside) return `${beside * 16}px`;
  if (!width) return '100vw';
  return `${Math.ceil(width / columnsAt(width / 16, columns))}px`;
}
