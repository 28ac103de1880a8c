import { css, unsafeCSS, type CSSResult } from 'lit';
import {
  besideGap,
  dimensions,
  excerptText,
  imageBeside,
  imageGap,
  kickerText,
  layouts,
  metaText,
  partGap,
  textHeight,
  type Layout,
} from '../../styles/dimensions.js';

const lines = (count: number | string) => `-webkit-line-clamp:${count};line-clamp:${count}`;

function layoutRules(layout: Layout): string {
  const { ratio, headline, excerptLines, gap } = dimensions[layout];
  const beside = imageBeside[layout];
  return (
    `.layout-${layout}{--ratio:var(--nr-image-ratio,${ratio});--gap:var(--nr-gap,${gap}em)}` +
    `.layout-${layout} .text{min-block-size:${textHeight(layout, '1em')}}` +
    `.layout-${layout} .headline{font-size:${headline[0]}em;line-height:${headline[1]};${lines(headline[2])}}` +
    `.layout-${layout} .excerpt{${lines(excerptLines)}}` +
    (beside
      ? `.layout-${layout} .card{display:flex;gap:${besideGap}em}.layout-${layout} .media{flex:none;align-self:start;inline-size:min(${beside.share * 100}%,${beside.length}em)}.layout-${layout} .text{flex:1;min-inline-size:0}`
      : '')
  );
}

/** The card, alone or in a list. */
export const cardStyles: CSSResult = css`
  .root {
    --nr-_k: 0;
    --nr-_e: 0;
    --nr-_m: 0;
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
  ${unsafeCSS(layouts.map(layoutRules).join(''))}
  .card {
    position: relative;
  }
  .media {
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    aspect-ratio: var(--ratio);
    border-radius: var(--nr-radius, 0.25em);
    background: var(--tint);
  }
  .monogram {
    color: var(--muted);
    font-family: var(--nr-font-heading, inherit);
    font-size: 2.5em;
    line-height: 1;
  }
  .layout-stacked .media,
  .layout-hero .media {
    margin-block-end: ${unsafeCSS(imageGap)}em;
  }
  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .broken {
    visibility: hidden;
  }
  .text {
    display: flex;
    flex-direction: column;
    gap: ${unsafeCSS(partGap)}em;
  }
  .kicker,
  .meta {
    position: relative;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .kicker {
    inline-size: fit-content;
    max-inline-size: 100%;
    color: var(--nr-accent, var(--muted));
    font-size: ${unsafeCSS(kickerText[0])}em;
    font-weight: 600;
    line-height: ${unsafeCSS(kickerText[1])};
  }
  .headline,
  .excerpt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
  }
  .headline {
    font-family: var(--nr-font-heading, inherit);
    font-weight: 700;
    overflow-wrap: anywhere;
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
  .card:has(a:focus-visible) {
    outline: 2px solid var(--nr-accent, currentColor);
    outline-offset: 3px;
  }
  .excerpt {
    position: relative;
    color: var(--muted);
    font-size: ${unsafeCSS(excerptText[0])}em;
    line-height: ${unsafeCSS(excerptText[1])};
    overflow-wrap: anywhere;
  }
  .has-link .kicker,
  .has-link .excerpt,
  .has-link .meta {
    cursor: pointer;
  }
  .meta {
    display: flex;
    gap: 0.5em;
    inline-size: fit-content;
    max-inline-size: 100%;
    color: var(--muted);
    font-size: ${unsafeCSS(metaText[0])}em;
    line-height: ${unsafeCSS(metaText[1])};
  }
  .byline,
  .publisher {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .date {
    flex: none;
  }
  .meta > * + *::before {
    content: '·';
    margin-inline-end: 0.5em;
  }
  .loading .media,
  .loading .text {
    background: var(--tint);
    border-radius: var(--nr-radius, 0.25em);
  }
  @media (prefers-reduced-motion: no-preference) {
    .loading .card {
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
