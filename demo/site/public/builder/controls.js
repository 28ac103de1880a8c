/** What can be set on each widget, read from the Custom Elements Manifest, so that the builder is never out of date. */

/** @typedef {'choice' | 'parts' | 'switch' | 'number' | 'address' | 'text' | 'colour' | 'font' | 'language' | 'length' | 'ratio'} Kind */
/**
 * @typedef {object} Control
 * @property {string} name of the attribute or the custom property
 * @property {Kind} kind
 * @property {string} hint one sentence, may have `code` in it
 * @property {string[]} options of a choice, or the parts
 * @property {string} [standard] what holds when it is left out
 * @property {Record<string, string>} [byLayout] what holds then in some layouts
 * @property {string} [always] the part that is shown in any case
 * @property {number} [min]
 * @property {number} [max]
 * @property {'content' | 'look' | 'source' | 'links'} group
 */

const LOOK = ['layout', 'show', 'columns', 'theme', 'heading-level', 'lang', 'dir'];
const ADDRESSES = ['src', 'href', 'image', 'source', 'action', 'store-url'];

const between = /(\d+) to (\d+)/;
const atLeast = /(\d+) or more/;
const listed = /separated by spaces: `([^`]+)`/;
const allBut = /all but `([^`]+)`/;
const inLayout = /`([^`]+)` in layout `([^`]+)`/g;

const literals = (type) =>
  [...type.matchAll(/'([^']+)'|(?<![\w'])(\d+)/g)].map(([, text, number]) => text ?? number);

function groupOf({ name, inheritedFrom }) {
  if (LOOK.includes(name)) return 'look';
  if (name.startsWith('utm-')) return 'links';
  return inheritedFrom || name === 'load' ? 'source' : 'content';
}

/** @returns {Control} */
function partsControl(control, options) {
  const { hint } = control;
  const [, left] = allBut.exec(hint) ?? [];
  return {
    ...control,
    kind: 'parts',
    options,
    standard: control.standard ?? options.filter((part) => part !== left).join(' '),
    byLayout: Object.fromEntries(
      [...hint.matchAll(inLayout)].map(([, usual, layout]) => [layout, usual]),
    ),
    always: options.includes('portrait') ? 'name' : 'headline',
  };
}

/** @returns {Control} */
function attributeControl(attribute) {
  const { name, description: hint = '', default: standard } = attribute;
  const type = attribute.type?.text ?? 'string';
  const control = { name, hint, standard, options: [], kind: 'text', group: groupOf(attribute) };
  const parts = listed.exec(hint);
  if (name === 'lang') return { ...control, kind: 'language' };
  if (name === 'dir') return { ...control, kind: 'choice', options: ['ltr', 'rtl'] };
  if (parts && name === 'show') return partsControl(control, parts[1].split(' '));
  if (type === 'boolean') return { ...control, kind: 'switch' };
  if (type === 'number') {
    const [, min, max] = between.exec(hint) ?? atLeast.exec(hint) ?? [];
    return { ...control, kind: 'number', min: Number(min ?? 1), max: max && Number(max) };
  }
  const options = literals(type);
  if (options.length) return { ...control, kind: 'choice', options };
  return ADDRESSES.includes(name) ? { ...control, kind: 'address' } : control;
}

/** @returns {Control} */
function tokenControl({ name, description: hint = '', default: standard }) {
  const kind = /^(Colour|Background)/.test(hint)
    ? 'colour'
    : name.includes('font')
      ? 'font'
      : name.includes('ratio')
        ? 'ratio'
        : 'length';
  return { name, kind, hint, standard, options: [], group: 'look' };
}

/**
 * @param {object} manifest custom-elements.json
 * @returns {{ name: string, tag: string, summary: string, attributes: Control[], tokens: Control[] }[]}
 */
export function widgetsOf(manifest) {
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .map(({ tagName: tag, description = '', attributes = [], cssProperties = [] }) => ({
      name: tag.replace('nr-', ''),
      tag,
      summary: description.split('\n')[0],
      attributes: attributes.map(attributeControl),
      tokens: cssProperties.map(tokenControl),
    }));
}
