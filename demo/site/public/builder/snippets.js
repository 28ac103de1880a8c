/** The code that puts the chosen widget on a page. */

/** Kinds of code, in their order. */
export const kinds = [
  { id: 'element', name: 'Custom element' },
  { id: 'data', name: 'data-nr' },
  { id: 'script', name: 'One script' },
  { id: 'all', name: 'All in one' },
  { id: 'frame', name: 'Frame' },
  { id: 'server', name: 'From a server' },
  { id: 'npm', name: 'npm' },
  { id: 'react', name: 'React' },
];

/** The newest of a kind is at `/1/`, where a sealed page would refuse what comes next; each release stays at its own. */
export const releaseOf = (cdn, version) => cdn.replace(/\/\d+\/$/, `/${version}/`);

export const isWeb = (address) =>
  URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

const escape = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const WIDTH = 96;

/** An opening tag: on one line where it fits, else an attribute a line. */
function open(tag, attributes, indent = '') {
  const list = attributes.map(([name, value]) =>
    value === '' ? name : `${name}="${escape(value)}"`,
  );
  const line = `<${[tag, ...list].join(' ')}>`;
  if (indent.length + line.length <= WIDTH) return indent + line;
  return `${indent}<${tag}\n${list.map((each) => `${indent}  ${each}`).join('\n')}\n${indent}>`;
}

function element(tag, attributes, inside = '', indent = '') {
  const start = open(tag, attributes, indent);
  return inside ? `${start}\n${indent}  ${inside}\n${indent}</${tag}>` : `${start}</${tag}>`;
}

const prefixed = (attributes) => attributes.map(([name, value]) => [`data-nr-${name}`, value]);

/** A link that stays where scripts don't run, and where the publisher cannot be reached. */
function fallback({ widget, attributes }, name) {
  const { href, src, source, headline } = attributes;
  const address = href ?? src ?? source;
  if (widget === 'newsletter-form' || !isWeb(address)) return '';
  const target = href || src ? address : new URL('/', address).href;
  return `<a href="${escape(target)}">${escape(headline ?? name)}</a>`;
}

function styles({ widget, tokens }) {
  const lines = Object.entries(tokens).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length ? `nr-${widget} {\n${lines.join('\n')}\n}` : '';
}

const inStyle = (css) => (css ? `<style>\n${css.replace(/^/gm, '  ')}\n</style>\n` : '');

/** A word of a command line as a shell reads it. */
const word = (text) =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** An option of a command; what begins with a dash would be taken for another one. */
const option = ([name, value]) =>
  value === ''
    ? `--${name}`
    : value.startsWith('-')
      ? `--${name}=${word(value)}`
      : `--${name} ${word(value)}`;

/** The command that makes the widget's HTML. The server does not know which language the page has. */
function render({ widget, attributes, page }, version) {
  const list = Object.entries({
    ...(page.lang === 'en' ? {} : { lang: page.lang }),
    ...attributes,
  });
  return [
    `npx newsrack@${version} render ${widget}`,
    ...list.map(option),
    `-o ${widget}.html`,
  ].join(' \\\n  ');
}

/** Why the frame page would refuse, or would not show, some of it. */
function frameNote({ attributes }) {
  const { source, src, action } = attributes;
  const asked = source ?? src ?? action ?? attributes['store-url'];
  if (!asked && attributes.store !== 'cusdis')
    return 'A frame shows what a publisher has, not what is written here: this one has no source and would stay empty. ';
  return 'The `frame.json` beside `frame.html` must allow its source, and, by `texts`, a heading. ';
}

const pascal = (name) => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());

/** Beside one another there must be something around them. */
const inJsx = (css, widget) =>
  (css
    ? `<>\n  <style>{\`\n${css}\n  \`}</style>\n${widget.replace(/^/gm, '  ')}\n</>`
    : widget
  ).replace(/^/gm, '    ');

/**
 * @param {import('./choice.js').Choice} choice
 * @param {object} library
 * @param {string} library.cdn address of the folder with newsrack.js, with its slash
 * @param {string} library.frames address of the folder with frame.html and its frame.json, which belong to no release
 * @param {string} library.version
 * @param {{ loader?: string, all?: string, styles?: string }} library.integrity left out: none is written
 * @param {string} library.publisher what the fallback link says
 * @param {number} library.height of the frame, in pixels
 * @returns {{ id: string, note: string, language: 'html' | 'jsx', command?: string, code: string }[]} `command` is to be
 *   run before `code` is pasted
 */
