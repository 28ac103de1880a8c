import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startOrigin, type Origin } from '../origin.js';
import { useBrowser } from './browser.js';
import { usePartner, type Visit, type Visitor } from './partner.js';

const browser = useBrowser();
const partner = usePartner(browser);

const titles = ['Rain & <wind>', 'Two berths', 'A third'];

const json = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Daily',
  items: titles.map((title, place) => ({
    id: place,
    url: `/story/${place}`,
    title,
    content_html: `<p>Body of <b>${place}</b></p><script>window.ran = true</script>`,
    authors: [{ name: 'Ana Núñez' }],
    date_published: `2024-03-0${3 - place}T10:00:00Z`,
  })),
};
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const rss = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Daily</title>${titles
  .map(
    (title, place) =>
      // Titles are markup in RSS, and XML around it.
      `<item><title>${escaped(escaped(title))}</title><link>/story/${place}</link><pubDate>0${3 - place} Mar 2024 10:00 GMT</pubDate><description>Caf&eacute; ${place}</description></item>`,
  )
  .join('')}</channel></rss>`;

let publisher: Origin;
before(async () => {
  publisher = await startOrigin();
  publisher.route('/feed.json', { json });
  publisher.route('/', {
    body: '<!doctype html><link rel="alternate" type="application/feed+json" href="/feed.json">',
  });
  publisher.route('/feed.xml', { body: rss, headers: { 'content-type': 'application/rss+xml' } });
  publisher.route('/closed.xml', { body: rss, cors: false });
});
after(() => publisher.close());

/** What the page shows of a source, and what its publisher was asked for meanwhile. */
async function show(path: string, attributes = '', visit?: Visit) {
  const before = publisher.requests.length;
  const visitor = await partner.show(
    `<nr-headlines source="${publisher.url}${path}" ${attributes}></nr-headlines>`,
    visit,
  );
  const links = visitor.page.locator('[part~=link]');
  return {
    visitor,
    headlines: (await links.allInnerTexts()).map((text) => text.trim()),
    addresses: await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    ),
    asked: () => publisher.requests.slice(before).map(({ path }) => path),
  };
}

describe('Headlines from a feed', () => {
  const sources: [path: string, attributes: string, requests: number][] = [
    ['/feed.json', 'source-type="json-feed"', 1],
    ['/feed.json', '', 1],
    ['/feed.xml', 'source-type="rss"', 1],
    ['/feed.xml', '', 1],
    ['/', '', 4],
  ];
  for (const [path, attributes, requests] of sources)
    it(`at ${path}, ${attributes || 'found out'}`, async () => {
      const { headlines, addresses, asked, visitor } = await show(path, attributes);
      assert.deepEqual(headlines, titles);
      assert.deepEqual(
        addresses,
        titles.map((_, place) => `${publisher.url}/story/${place}`),
      );
      assert.ok(asked().length <= requests, asked().join(' '));
      assert.match(await visitor.page.locator('[part~=date]').first().innerText(), /2024/);
    });

  it('are read in one request once the tab knows where they are', async () => {
    const { visitor, asked } = await show('/');
    const first = asked().length;
    const reads = publisher.requests.filter(({ path }) => path === '/feed.json').length;
    await visitor.page.reload();
    await visitor.settled();
    // The list that the tab remembers stands there before it is asked for again.
    await publisher.received('/feed.json', reads + 1);
    const again = asked().slice(first);
    assert.ok(again.every((path) => path === '/feed.json') && again.length === 1, again.join(' '));
  });

  it('that the page may not read are an error that says what to do', async () => {
    const visitor = await partner.open(
      `<nr-headlines source="${publisher.url}/closed.xml"></nr-headlines>`,
    );
    await visitor.settled();
    const [heard] = await visitor.heard();
    assert.equal(heard!.detail.error!.code, 'cors');
    assert.match(heard!.detail.error!.message, /Access-Control-Allow-Origin.*newsrack snapshot/);
  });

  it('are read on a page that demands Trusted Types', async () => {
    const { headlines } = await show('/feed.xml', '', {
      head: `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types newsrack newsrack-xml newsrack-lit">`,
    });
    assert.deepEqual(headlines, titles);
  });

  it('lead to a whole article, whose markup is clean', async () => {
    const { page } = await partner.show(
      `<nr-article source="${publisher.url}/feed.json" src="${publisher.url}/story/1"></nr-article>`,
    );
    assert.match(await page.locator('[part~=body]').innerText(), /Body of 1/);
    assert.equal(await page.evaluate('window.ran'), undefined);
  });
});

describe('An old snapshot', () => {
  const made = new Date(Date.now() - 7_200_000).toISOString();
  before(() => {
    const items = json.items.map((item) => ({ ...item, _newsrack: { authors: [] } }));
    publisher.route('/old.json', { json: { ...json, items, _newsrack: { made, maxAge: 3600 } } });
    publisher.route('/new.json', { json: { ...json, items, _newsrack: { made, maxAge: 9000 } } });
  });

  /** The day and the hour as the reader's own browser writes them. */
  const since = (page: Visitor['page']) =>
    page.evaluate(
      (made) =>
        'Última actualización: ' +
        new Date(made).toLocaleString('es', { dateStyle: 'medium', timeStyle: 'short' }),
      made,
    );

  const note = (visitor: Visitor) => visitor.page.getByRole('button', { name: /actualiza/ });
  const list = (path: string) =>
    `<nr-headlines source="${publisher.url}${path}" limit="3" lang="es-419"></nr-headlines><p>Text below</p>`;

  it('says when it was made, and moves nothing by that', async () => {
    const visitor = await partner.show(list('/old.json'), { slow: true });
    assert.equal(await note(visitor).innerText(), await since(visitor.page));
    assert.equal((await visitor.layoutShifts()).sum, 0);
  });

  it('says so until the reader has read it, and keeps their place', async () => {
    const visitor = await partner.show(list('/old.json'));
    await note(visitor).press('Enter');
    await note(visitor).waitFor({ state: 'detached' });
    assert.equal(await visitor.page.evaluate('document.activeElement.localName'), 'nr-headlines');
    assert.equal(await visitor.page.locator('[part~=link]').count(), 3);
  });

  it('says so above a card, an article and biographies, too', async () => {
    for (const tag of ['nr-article-card', 'nr-article', 'nr-author-bio'])
      for (const [path, most] of [
        ['/old.json', 1],
        ['/new.json', 0],
      ] as const) {
        const { page } = await partner.show(
          `<${tag} source="${publisher.url}${path}" src="${publisher.url}/story/1" lang="es"></${tag}>`,
        );
        const text = await since(page);
        assert.equal(await page.getByText(text, { exact: true }).count(), most);
      }
  });

  it('does not say so as long as it is good', async () => {
    assert.equal(await note(await partner.show(list('/new.json'))).count(), 0);
  });
});

describe('newsrack.all.js', () => {
  it('has the feeds in it', async () => {
    const { page } = await partner.show(
      `<nr-headlines source="${publisher.url}/feed.xml"></nr-headlines><nr-headlines source="${publisher.url}/feed.json"></nr-headlines>`,
      { bare: true, head: '<script type="module" src="/newsrack/newsrack.all.js"></script>' },
    );
    assert.equal(await page.locator('[part~=link]').count(), 6);
  });
});
