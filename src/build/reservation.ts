import {
  articleHeight,
  authorHeight,
  besideShare,
  besideWidth,
  buttonHeight,
  commentBoxHeight,
  columnSteps,
  dimensions,
  headingGap,
  headingText,
  imageGap,
  layouts,
  moreGap,
  textHeight,
  themePadding,
  usualColumns,
  usualParts,
  type CardPart,
  type Layout,
} from '../styles/dimensions.js';
import { formReservation } from './form-reservation.js';
import { headingLook } from './reserved-heading.js';
import { waiting } from './waiting.js';

/**
 * `newsrack.css`: keeps each widget's room free before its script arrives. A zero-width float as tall as the widget
 * will be stands beside whatever fallback content the author wrote, until the element says that it has settled.
 */
export function reservationCss(): string {
  return [
    // Registered, so that a gap given in em is measured by the widget's font and not by the heading's.
    '@property --nr-_g{syntax:"<length>";inherits:true;initial-value:0px}',
    ...(['headlines', 'article-card'] as const).flatMap(cardWidget),
    ...atLeast('author-bio', authorHeight),
    ...atLeast('article', articleHeight),
    ...formReservation(),
    ...atLeast('comment-box', commentBoxHeight),
    ...withoutScripts(),
  ].join('\n');
}

/** Where nothing will come, the fallback takes its own room only. */
function withoutScripts(): string[] {
  const [spaced, high] = [
    ['headlines', 'article-card', 'newsletter-form'],
    ['author-bio', 'article', 'comment-box'],
  ].map((widgets) => `:is(${widgets.map((each) => `nr-${each},[data-nr=${each}]`).join()})`);
  return [
    '@media (scripting:none){',
    `${spaced}::before,${spaced}::after{content:none!important}`,
    `${high}{min-block-size:0!important}`,
    '}',
  ];
}

/** For widgets whose height follows from their text: less than they mostly take. */
function atLeast(widget: string, height: string): string[] {
  const tag = `nr-${widget}`;
  const placed = `[data-nr=${widget}]:not(script)`;
  return [
    `:where(${tag},${placed}){display:flow-root}`,
    `${tag}${waiting},${placed}:not(:has(>${tag})){min-block-size:${height}}`,
  ];
}

type CardWidget = 'headlines' | 'article-card';

function cardWidget(widget: CardWidget): string[] {
  const tag = `nr-${widget}`;
  // A script takes no room itself; its widget stands beside it.
  const placed = `[data-nr=${widget}]:not(script)`;
  const on = (test: (attribute: (name: string) => string) => string) =>
    `${tag}${test((name) => name)},${placed}${test((name) => `data-nr-${name}`)}`;
  const list = widget === 'headlines';

  const rules = [
    `:where(${tag},${placed}){display:flow-root;container-type:inline-size;contain-intrinsic-inline-size:20em}`,
    `${tag},${placed}{--nr-_u:1em;--nr-_n:${list ? 5 : 1};--nr-_p:0em;--nr-_b:0em;${layoutVariables('stacked', list)}}`,
    `${tag}::before,${placed}::before{${cardHeight('stacked')}}`,
  ];
  for (const layout of layouts.slice(1)) {
    rules.push(
      `${on((a) => `[${a('layout')}=${layout}]`)}{${layoutVariables(layout, list)}}`,
      `${on((a) => `[${a('layout')}=${layout}]::before`)}{${cardHeight(layout)}}`,
    );
  }
  rules.push(`${on((a) => `[${a('show')}]`)}{--nr-_i:0;--nr-_k:0;--nr-_e:0;--nr-_m:0}`);
  const switches: [CardPart, string][] = [
    ['image', 'i'],
    ['kicker', 'k'],
    ['excerpt', 'e'],
    ['byline', 'm'],
    ['date', 'm'],
    ['publisher', 'm'],
  ];
  for (const [part, name] of switches) {
    rules.push(`${on((a) => `[${a('show')}~=${part}]`)}{--nr-_${name}:1}`);
  }
  rules.push(
    `${on((a) => `:is([${a('theme')}=light],[${a('theme')}=dark])`)}{--nr-_p:calc(${themePadding}*var(--nr-_u))}`,
  );
  if (list) {
    for (let limit = 1; limit <= 100; limit++) {
      if (limit !== 5) rules.push(`${on((a) => `[${a('limit')}="${limit}"]`)}{--nr-_n:${limit}}`);
    }
    for (let columns = 1; columns <= columnSteps.length + 1; columns++) {
      rules.push(`${on((a) => `[${a('columns')}="${columns}"]`)}{--nr-_x:${columns}}`);
    }
    const [size] = headingText;
    rules.push(
      `${on((a) => `[${a('heading')}]`)}{--nr-_u:calc(1em/${size})}`,
      `${on((a) => `[${a('more')}]:not([${a('more')}=false])`)}{--nr-_b:calc(${moreGap}*var(--nr-_u) + ${buttonHeight.replace(/([\d.]+)em/, '$1*var(--nr-_u)')})}`,
      `${on((a) => `[${a('heading')}]::before`)}{--nr-_h:${headingGap};${headingLook}}`,
    );
  }
  const element = `${tag}${waiting}`;
  const empty = `${placed}:not(:has(>${tag}))`;
  rules.push(...spacer(`${element}::before`, list), ...spacer(`${empty}::before`, list));
  if (list) {
    rules.push(
      `${element}[heading]::before{content:attr(heading)}`,
      `${empty}[data-nr-heading]::before{content:attr(data-nr-heading)}`,
    );
  }
  return rules;
}

