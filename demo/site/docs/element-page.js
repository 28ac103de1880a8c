/** The page of an element: its own Markdown beside this file, and what the Custom Elements Manifest says of it, that is JSDoc. */

const cell = (text) => (text ?? '').replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');
/** Markdown's tables take no `|`, not even in code, but as this. */
const choices = (text = '') =>
  cell(
    text
      .replaceAll("'", '')
      .split(' | ')
      .map((each) => `\`${each}\``)
      .join(' '),
  );

function table(title, columns, rows) {
  if (!rows.length) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return `## ${title}\n\n${[line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

const properties = ({ members = [] }) =>
  members.filter(
    ({ kind, attribute, privacy, static: isStatic, type, name }) =>
      kind === 'field' &&
      !attribute &&
      !isStatic &&
      !/private|protected/.test(privacy) &&
      type &&
      name !== 'widget',
  );

const methods = ({ members = [] }) =>
  members
    .filter(({ name }) => name === 'activate')
    .map((member) => ({ ...member, name: 'activate()' }));

/**
 * @param {object} element a declaration of the manifest
 * @param {string} prose what is written by hand: begins with a title, and may use `<!-- reference -->` for where the tables go
 */
export function elementMarkdown(element, prose) {
  const { description, attributes = [], events = [], slots = [], cssParts = [] } = element;
  const reference = [
    table(
      'Attributes',
      ['Attribute', 'Meaning', 'Values', 'Default'],
      attributes.map(({ name, type, default: standard, description: what }) => [
        code(name),
        cell(what),
        choices(type?.text),
        code(standard),
      ]),
    ),
    table(
      'Properties',
      ['Property', 'Meaning', 'Type'],
      [...properties(element), ...methods(element)].map(({ name, type, description: what }) => [
        code(name),
        cell(what),
        choices(type?.text ?? 'void'),
      ]),
    ) +
      '\nEvery attribute is a property as well, in camel case: `heading-level` is `headingLevel`.\n',
    table(
      'Events',
      ['Event', 'Meaning', 'Type'],
      events.map(({ name, type, description: what }) => [
        code(name),
        cell(what),
        `[\`${type.text}\`](events.md#${name})`,
      ]),
    ),
    table(
      'Slots',
      ['Slot', 'Meaning'],
      slots.map(({ name, description: what }) => [name ? code(name) : '(none)', cell(what)]),
    ),
    table(
      'Parts',
      ['Part', 'Meaning'],
      cssParts.map(({ name, description: what }) => [code(name), cell(what)]),
    ),
    table(
      'Tokens',
      ['Custom property', 'Meaning', 'Default'],
      (element.cssProperties ?? []).map(({ name, default: standard, description: what }) => [
        code(name),
        cell(what),
        code(standard),
      ]),
    ),
  ];
  const [title, ...rest] = prose.split('\n\n');
  return [title, description.trim(), rest.join('\n\n').trim(), ...reference.filter(Boolean)].join(
    '\n\n',
  );
}
