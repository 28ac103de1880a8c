/**
 * The Austral Ledger without its WordPress: the articles beside demo/publisher as a JSON Feed, for pages that are
 * nothing but files. Articles are written as demo/publisher/seed.php explains.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PUBLISHER = fileURLToPath(new URL('../publisher/', import.meta.url));
const SITE = 'https://ledger.example';
const UNITS = { minute: 1, hour: 60, day: 1440, week: 10_080, month: 43_800, year: 525_600 };

/** Their ages are counted from here, so that pictures of the gallery stay as they are. */
export const NOW = Date.parse('2026-11-02T14:00:00Z');

const readJson = (name) => JSON.parse(readFileSync(path.join(PUBLISHER, name), 'utf8'));

function read(file) {
  const [head, ...blocks] = readFileSync(path.join(PUBLISHER, 'articles', file), 'utf8')
    .trim()
    .split(/\n\n+/);
  const fields = Object.fromEntries(
    head.split('\n').map((line) => {
      const [, name, value] = /^(\w+): ?(.*)$/.exec(line);
      return [name, value];
    }),
  );
  return { key: file.replace('.md', ''), ...fields, blocks };
}

const lines = (block, mark) => block.split('\n').map((line) => line.replace(mark, ''));

function toHtml(block) {
  if (block.startsWith('## ')) return `<h2>${block.slice(3)}</h2>`;
  if (block.startsWith('> '))
    return `<blockquote><p>${lines(block, /^> /).join('<br>')}</p></blockquote>`;
  if (block.startsWith('- '))
    return `<ul>${lines(block, /^- /)
      .map((item) => `<li>${item}</li>`)
      .join('')}</ul>`;
  if (block.startsWith('<')) return block;
  return `<p>${block.replaceAll('\n', ' ')}</p>`;
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', eacute: 'é' };

/** A feed's titles and summaries are text. */
const toText = (html) =>
  html
    ?.replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
    .replace(/&(\w+);/g, (entity, name) => ENTITIES[name] ?? entity);

const language = ({ categories, key }) =>
  key.startsWith('arabic')
    ? 'ar'
    : /espanol/.test(categories)
      ? 'es'
      : /portugues/.test(categories)
        ? 'pt'
        : 'en';

function published(age) {
  const [, count, unit] = /^(\d+) (\w+?)s? ago$/.exec(age);
  return new Date(NOW - count * UNITS[unit] * 60_000).toISOString();
}

/** Names of categories by slug. */
const namesOf = (tree) =>
  Object.entries(tree).flatMap(([slug, { name, children = {} }]) => [
    [slug, name],
    ...namesOf(children),
  ]);

/**
 * @param {{ pictures: string }} options address of the folder with the pictures, with its slash
 * @returns {object} a JSON Feed 1.1, newest article first
 */
export function ledgerFeed({ pictures }) {
  const authors = readJson('authors.json');
  const captions = readJson('pictures/captions.json');
  const categories = Object.fromEntries(namesOf(readJson('categories.json')));
  const publisher = { name: 'The Austral Ledger', url: SITE };

  const items = readdirSync(path.join(PUBLISHER, 'articles'))
    .map(read)
    .filter(
      ({ title, status, password, published: age }) =>
        title && !status && !password && / ago$/.test(age),
    )
    .map((article) => {
      const { key, author: by, picture, excerpt } = article;
      const { name, jobTitle, bio, portrait } = authors[by];
      const slugs = article.categories.split(/\s+/);
      const image = picture && `${pictures}${picture}.jpg`;
      return {
        id: key,
        url: `${SITE}/${key}/`,
        title: toText(article.title),
        summary: toText(excerpt),
        content_html: article.blocks
          .map(toHtml)
          .join('\n')
          .replace(/\{\{picture:([\w-]+)\}\}/g, (_, each) => `${pictures}${each}.jpg`),
        image,
        date_published: published(article.published),
        language: language(article),
        authors: [
          { name, url: `${SITE}/author/${by}/`, avatar: portrait && `${pictures}${portrait}.jpg` },
        ],
        tags: slugs.map((slug) => categories[slug]),
        _newsrack: {
          kicker: categories[slugs[0]],
          publisher,
          access: 'public',
          commentsOpen: true,
          image: image && captions[picture],
          authors: [{ id: by, jobTitle, bio, image: portrait && captions[portrait] }],
        },
      };
    })
    .sort((a, b) => b.date_published.localeCompare(a.date_published));

  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: publisher.name,
    home_page_url: SITE,
    items,
    _newsrack: { made: new Date(NOW).toISOString() },
  };
}