function layoutVariables(layout: Layout, list: boolean): string {
  const { gap } = dimensions[layout];
  const usual = usualParts[layout];
  const flag = (...parts: CardPart[]) => (parts.some((part) => usual.includes(part)) ? 1 : 0);
  return [
    `--nr-_i:${flag('image')}`,
    `--nr-_k:${flag('kicker')}`,
    `--nr-_e:${flag('excerpt')}`,
    `--nr-_m:${flag('byline', 'date', 'publisher')}`,
    `--nr-_g:var(--nr-gap,${gap}em)`,
    `--nr-_x:${list ? usualColumns(layout) : 1}`,
  ].join(';');
}

/** Height of one card, from the width of its column: declared where that width is known. */
function cardHeight(layout: Layout): string {
  const ratio = `(var(--nr-image-ratio,${dimensions[layout].ratio}))`;
  const text = textHeight(layout, 'var(--nr-_u)');
  const beside = besideWidth[layout];
  if (!beside) {
    return `--nr-_y:(var(--nr-_i)*(var(--nr-_w)/${ratio} + ${imageGap}*var(--nr-_u)) + ${text})`;
  }
  const width = `min(${besideShare[layout]}*var(--nr-_w),${beside}*var(--nr-_u))`;
  return `--nr-_y:max(var(--nr-_i)*${width}/${ratio},${text})`;
}

function spacer(selector: string, list: boolean): string[] {
  const rows = 'round(up,var(--nr-_n)/var(--nr-_c),1)';
  const rules = [
    `${selector}{content:"";float:inline-start;inline-size:100%;margin-inline-end:-100%;visibility:hidden;--nr-_c:1;` +
      '--nr-_w:((100cqi - 2*var(--nr-_p) - (var(--nr-_c) - 1)*var(--nr-_g))/var(--nr-_c));' +
      `padding-block-end:calc(${rows}*var(--nr-_y) + (${rows} - 1)*var(--nr-_g) + var(--nr-_h,0)*var(--nr-_u) + var(--nr-_b) + 2*var(--nr-_p))}`,
  ];
  if (list) {
    columnSteps.forEach((step, index) => {
      rules.push(
        `@container (inline-size>=${step}em){${selector}{--nr-_c:min(${index + 2},var(--nr-_x))}}`,
      );
    });
  }
  return rules;
}
