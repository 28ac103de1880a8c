import type { Host } from './host-page.js';

const style = (css: string) => `<style>${css}</style>`;
const around = (start: string, end = '</div>', head = '') => ({
  head,
  before: start,
  after: end,
});

/** The rules of Bootstrap's reboot that reach furthest. */
const reboot = `
  *, ::before, ::after { box-sizing: border-box }
  body { margin: 0; font: 400 1rem/1.5 system-ui; -webkit-text-size-adjust: 100% }
  h1, h2, h3, p, ul, ol, figure { margin: 0 0 1rem }
  img, svg { vertical-align: middle; max-width: 100%; height: auto }
  button, input, textarea { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit }
  button { text-transform: none; border-radius: 0; -webkit-appearance: button }
  [hidden] { display: none !important }`;

/** Style sheets and places that do not expect us. */
export const styles: Host[] = [
  { name: 'a framework’s reset', head: style(reboot) },
  { name: '* { all: unset }', head: style('body * { all: unset }') },
  {
    name: '* { all: unset !important }',
    head: style('html, body, body * { all: unset !important } head, head * { display: none }'),
  },
  {
    name: 'elements that are not displayed',
    head: style(
      'div, p, a, img, button, input, span, ul, ol, li, form, label, textarea, article, figure { display: none !important }',
    ),
  },
  {
    name: 'buttons, fields and links that are painted by force',
    head: style(
      'button, input, a, textarea, label { all: unset !important; position: fixed !important; text-transform: uppercase !important; letter-spacing: 1em !important; color: lime !important; pointer-events: none !important }',
    ),
  },
  { name: 'a root of 62.5 %', head: style('html { font-size: 62.5% } body { font-size: 1.6rem }') },
  { name: 'a root of 30 px', head: style('html { font-size: 30px } body { font-size: 16px }') },
  {
    name: 'texts that are set in another way',
    head: style(
      'body, nr-headlines, nr-article { text-transform: uppercase; letter-spacing: 3px; word-spacing: 9px; text-indent: 4em; white-space: pre; word-break: break-all; font-style: italic; font-variant: small-caps; text-align: justify; line-height: 8 }',
    ),
  },
  { name: 'line-height: 0', head: style('body * { line-height: 0 !important }') },
  {
    name: 'a parent without a font size, as against the gaps of inline blocks',
    ...around('<div style="font-size: 0">'),
  },
  {
    name: 'text without a fill, with a stroke and underlined',
    head: style('body { -webkit-text-fill-color: transparent; -webkit-text-stroke: 2px red }'),
  },
  { name: 'user-select: none', head: style('* { user-select: none; -webkit-user-select: none }') },
  { name: 'from right to left', ...around('<div dir="rtl">') },
  { name: 'direction in a style sheet', ...around('<div style="direction: rtl">') },
  { name: 'columns', ...around('<div style="columns: 3">') },
  { name: 'a row of flex items', ...around('<div style="display: flex; flex-wrap: wrap">') },
  {
    name: 'a column of flex items',
    ...around('<div style="display: flex; flex-direction: column; align-items: center">'),
  },
  {
    name: 'an inline flex box',
    ...around('<div style="display: inline-flex; flex-direction: column">'),
  },
  {
    name: 'a grid',
    ...around('<div style="display: grid; grid-template-columns: repeat(3, auto)">'),
  },
  { name: 'a float', ...around('<div style="float: left">') },
  { name: 'a table’s cell', ...around('<table><tr><td>', '</td></tr></table>') },
  {
    name: 'a position that is fixed',
    ...around(
      '<div style="position: fixed; inset: 200px auto auto 0; height: 90vh; overflow: auto">',
    ),
  },
  { name: 'a side bar of 200 px', ...around('<div style="width: 200px">') },
  { name: 'a column of 120 px', ...around('<div style="width: 120px; overflow: hidden">') },
  { name: 'zoom', ...around('<div style="zoom: 2">') },
  {
    name: 'quirks of a page without a doctype',
    doctype: '',
    head: style('body { font: 16px sans-serif }'),
  },
  { name: 'all hidden that is not defined yet', head: style(':not(:defined) { display: none }') },
  {
    name: 'elements without boxes',
    ...around('<div class="bare">', '</div>', style('.bare, .bare > * { display: contents }')),
  },
  { name: 'content-visibility', ...around('<div style="content-visibility: auto">') },
];
