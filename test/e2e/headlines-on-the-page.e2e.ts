import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { startOrigin, type Origin } from '../origin.js';
import { useBrowser } from './browser.js';
import { fallback, headlinesOf, leadsTo, newest } from './headlines-markup.js';
import { usePartner } from './partner.js';
import { usePublisher } from './publisher.js';

const browser = useBrowser();
const publisher = usePublisher();
const partner = usePartner(browser);

const { address, headlines } = headlinesOf(publisher);

describe('Headlines on a partner’s page', () => {
  it('more: the next ones follow, focus goes to the first of them, and it is said how many', async () => {
    const { page } = await partner.show(headlines('limit="3" more layout="headline"'));
    const before = await leadsTo(page);
    const more = page.getByRole('button', { name: 'More articles' });
    await more.focus();
    await page.keyboard.press('Enter');
    const status = page.getByRole('status');
    await status.filter({ hasText: '3 more articles shown' }).waitFor({ state: 'attached' });
    const all = await leadsTo(page);
    assert.equal(all.length, 6);
    assert.deepEqual(all.slice(0, 3), before);
    assert.equal(new Set(all).size, 6);
    const focused = await page.evaluate(
      () => (document.activeElement!.shadowRoot!.activeElement as HTMLAnchorElement).href,
    );
    assert.equal(focused, all[3]);
  });

  it('more: the button goes with the last page', async () => {
    const { page } = await partner.show(
      headlines(
        `author-id="${publisher.ids['authors']!['livia']!.id}" limit="4" more layout="headline"`,
      ),
    );
    const more = page.getByRole('button', { name: 'More articles' });
    await more.click();
    await page.getByRole('status').filter({ hasText: 'shown' }).waitFor({ state: 'attached' });
    assert.equal(await more.count(), 0);
    assert.equal((await leadsTo(page)).length, 5);
  });

  it('stand in a div of an editor that knows no custom elements', async () => {
    const { page } = await partner.show(
      `<div data-nr="headlines" data-nr-source="${publisher.url}" data-nr-limit="2" data-nr-heading="From the Ledger">${fallback}</div>`,
    );
    assert.deepEqual(await leadsTo(page), newest.slice(0, 2).map(address));
    assert.equal(await page.getByRole('heading', { level: 2 }).innerText(), 'From the Ledger');
    assert.equal(await page.getByText('All headlines').isVisible(), false);
  });

  it('stand where their script stands', async () => {
    const { page } = await partner.show(
      `<p>Above</p><script async src="/newsrack/newsrack.js" data-nr="headlines" data-nr-source="${publisher.url}" data-nr-limit="2"></script><p>Below</p>`,
      { bare: true },
    );
    assert.deepEqual(await leadsTo(page), newest.slice(0, 2).map(address));
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('p, nr-headlines')].map((each) => each.localName),
    );
    assert.deepEqual(tops, ['p', 'nr-headlines', 'p']);
  });

  it('ask nothing of anyone before a click, where that is wanted', async () => {
    const { page, asked } = await partner.show(headlines('load="click" limit="2"'));
    const elsewhere: string[] = [];
    assert.deepEqual(asked, []);
    page.on('request', (request) => elsewhere.push(request.url()));
    assert.equal(await page.getByText('All headlines').isVisible(), true);
    await page.getByRole('button', { name: /127\.0\.0\.1/ }).click();
    await page.locator('[part~=link]').first().waitFor();
    assert.deepEqual(await leadsTo(page), newest.slice(0, 2).map(address));
    assert.equal(asked.length, 1);
  });

  it('of ten equal widgets are asked for once', async () => {
    const { page, asked } = await partner.show(headlines('limit="2" layout="headline"').repeat(10));
    assert.equal(await page.locator('[part~=headline]').count(), 20);
    assert.equal(asked.length, 1, asked.join('\n'));
  });

  it('use what the page has preloaded, and ask nothing more', async () => {
    const list = headlines('limit="2" source-type="wordpress"');
    const { asked } = await partner.show(list);
    const data = (publisher.url + asked[0]!).replace(/&/g, '&amp;');
    const head = `<link rel="preload" as="fetch" crossorigin href="${data}">`;
    const preloaded = await partner.show(list, { head });
    assert.deepEqual(await leadsTo(preloaded.page), newest.slice(0, 2).map(address));
    assert.deepEqual(preloaded.asked, asked);
    assert.deepEqual(preloaded.problems, []);
  });

  it('carry the campaign, and leave the rest of an address alone', async () => {
    const { page } = await partner.show(
      headlines('limit="1" utm-source="isthmus & co" utm-medium="partner" utm-campaign="ports"'),
    );
    const [link] = (await leadsTo(page)) as [string];
    assert.equal(link.split('?')[0], address('second-berth'));
    assert.deepEqual(
      [...new URL(link).searchParams],
      [
        ['utm_source', 'isthmus & co'],
        ['utm_medium', 'partner'],
        ['utm_campaign', 'ports'],
      ],
    );
    const opened = page.waitForRequest((request) => request.isNavigationRequest());
    await page.locator('[part~=link]').click();
    assert.equal((await opened).url(), link);
  });

  for (const layout of ['row', 'compact', 'headline'])
    it(`${layout}: a rule between what stands below each other, none side by side`, async () => {
      const { page } = await partner.show(
        [1, 2]
          .map((columns) =>
            headlines(`limit="4" columns="${columns}" layout="${layout}" show="date"`),
          )
          .join('<p>Text between</p>'),
        { viewport: { width: 1200, height: 1600 } },
      );
      const items = page.locator('[part~=item]');
      /** The strip above a card, where half of the gap is in sight. */
      const above = async (index: number) => {
        const { x, y } = (await items.nth(index).boundingBox())!;
        return page.screenshot({ clip: { x, y: y - 14, width: 200, height: 14 } });
      };
      const blank = await above(0);
      for (const below of [1, 2, 3]) assert.ok(!(await above(below)).equals(blank), `${below}`);
      for (const beside of [4, 5, 6, 7])
        assert.ok((await above(beside)).equals(blank), `${beside}`);
    });

  it('have no buttons on paper', async () => {
    const { page } = await partner.show(headlines('limit="2" more'));
    const more = page.getByRole('button', { name: 'More articles' });
    assert.equal(await more.isVisible(), true);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await more.isVisible(), false);
    assert.equal(await page.locator('[part~=headline]').first().isVisible(), true);
  });

  it('are dark on the white of paper, and forms are none of its', async () => {
    const { page } = await partner.show(
      `${headlines('limit="1" theme="dark"')}<nr-newsletter-form theme="dark" heading="Letter" action="/letters"></nr-newsletter-form>`,
    );
    const color = () =>
      page
        .locator('[part~=headline]')
        .first()
        .evaluate((headline) => getComputedStyle(headline).color);
    assert.equal(await color(), 'rgb(242, 242, 242)');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await color(), 'rgb(27, 27, 27)');
    assert.equal(await page.getByText('Letter').isVisible(), false);
  });

  it('keep links apart from text in forced colours', async () => {
    const { page } = await partner.show(
      `${headlines('limit="1"')}<a id="plain" href="/x">A link</a>`,
      { forcedColors: 'active' },
    );
    const colour = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).color);
    assert.equal(await colour('[part~=link]'), await colour('#plain'));
    assert.notEqual(await colour('[part~=link]'), await colour('[part~=date]'));
  });
});

