import { css, unsafeCSS } from 'lit';
import {
  buttonHeight,
  columnSteps,
  usualColumns,
  layouts,
  moreGap,
} from '../../styles/dimensions.js';
import { heading } from '../../styles/heading.js';

const columnRules = [
  '.root{--most:1}',
  ...layouts
    .filter((layout) => usualColumns(layout) > 1)
    .map((layout) => `.layout-${layout}{--most:${usualColumns(layout)}}`),
  ...[1, ...columnSteps].map((_, index) => `[data-columns='${index + 1}']{--most:${index + 1}}`),
  ...columnSteps.map(
    (step, index) =>
      `@container (inline-size>=${step}em){.list{--columns:min(${index + 2},var(--most))}}`,
  ),
].join('');

export const headlinesStyles = css`
  ${heading}
  .list {
    --columns: 1;
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    gap: var(--gap);
    padding: 0;
    list-style: none;
  }
  ${unsafeCSS(columnRules)}
  .item {
    position: relative;
  }
  .layout-row .item + .item::before,
  .layout-compact .item + .item::before,
  .layout-headline .item + .item::before {
    content: '';
    position: absolute;
    inset: calc(var(--gap) / -2) 0 auto;
    /* Between what stands below each other: in several columns it would stand above the first row, too. */
    border-block-start: calc(2px - var(--columns) * 1px) solid var(--border);
  }
  .more {
    display: block;
    inline-size: 100%;
    block-size: ${unsafeCSS(buttonHeight)};
  }
  .root .more {
    margin-block-start: ${unsafeCSS(moreGap)}em;
  }
  /* Lies over the list: what waits must not move what is being read. */
  .waiting {
    position: sticky;
    z-index: 2;
    inset-block-start: 0.5em;
    display: flex;
    justify-content: center;
    block-size: 0;
  }
  .waiting button {
    color: var(--nr-on-accent, light-dark(#fff, #111));
    background: var(--nr-accent, light-dark(#222, #eee));
    box-shadow: 0 2px 8px rgb(0 0 0 / 0.3);
  }
`;
