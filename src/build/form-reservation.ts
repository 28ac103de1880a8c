import { buttonHeight, headingGap, headingText, themePadding } from '../styles/dimensions.js';
import { checkIndent, formGap, formSteps, labelHeight } from '../styles/form-dimensions.js';
import { headingLook } from './reserved-heading.js';
import { waiting } from './waiting.js';

const tag = 'nr-newsletter-form';
// A script takes no room itself; its widget stands beside it.
const placed = '[data-nr=newsletter-form]:not(script)';

/** The name of an attribute on the element, or on what it will be placed in. */
type Attribute = (name: string) => string;

const asData: Attribute = (name) => `data-nr-${name}`;
/** What the widget will be placed in, before it is. */
const empty = `${placed}:not(:has(>${tag}))`;

/** The rules' selectors for the element and for its placement by data attributes, until the widget stands. */
const on = (test: (attribute: Attribute) => string, pseudo: string) =>
  [
    `${tag}${waiting}${test((name) => name)}::${pseudo}`,
    `${empty}${test(asData)}::${pseudo}`,
  ].join();

const always = () => '';
const text = (name: string) => (a: Attribute) => `[${a(name)}]:not([${a(name)}=""])`;
const named = (a: Attribute) => `[${a('name-field')}]:not([${a('name-field')}=false])`;
/** The button stands on a line of its own at every width. */
const lines = (a: Attribute) =>
  `:is(${text('consent-text')(a)},:has(>[slot=consent],>[slot=captcha]))`;
const framed = (a: Attribute) =>
  `:is(${['beehiiv', 'substack'].map((name) => `[${a('provider')}=${name}],[${a('action')}*=".${name}.com"]:not([${a('provider')}])`).join()})`;
const themed = (a: Attribute) => `:is([${a('theme')}=light],[${a('theme')}=dark])`;

const unit = 'var(--nr-_u)';
/** `2.75em`, in a pseudo-element that has the heading's font size. */
const inUnits = (length: string) => length.replace(/([\d.]+)em/, `$1*${unit}`);
const button = inUnits(buttonHeight);
const fieldHeight = `(${labelHeight}*${unit} + ${button})`;
const gap = `${formGap}*${unit}`;

const plainText =
  'font:400 1em/1.5 var(--nr-font,inherit);font-family:var(--nr-font,inherit);letter-spacing:normal;text-align:start;text-indent:0;text-transform:none;white-space:normal;word-spacing:normal;overflow-wrap:break-word';

/**
 * Room of a form: its heading, fields and button in a float like that of the cards, and below it the text beside the check
 * box. `--nr-_f`: lines with fields; `--nr-_b`: 1 where the button has a line of its own; `--nr-_l`: lines of a slotted text.
 */
export function formReservation(): string[] {
  const float = 'float:inline-start;inline-size:100%;margin-inline-end:-100%;visibility:hidden';
  const columns = (step: number, more: number, test: (a: Attribute) => string) => {
    const at = `@container (inline-size>=${step + more}em)`;
    const beside = (a: Attribute) => `${test(a)}:not(${lines(a)})`;
    return step === formSteps[0]
      ? [
          `${at}{${on((a) => `${beside(a)}:not(${named(a)})`, 'before')}{--nr-_b:0}`,
          `${on((a) => `${test(a)}${named(a)}`, 'before')}{--nr-_f:1}}`,
        ]
      : [`${at}{${on((a) => `${beside(a)}${named(a)}`, 'before')}{--nr-_b:0}}`];
  };
  return [
    `:where(${tag},${placed}){display:flow-root;container-type:inline-size;contain-intrinsic-inline-size:20em}`,
    `${on(always, 'before')}{content:"";${float};box-sizing:border-box;--nr-_u:1em;--nr-_h:0;--nr-_p:0em;--nr-_f:1;--nr-_b:1;--nr-_l:0;` +
      `padding-inline:var(--nr-_p);padding-block-end:calc(var(--nr-_h)*${unit} + var(--nr-_f)*${fieldHeight} + (var(--nr-_f) - 1)*${gap} + var(--nr-_b)*(${gap} + ${button}) + var(--nr-_l)*(${gap} + ${labelHeight}*${unit}) + 2*var(--nr-_p))}`,
    `${on(text('heading'), 'before')}{content:attr(heading);--nr-_u:calc(1em/${headingText[0]});--nr-_h:${headingGap};${headingLook}}`,
    `${empty}${text('heading')(asData)}::before{content:attr(data-nr-heading)}`,
    `${on(named, 'before')}{--nr-_f:2}`,
    `${on(() => ':has(>[slot=consent])', 'before')}{--nr-_l:1}`,
    `${on(themed, 'before')}{--nr-_p:calc(${themePadding}*${unit})}`,
    ...formSteps.flatMap((step) => [
      ...columns(step, 0, (a) => `:not(${themed(a)})`),
      ...columns(step, 2 * themePadding, themed),
    ]),
    `${on(text('consent-text'), 'after')}{content:attr(consent-text);${float};clear:inline-start;box-sizing:border-box;--nr-_p:0em;padding-block-start:${formGap}em;padding-inline:calc(var(--nr-_p) + ${checkIndent}em) var(--nr-_p);${plainText}}`,
    `${empty}${text('consent-text')(asData)}::after{content:attr(data-nr-consent-text)}`,
    `${on((a) => `${text('consent-text')(a)}${themed(a)}`, 'after')}{--nr-_p:${themePadding}em}`,
    // A page that will be framed has a button below the author's own content.
    `${on(framed, 'before')}{float:none;display:block;inline-size:auto;margin:0;padding-block:var(--nr-_p) calc(var(--nr-_h)*${unit})}`,
    `${on(framed, 'after')}{content:"";display:block;float:none;block-size:${buttonHeight};padding:0;visibility:hidden}`,
    `${on((a) => `${framed(a)}${themed(a)}`, 'after')}{margin-block-end:${themePadding}em}`,
  ];
}
