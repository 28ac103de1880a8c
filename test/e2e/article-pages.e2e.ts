import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startOrigin, type Origin } from '../origin.js';
import { useBrowser } from './browser.js';
import { usePartner } from './partner.js';

const browser = useBrowser();
const partner = usePartner(browser);

let publisher: Origin;
before(async () => {
  publisher = await startOrigin();
});
after(() => publisher.close());

const ld = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script>`;

const said = {
  headline: 'Rain & wind',
  datePublished: '2024-03-01T10:00:00Z',
  author: { '@type': 'Person', name: 'Ana Núñez' },
};

/** What a page may say of its article; each means the same. */
const pages: [what: string, head: string][] = [
  ['a NewsArticle', ld({ '@type': 'NewsArticle', ...said })],
  ['an Article', ld({ '@type': ['Article', 'Thing'], ...said, author: [said.author] })],
  [
    'a BlogPosting in a @graph, its author by reference',
    ld({
      '@graph': [
        { '@type': 'WebSite', name: 'The Daily' },
        { '@type': 'Person', '@id': '#ana', name: 'Ana Núñez' },
        { '@type': 'BlogPosting', ...said, author: { '@id': '#ana' } },
      ],
    }),
  ],
  [
    'an array of things',
    `<script type="application/ld+json">${JSON.stringify([{ '@type': 'BreadcrumbList' }, { '@type': 'NewsArticle', ...said }])}</script>`,
  ],
  [
    'Open Graph tags',
    `<meta property="og:type" content="article"><meta property="og:title" content="Rain &amp; wind">
     <meta name="author" content="Ana Núñez"><meta property="article:published_time" content="2024-03-01T10:00:00Z">`,
  ],
];

const card = (src: string) =>
  `<nr-article-card source-type="json-ld" src="${src}" show="byline date"></nr-article-card>`;

describe('A card of a page that says what it is', () => {
  for (const [place, [what, head]] of pages.entries())
    it(`by ${what}, on another site`, async () => {
      publisher.route(`/story-${place}`, {
        body: `<!doctype html><html lang="en"><head>${head}</head>`,
      });
      const { page } = await partner.show(card(`${publisher.url}/story-${place}`));
      const link = page.locator('[part~=link]');
      assert.equal((await link.innerText()).trim(), 'Rain & wind');
      assert.equal(await link.getAttribute('href'), `${publisher.url}/story-${place}`);
      assert.match(await page.locator('[part~=byline]').innerText(), /Ana Núñez/);
      assert.match(await page.locator('[part~=date]').innerText(), /2024/);
    });

  it('on the page’s own site, by an address of its own, without leave of anyone', async () => {
    // The same server is the partner's site and the publisher's.
    publisher.route('/own', { cors: false, body: `<!doctype html><head>${pages[0]![1]}</head>` });
    const visitor = await partner.open('');
    await visitor.page.route(/\/own$/, async (route) => {
      const answer = await fetch(`${publisher.url}/own`);
      await route.fulfill({ body: await answer.text(), contentType: 'text/html' });
    });
    await visitor.page.evaluate(
      (markup) => document.body.insertAdjacentHTML('beforeend', markup),
      card('/own'),
    );
    await visitor.settled();
    const link = visitor.page.locator('[part~=link]');
    assert.equal((await link.innerText()).trim(), 'Rain & wind');
    assert.equal(
      new URL((await link.getAttribute('href'))!).origin,
      new URL(visitor.page.url()).origin,
    );
    assert.deepEqual(visitor.problems, []);
  });

  it('that lets no other site read it is an error that says what to do', async () => {
    publisher.route('/closed', {
      cors: false,
      body: `<!doctype html><head>${pages[0]![1]}</head>`,
    });
    const visitor = await partner.open(card(`${publisher.url}/closed`));
    await visitor.settled();
    const [heard] = await visitor.heard();
    assert.equal(heard!.detail.error!.code, 'cors');
    assert.match(heard!.detail.error!.message, /Access-Control-Allow-Origin/);
    // A server that leads to its other name does that without the header, too.
    assert.match(heard!.detail.error!.message, /with or without “www\.”/);
  });

  it('is not taken from another article that the page lists', async () => {
    const other = { '@type': 'NewsArticle', ...said, url: `${publisher.url}/other` };
    publisher.route('/listing', { body: `<!doctype html><head>${ld(other)}</head>` });
    const visitor = await partner.open(card(`${publisher.url}/listing`));
    await visitor.settled();
    assert.equal((await visitor.heard())[0]!.detail.error!.code, 'not-found');
    assert.equal(await visitor.page.locator('[part~=link]').count(), 0);
  });
});