describe('Headlines without their publisher', () => {
  let broken: Origin;
  beforeEach(async () => {
    broken = await startOrigin();
  });
  afterEach(() => broken.close());

  it('of a server that is silent: a time-out after ten seconds, and another try that works', async () => {
    broken.route('/wp-json/*', { silent: true });
    const { page, heard, settled } = await partner.open(headlines('', `${broken.url}/`));
    await broken.received(/wp-json|rest_route/);
    const asked = Date.now();
    await settled();
    assert.ok(Date.now() - asked > 9_000);
    const [event] = await heard();
    assert.equal(event!.detail.error!.code, 'timeout');
    assert.match(event!.detail.error!.message, /10 s/);
    assert.equal(await page.getByText('All headlines').isVisible(), true);
    assert.equal(await page.getByRole('alert').innerText(), 'This content could not be reached.');

    const found: unknown = await (
      await fetch(`${publisher.url}/wp-json/wp/v2/posts?per_page=1&_embed`)
    ).json();
    broken.route('/wp-json/*', { json: found });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[part~=link]').waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('of a site that is none: not found, and the author’s links stay', async () => {
    const { page, heard } = await partner.show(headlines('', `${broken.url}/`));
    const [event] = await heard();
    assert.match(event!.detail.error!.code, /^(not-found|cors)$/);
    assert.equal(await page.getByText('All headlines').isVisible(), true);
  });
});
