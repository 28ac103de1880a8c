import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { startOrigin, html, json, type Origin } from '../origin.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { useBrowser } from './browser.js';

interface Heard {
  code: string;
  message: string;
}

describe('Bad input', () => {
  const browser = useBrowser();
  let publisher: Site;
  let partner: PartnerPage;
  let broken: Origin;
  before(async () => {
    publisher = await startWordPress({
      posts: 12,
      changes: {
        0: { title: { rendered: '<img src=x onerror="window.hacked=1">Bold &lt;b&gt; claim' } },
      },
    });
    broken = await startOrigin();
    partner = await servePartnerPage('');
  });
  after(() => Promise.all([publisher.close(), broken.close(), partner.close()]));

  /** Shows a widget and says what it told the page. */
  async function show(widget: string, before?: (page: Page) => Promise<void>) {
    const test = await browser.newPage();
    await before?.(test.page);
    await test.page.addInitScript(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener('nr-error', (event) =>
        heard.push((event as CustomEvent<{ error: unknown }>).detail.error),
      );
    });
    await test.page.goto(
      partner.page(
        'bad',
        `<!doctype html><title>Partner</title><script async src="/newsrack/newsrack.js"></script>${widget}`,
      ),
    );
    await test.settled();
    assert.deepEqual(test.problems, []);
    return { page: test.page, heard: await test.page.evaluate<Heard[]>('heard') };
  }

  const list = (attributes: string) =>
    `<nr-headlines ${attributes}><a href="/all">All headlines</a></nr-headlines>`;

  const failing: [what: string, source: () => string, code: RegExp][] = [
    ['a source that cannot be reached', () => 'http://127.0.0.1:9/', /network/],
    ['a server without a REST API', () => `${broken.url}/nothing/`, /not-found|cors/],
    ['HTML where JSON was due', () => `${broken.url}/html/wp-json/`, /bad-answer/],
    ['an answer of 500', () => `${broken.url}/fails/wp-json/`, /bad-answer/],
    ['JSON of the wrong shape', () => `${broken.url}/shape/wp-json/`, /bad-answer/],
  ];
  for (const [what, source, code] of failing)
    it(`${what}: the author’s content stays, the page hears why`, async () => {
      broken.route('/html/*', {
        ...html('<h1>Hello</h1>'),
        headers: { 'access-control-allow-origin': '*' },
      });
      broken.route('/fails/*', { ...json({ code: 'x', message: 'Down.' }), status: 500 });
      broken.route('/shape/*', json({ posts: 'none' }));
      const { page, heard } = await show(list(`source="${source()}"`));
      assert.equal(heard.length, 1);
      assert.match(heard[0]!.code, code);
      assert.ok(heard[0]!.message);
      assert.equal(await page.getByText('All headlines').isVisible(), true);
      assert.equal(await page.getByRole('button', { name: 'Try again' }).isVisible(), true);
    });

  const ignored: [attribute: string, shown: number][] = [
    ['limit="-3"', 5],
    ['limit="1000000"', 5],
    ['source-type="wordperfect"', 5],
    ['layout="upside-down"', 5],
    ['columns="none"', 5],
    ['show="pictures"', 5],
  ];
  for (const [attribute, shown] of ignored)
    it(`${attribute}: said once, and the default is used`, async () => {
      const { page, heard } = await show(list(`source="${publisher.url}" ${attribute}`));
      assert.deepEqual(
        heard.map(({ code }) => code),
        ['bad-attribute'],
      );
      assert.equal(await page.locator('[part~=headline]').count(), shown);
    });

  it('show="pictures": what is usual stands there', async () => {
    const { page, heard } = await show(list(`source="${publisher.url}" limit="1" show="pictures"`));
    assert.match(heard[0]!.message, /pictures is none of image/);
    assert.equal(await page.locator('[part~=date]').count(), 1);
  });

  it('sentences that do not come: the author’s content stays, the page hears why', async () => {
    const { page, heard } = await show(list(`source="${publisher.url}"`), async (opened) => {
      await opened.route(/\/en-\w+\.js$/, (route) => route.abort());
    });
    assert.deepEqual(
      heard.map(({ code }) => code),
      ['network'],
    );
    assert.equal(await page.getByText('All headlines').isVisible(), true);
    assert.equal(await page.locator('nr-headlines [aria-busy]').count(), 0);
  });

  it('a javascript: link becomes no link', async () => {
    const { page, heard } = await show(
      '<nr-article-card headline="Click me" href="javascript:window.hacked=1"></nr-article-card>',
    );
    assert.equal(heard[0]!.code, 'bad-attribute');
    assert.equal(await page.getByText('Click me').isVisible(), true);
    assert.equal(await page.locator('nr-article-card a').count(), 0);
  });

  it('markup in a title is text, and runs nothing', async () => {
    const { page } = await show(list(`source="${publisher.url}" limit="1"`));
    assert.equal((await page.locator('[part~=headline]').innerText()).trim(), 'Bold <b> claim');
    assert.equal(await page.evaluate(() => 'hacked' in window), false);
  });

  for (const [tag, property] of [
    ['nr-article-card', 'article'],
    ['nr-headlines', 'articles'],
    ['nr-article', 'article'],
    ['nr-author-bio', 'authors'],
    ['nr-comment-box', 'comments'],
  ])
    it(`JSON that looks like a template runs nothing: ${tag}`, async () => {
      const { page } = await show(
        `<${tag} show="kicker headline name excerpt byline date publisher"></${tag}>`,
      );
      const hacked = await page.evaluate(
        async ([name, key]) => {
          const strings = ['<img src="x:" onerror="hacked=1">'];
          const forged = JSON.stringify({ _$litType$: 1, strings, values: [] });
          const text = (at: string, more = '') =>
            `{"id":"1","url":"https://x.example/","headline":"Fine","author":"Ana","body":"Fine","name":"Ana","authors":[{"name":"Ana"}],"${at}":${more || forged}}`;
          const element = document.querySelector<HTMLElement & Record<string, unknown>>(name!)!;
          for (const made of [
            ...['headline', 'kicker', 'excerpt', 'published', 'name', 'jobTitle', 'author'].map(
              (each) => text(each),
            ),
            text('authors', `[{"name":${forged}}]`),
            text('publisher', `{"url":"https://x.example/","name":${forged}}`),
          ]) {
            const one = JSON.parse(made) as unknown;
            element[key!] = key!.endsWith('s') ? [one] : one;
            await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
          }
          const within = element.shadowRoot!.querySelectorAll('[onerror]').length;
          return within > 0 || 'hacked' in window;
        },
        [tag, property],
      );
      assert.equal(hacked, false);
    });

  it('a number where text was due is shown', async () => {
    const { page } = await show('<nr-article-card show="headline kicker"></nr-article-card>');
    await page.evaluate(() => {
      const card = document.querySelector('nr-article-card')! as HTMLElement & { article: unknown };
      card.article = { id: '1', url: '', headline: 2026, kicker: 7, authors: [] };
    });
    await page.getByText('2026').waitFor();
    assert.equal(await page.locator('[part~=kicker]').innerText(), '7');
  });
});
