/**
 * What the site is made of, by path below its folder. Links in it are relative, so that it works in any folder of any
 * server; `npm start` serves it at `/site/`, `npm run demo:build` writes it to demo/site/built.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { docsFiles } from './docs/docs.js';
import { ledgerFeed } from './ledger.js';

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const font = (family, file) =>
  at(`../../node_modules/@fontsource-variable/${family}/files/${family}-${file}.woff2`);

function folder(name, prefix) {
  const root = at(name);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => [prefix + path.relative(root, file).replaceAll('\\', '/'), { file }]);
}

const json = (value) => ({ text: `${JSON.stringify(value, null, 2)}\n` });

/** What the builder offers at first; the README says what may stand there. */
function preset(publisher) {
  const shared = { name: 'The Austral Ledger', newsletter: 'https://ledger.example/newsletter' };
  if (!publisher)
    return {
      ...shared,
      sources: [
        {
          name: 'The Austral Ledger (feed)',
          source: 'ledger/feed.json',
          type: 'json-feed',
          article: 'second-berth',
          author: 'valeria',
        },
      ],
    };
  const { url, articles, authors } = publisher;
  return {
    ...shared,
    newsletter: `${url}/wp-json/newsrack/v1/newsletter`,
    sources: [
      {
        name: 'The Austral Ledger (WordPress)',
        source: url,
        article: articles['shade-price']?.url,
        author: String(authors['valeria']?.id ?? ''),
      },
      {
        name: 'The Austral Ledger (feed)',
        source: 'ledger/feed.json',
        type: 'json-feed',
        article: 'second-berth',
        author: 'valeria',
      },
    ],
  };
}

/** The home; links to pages that only `npm start` serves are left out of static files. */
function home() {
  const page = readFileSync(at('public/index.html'), 'utf8');
  return { text: page.replace(/ *<section class="partners"[^]*?<\/section>\n\n/, '') };
}

/**
 * @param {{ url: string, articles: object, authors: object }} [publisher] the demo's WordPress, where it runs
 * @returns {Map<string, { file: string } | { text: string }>}
 */
export function siteFiles(publisher) {
  return new Map([
    ...folder('public', ''),
    ...(publisher ? [] : [['index.html', home()]]),
    ...folder('../../dist/cdn', 'newsrack/'),
    ...folder('../locales', 'locales/'),
    ...docsFiles(),
    ...folder('../publisher/pictures', 'ledger/pictures/').filter(([name]) =>
      name.endsWith('.jpg'),
    ),
    // The demo's frame page shows what the demo's publisher has.
    [
      'newsrack/frame.json',
      json({
        sources: preset(publisher).sources.map(({ source }) =>
          // The builder's are relative to its own page.
          URL.canParse(source) ? source : `../${source}`,
        ),
        texts: true,
      }),
    ],
    ['custom-elements.json', { file: at('../../dist/custom-elements.json') }],
    ['fonts/newsreader.woff2', { file: font('newsreader', 'latin-opsz-normal') }],
    ['fonts/newsreader-italic.woff2', { file: font('newsreader', 'latin-opsz-italic') }],
    ['fonts/instrument-sans.woff2', { file: font('instrument-sans', 'latin-wght-normal') }],
    ['fonts/noto-naskh-arabic.woff2', { file: font('noto-naskh-arabic', 'arabic-wght-normal') }],
    ['ledger/feed.json', json(ledgerFeed({ pictures: 'pictures/' }))],
    ['ledger/comments.json', { file: at('../publisher/comments.json') }],
    ['presets/default.json', json(preset(publisher))],
  ]);
}
