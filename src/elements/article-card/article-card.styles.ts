import { css, unsafeCSS, type CSSResult } from 'lit';
import {
  besideGap,
  besideShare,
  besideWidth,
  dimensions,
  excerptText,
  imageGap,
  kickerText,
  layouts,
  metaText,
  partGap,
  rounded,
  type Layout,
} from '../../styles/dimensions.js';

/** What differs between two layouts; everything else is the same rule for all of them. */
function variables(layout: Layout): Record<string, number | string> {
  const { ratio, headline, excerptLines, gap } = dimensions[layout];
  const beside = besideWidth[layout];
  return {
    a: ratio,
    g: `${gap}em`,
    s: headline[0],
    l: headline[1],
    n: headline[2],
    x: excerptLines,
    d: beside ? 'flex' : 'block',
    w: beside ? `min(${besideShare[layout]! * 100}%,${beside}em)` : 'auto',
    b: beside ? 0 : `${imageGap}em`,
  };
}

const standard = variables('stacked');

const layoutRules = layouts.map((layout) => {
  const different = Object.entries(variables(layout)).filter(
    ([name, value]) => layout === 'stacked' || standard[name] !== value,
  );
  const selector = layout === 'stacked' ? 'root' : `layout-${layout}`;
  return `.${selector}{${different.map(([name, value]) => `--nr-_${name}:${value}`).join(';')}}`;
});

const part = ([size, lineHeight]: readonly [number, number]) => size * lineHeight;

/** As `textHeight()` has it, for any layout. */
const height =
  'calc(1em*(var(--nr-_s)*var(--nr-_l)*var(--nr-_n) + ' +
  `var(--nr-_k)*${rounded(part(kickerText) + partGap)} + ` +
  `var(--nr-_e)*(${rounded(part(excerptText))}*var(--nr-_x) + ${partGap}) + ` +
  `var(--nr-_m)*${rounded(part(metaText) + partGap)}))`;

/** The card, alone or in a list. */
export const cardStyles: CSSResult = css`
  .root {
    --nr-_k: 0;
    --nr-_e: 0;
    --nr-_m: 0;
    --ratio: var(--nr-image-ratio, var(--nr-_a));
    --gap: var(--nr-gap, var(--nr-_g));
  }
  [data-show~='kicker'] {
    --nr-_k: 1;
  }
  [data-show~='excerpt'] {
    --nr-_e: 1;
  }
  [data-show~='byline'],
  [data-show~='date'],
  [data-show~='publisher'] {
    --nr-_m: 1;
  }
  ${unsafeCSS(layoutRules.join(''))}
  .card {
    position: relative;
    display: var(--nr-_d);
    gap: ${unsafeCSS(besideGap)}em;
  }
  /* Each box that clips costs paint, and cards come by the hundred: the picture has its corners itself. */
  .media {
    flex: none;
    align-self: start;
    inline-size: var(--nr-_w);
    min-block-size: 0;
    margin-block-end: var(--nr-_b);
    aspect-ratio: var(--ratio);
    border-radius: var(--nr-radius, 0.25em);
    background: var(--tint);
  }
  .monogram,
  img {
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
  }
  .monogram {
    display: grid;
    place-items: center;
    color: var(--muted);
    font-family: var(--nr-font-heading, inherit);
    font-size: 2.5em;
    line-height: 1;
  }
  img {
    display: block;
    object-fit: cover;
  }
  .text {
    flex-direction: column;
    flex: 1;
    display: flex;
    min-inline-size: 0;
    min-block-size: ${unsafeCSS(height)};
    gap: ${unsafeCSS(partGap)}em;
  }
  .kicker,
  .meta {
    position: relative;
    inline-size: fit-content;
    max-inline-size: 100%;
    white-space: nowrap;
  }
  .kicker,
  .meta > * {
    min-inline-size: 0;
    overflow: clip;
    text-overflow: ellipsis;
  }
  .kicker {
    color: var(--nr-accent, var(--muted));
    font-size: ${unsafeCSS(kickerText[0])}em;
    font-weight: 600;
    line-height: ${unsafeCSS(kickerText[1])};
  }
  .headline,
  .excerpt {
    display: -webkit-box;
    overflow: clip;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
  }
  .headline {
    font-family: var(--nr-font-heading, inherit);
    font-size: calc(var(--nr-_s) * 1em);
    font-weight: 700;
    line-height: var(--nr-_l);
    -webkit-line-clamp: var(--nr-_n);
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  /* The link covers the card; what may be selected stands above it and hands its clicks on. */
  a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .card:hover a,
  a:focus-visible {
    text-decoration: underline;
    text-underline-offset: 0.15em;
    text-decoration-thickness: 1px;
  }
  a:focus-visible {
    outline: none;
  }
  a:focus-visible::after {
    outline: 2px solid var(--nr-accent, currentColor);
    outline-offset: 3px;
  }
  .excerpt {
    position: relative;
    color: var(--muted);
    font-size: ${unsafeCSS(excerptText[0])}em;
    line-height: ${unsafeCSS(excerptText[1])};
    -webkit-line-clamp: var(--nr-_x);
  }
  .linked {
    cursor: pointer;
  }
  .meta {
    display: flex;
    gap: 0.5em;
    color: var(--muted);
    font-size: ${unsafeCSS(metaText[0])}em;
    line-height: ${unsafeCSS(metaText[1])};
  }
  /* Cut before the date is. */
  .byline,
  .publisher {
    flex-shrink: 1e5;
  }
  .meta > * + *::before {
    content: '·';
    content: '·' / '';
    margin-inline-end: 0.5em;
  }
  [aria-busy] .media,
  [aria-busy] .text {
    background: var(--tint);
    border-radius: var(--nr-radius, 0.25em);
  }
  @media (prefers-reduced-motion: no-preference) {
    [aria-busy] .card {
      animation: wait 1.6s ease-in-out infinite alternate;
    }
    @keyframes wait {
      to {
        opacity: 0.45;
      }
    }
  }
  @media (forced-colors: active) {
    .media {
      border: 1px solid;
    }
  }
  @media print {
    .card {
      break-inside: avoid;
    }
  }
`;