export function snippets(choice, { cdn, frames, version, integrity = {}, publisher, height }) {
  const { widget, attributes, page } = choice;
  const tag = `nr-${widget}`;
  const list = Object.entries(attributes);
  const css = styles(choice);
  const style = inStyle(css);
  const link = fallback(choice, publisher);
  const sealed = (hash) =>
    hash
      ? [
          ['integrity', hash],
          ['crossorigin', 'anonymous'],
        ]
      : [];
  const script = (more = []) =>
    element('script', [
      ['async', ''],
      ['src', `${cdn}newsrack.js`],
      ...sealed(integrity.loader),
      ...more,
    ]);
  const sheet = open('link', [
    ['rel', 'stylesheet'],
    ['href', `${cdn}newsrack.css`],
    ...sealed(integrity.styles),
  ]);
  const placed = element(tag, list, link);
  const query = new URLSearchParams({ widget, ...attributes, ...choice.tokens });
  if (page.scheme !== 'light') query.set('page-scheme', page.scheme);
  if (page.lang !== 'en') query.set('page-lang', page.lang);
  if (page.dir !== 'ltr') query.set('page-dir', page.dir);
  const install = `npm install newsrack@${version}`;
  // An article's comments are a widget of their own, which the loader would find.
  const defined = /\bcomments\b/.test(attributes.show) ? [widget, 'comment-box'] : [widget];
  const imports = defined.map((name) => `import 'newsrack/define/${name}.js';`);

  return [
    {
      id: 'element',
      note: 'The style sheet is optional: it keeps the widget’s space free before the script is there.',
      language: 'html',
      code: `${sheet}\n${script()}\n${style}${placed}`,
    },
    {
      id: 'data',
      note: 'For editors that strip tags which they don’t know.',
      language: 'html',
      code: `${script()}\n${style}${element('div', [['data-nr', widget], ...prefixed(list)], link)}`,
    },
    {
      id: 'script',
      note: 'For editors that allow one script tag and nothing else. The widget appears where it stands.',
      language: 'html',
      code: style + script([['data-nr', widget], ...prefixed(list)]),
    },
    {
      id: 'all',
      note: 'One file with every widget, to host yourself.',
      language: 'html',
      code: `${element('script', [['type', 'module'], ['src', `${cdn}newsrack.all.js`], ...sealed(integrity.all)])}\n${style}${placed}`,
    },
    {
      id: 'frame',
      note: `For editors that allow nothing but frames. ${frameNote(choice)}The script, where the page may have one, makes the frame as high as its content; where it may not, choose the width above that the frame will have: its height is that of the preview.`,
      language: 'html',
      code: `${element('iframe', [
        ['src', `${frames}frame.html?${query}`],
        ['title', publisher],
        ['width', '100%'],
        ['height', String(height)],
        // Old, but also where a policy or an editor takes `style` away.
        ['frameborder', '0'],
        ['loading', 'lazy'],
      ])}
<script>
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== 'nr-size') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.height = data.height;
  });
</script>`,
    },
    {
      id: 'server',
      note: `Paste this, and in place of the comment what ${widget}.html holds. Readers see it with the first bytes of the page, and without scripts.`,
      language: 'html',
      command: render(choice, version),
      code: `${style}<!-- ${widget}.html -->\n${script()}`,
    },
    {
      id: 'npm',
      note: `First: ${install}`,
      language: 'html',
      code: `<script type="module">\n  ${imports.join('\n  ')}\n</script>\n${style}${placed}`,
    },
    {
      id: 'react',
      note: `React 19 or later. First: ${install}. In TypeScript, one line a project: import type {} from 'newsrack/jsx/react';`,
      language: 'jsx',
      code: `${imports.join('\n')}

export function ${pascal(widget)}() {
  return (
${inJsx(
  css,
  element(
    tag,
    list,
    // What is in braces is code there.
    link.replace(/[{}]/g, (brace) => `&#${brace.charCodeAt(0)};`),
  ),
)}
  );
}`,
    },
  ];
}
