import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Manifest } from '../../src/build/manifest.js';
import { startGhost, type GhostSite } from '../ghost-api.js';
import { startOrigin, type Answer, type Origin } from '../origin.js';
import { cdnFolder, servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';

export const manifest = JSON.parse(
  await readFile(join(cdnFolder, 'manifest.json'), 'utf8'),
) as Manifest;

/** A page that needs a chunk. */
export interface Need {
  /** Its widgets, each with the fallback “Fallback” inside. */
  markup: string;
  /** What the reader does until it is needed. */
  act?(page: Page): Promise<void>;
  /** The widget shows something already, or what is missing is not what it shows: that stays. */
  shown?: boolean;
  /** Runs before anything of the page's. */
  init?(): void;
}

/** Has the files of the build. */
export interface Cdn extends PartnerPage {
  /** From now on one of them, and no other, has something of somebody else's; none where none is named. */
  change(file?: string, addition?: string): void;
  /** What is served there; as somebody else would have it, if so wished. */
  answer(path: string, isOther?: boolean): Promise<Answer>;
}

export interface Places {
  cdn: Cdn;
  /** The partner's site. */
  partner: PartnerPage;
  wordpress: Site;
  ghost: GhostSite;
  /** Feeds and pages of no system. */
  feeds: Origin;
  close(): Promise<unknown>;
}

async function startCdn(): Promise<Cdn> {
  const cdn = await servePartnerPage('');
  const theirs = ';globalThis.intruder = true;';
  let other: string | undefined;
  let more = theirs;
  const answer = async (path: string, isOther = false): Promise<Answer> => {
    const file = path.slice('/newsrack/'.length);
    const code = await readFile(join(cdnFolder, file), 'utf8');
    return {
      body: isOther ? code + theirs : file === other ? code + more : code,
      headers: { 'content-type': 'text/javascript' },
    };
  };
  cdn.route('/newsrack/*', ({ path }) => answer(path));
  return {
    ...cdn,
    answer,
    change(file, addition = theirs) {
      other = file;
      more = addition;
    },
  };
}

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Daily</title>${items}</channel></rss>`;
const item = (more = '') => `<item><title>One</title><link>/one</link>${more}</item>`;

export async function startPlaces(): Promise<Places> {
  const [cdn, partner, wordpress, ghost, feeds] = await Promise.all([
    startCdn(),
    servePartnerPage(''),
    startWordPress({
      images: false,
      // More than one page.
      comments: new Array<number>(101).fill(0),
      changes: { 0: { title: { rendered: '&Aacute;rbol' } } },
    }),
    startGhost(),
    startOrigin(),
  ]);
  const xml = { 'content-type': 'application/rss+xml' };
  feeds.route('/feed.json', {
    json: {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Daily',
      items: [{ id: '1', url: '/one', title: 'One', _newsrack: {} }],
    },
  });
  feeds.route('/feed.xml', { body: rss(item()), headers: xml });
  feeds.route('/dated.xml', {
    body: rss(item('<pubDate>1 Mar 24 10:00 EST</pubDate>')),
    headers: xml,
  });
  feeds.route('/broken.xml', { body: rss(item('<description>a & b</description>')), headers: xml });
  feeds.route('/fails/*', { status: 500 });
  const places = [cdn, partner, wordpress, ghost, feeds];
  return {
    cdn,
    partner,
    wordpress,
    ghost,
    feeds,
    close: () => Promise.all(places.map((place) => place.close())),
  };
}

/** By the name of the chunk: all that the script tag may bring. */
export function needs({ wordpress, ghost, feeds }: Places): Record<string, Need> {
  const widget = (tag: string, attributes: string) =>
    `<nr-${tag} load="eager" ${attributes}><p>Fallback</p></nr-${tag}>`;
  const site = `source="${wordpress.url}" source-type="wordpress"`;
  const [first, second] = wordpress.posts;

  const headlines = (more = '') => ({ markup: widget('headlines', `${site} limit="3" ${more}`) });
  const article = (more = '') => ({
    markup: widget('article', `${site} article-id="${second!.id}" ${more}`),
  });
  const served = (name: string, attributes: string, luggage: string): Need => ({
    markup: `<nr-${name} ${site} ${attributes}><template shadowrootmode="open"><p>Painted by a server</p><slot></slot><script type="application/json">${luggage}</script></template><p>Fallback</p></nr-${name}>`,
    shown: true,
  });
  const box = (more = '') => ({
    markup: widget('comment-box', `${site} article-id="${second!.id}" ${more}`),
  });
  const form = (more = '') => ({
    markup: widget('newsletter-form', `action="${wordpress.url}/list" ${more}`),
  });
  const read = (source: string, more = '') => ({
    markup: widget('headlines', `source="${source}" ${more}`),
  });
  const noSanitizer = { init: () => void delete (window as { Sanitizer?: unknown }).Sanitizer };

  const writing: Pick<Need, 'act' | 'shown'> = {
    shown: true,
    async act(page) {
      await page.getByLabel('Comment', { exact: true }).fill('A word');
      await page.getByLabel('Name', { exact: true }).fill('Ana');
      await page.getByLabel('Email', { exact: false }).first().fill('ana@partner.example');
      await page
        .getByRole('button', { name: /post|send|comment/i })
        .last()
        .click();
    },
  };

  return {
    pins: headlines(),
    core: headlines(),
    headlines: headlines(),
    wordpress: headlines(),
    en: headlines(),
    es: headlines('lang="es"'),
    pt: headlines('lang="pt"'),
    'list-growth': {
      ...headlines('more'),
      shown: true,
      act: (page) => page.locator('nr-headlines [part~=more]').click(),
    },
    'wordpress-lookup': headlines('category="topic-1"'),
    'wordpress-search': { markup: widget('headlines', `source="${feeds.url}/a/b/"`) },
    'article-card': { markup: widget('article-card', 'headline="A headline" href="/"') },
    'author-bio': { markup: widget('author-bio', `${site} author-id="1"`) },
    article: article(),
    'article-en': article(),
    'article-es': article('lang="es"'),
    'article-pt': article('lang="pt"'),
    text: article(),
    prose: article(),
    markup: article(),
    'own-sanitizer': article(),
    purify: { ...article(), ...noSanitizer },
    'comment-box': box(),
    'comment-box-en': box(),
    'comment-box-es': box('lang="es"'),
    'comment-box-pt': box('lang="pt"'),
    'wordpress-conversations': {
      markup: widget('comment-box', `${site} article-id="${first!.id}"`),
    },
    'wordpress-writer': { ...box(), ...writing },
    'comment-sending': { ...box(), ...writing },
    writing: { ...box(), ...writing },
    send: { ...box(), ...writing },
    'comments-ghost': {
      markup: widget(
        'comment-box',
        `store="ghost" source="${ghost.url}" article-id="${ghost.posts[0]!.id}"`,
      ),
    },
    'comments-isso': {
      markup: widget('comment-box', `store="isso" store-url="${feeds.url}" article-id="1"`),
    },
    'comments-cusdis': {
      markup: widget(
        'comment-box',
        `store="cusdis" store-url="${feeds.url}" site-id="x" article-id="1"`,
      ),
    },
    'comments-own': { markup: widget('comment-box', `${site} store="x-mine" article-id="1"`) },
    'own-adapters': read(feeds.url, 'source-type="x-mine"'),
    'newsletter-form': form(),
    'newsletter-form-en': form(),
    'newsletter-form-es': form('lang="es"'),
    'newsletter-form-pt': form('lang="pt"'),
    'form-submission': {
      ...form(),
      shown: true,
      async act(page) {
        await page.locator('nr-newsletter-form #email').fill('ana@partner.example');
        await page.locator('nr-newsletter-form button').click();
      },
    },
    'other-systems': read(`${feeds.url}/feed.json`, 'source-type="json-feed"'),
    detect: read(`${feeds.url}/feed.json`),
    ghost: read(ghost.source),
    'ghost-lookup': {
      markup: widget('article-card', `source="${ghost.source}" src="${ghost.posts[0]!.url}"`),
    },
    'ghost-search': read(`${feeds.url}/blog/?key=0123456789abcdef0123456789`),
    'json-feed': read(`${feeds.url}/feed.json`, 'source-type="json-feed"'),
    'json-feed-extension': read(`${feeds.url}/feed.json`, 'source-type="json-feed"'),
    feed: read(`${feeds.url}/feed.xml`, 'source-type="rss"'),
    rss: read(`${feeds.url}/feed.xml`, 'source-type="rss"'),
    'feed-rare': read(`${feeds.url}/dated.xml`, 'source-type="rss"'),
    'xml-repair': read(`${feeds.url}/broken.xml`, 'source-type="rss"'),
    'feed-lookup': {
      markup: widget(
        'article-card',
        `source="${feeds.url}/feed.json" source-type="json-feed" src="${feeds.url}/one"`,
      ),
    },
    'json-ld': read(`${feeds.url}/`, 'source-type="json-ld"'),
    retry: read(`${feeds.url}/fails/`, 'source-type="wordpress"'),
    'take-over': served('headlines', 'limit="3"', '{}'),
    'comment-take-over': served(
      'comment-box',
      `article-id="${second!.id}"`,
      '{"language":"en","answer":{"page":{"comments":[]}}}',
    ),
  };
}

/** What a partner pastes. */
export const pinnedTag = (cdn: Cdn, more = '', file = manifest.loader) =>
  `<script ${more || 'async'} src="${cdn.url}/newsrack/${file.file}" integrity="${file.integrity}" crossorigin></script>`;

/** In the page, before anything else: keeps what is heard and said. */
export const listen = () => {
  const heard: { code: string; message: string; retryable: boolean }[] = [];
  const said: string[] = [];
  const problems: string[] = [];
  Object.assign(window, { heard, said, problems });
  addEventListener('nr-error', (event) => {
    heard.push((event as unknown as CustomEvent<{ error: (typeof heard)[0] }>).detail.error);
  });
  addEventListener('error', ({ message }) => problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    said.push(words.join(' '));
    warn(...words);
  };
};
