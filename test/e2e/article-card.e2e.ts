import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from './browser.js';
import { usePartner } from './partner.js';
import { usePublisher } from './publisher.js';

const browser = useBrowser();
const publisher = usePublisher();
const partner = usePartner(browser);

const address = (article: string) => publisher.ids['articles']![article]!.url;

const card = (src: string, attributes = '') =>
  `<nr-article-card src="${src}" ${attributes}><a href="${src}">Read it at the Ledger</a></nr-article-card>`;

const headlines = async (page: Page) =>
  (await page.locator('[part~=headline]').allInnerTexts()).map((title) => title.trim());

describe('A card of an article of a real WordPress', () => {
  it('shows what its publisher knows of it', async () => {
    const { page, asked, heard } = await partner.show(
      card(address('shade-price'), 'heading-level="2"'),
    );
    assert.equal(
      await page.getByRole('heading', { level: 2 }).innerText(),
      'Coffee Growers Put a Price on Shade',
    );
    assert.equal(await page.locator('[part~=kicker]').innerText(), 'Agribusiness');
    assert.equal(await page.locator('[part~=link]').getAttribute('href'), address('shade-price'));
    const picture = page.locator('img');
    assert.ok(await picture.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0));
    assert.match((await picture.getAttribute('srcset'))!, /\d+w/);
    assert.equal(await page.getByText('Read it at the Ledger').isVisible(), false);
    assert.equal(asked.length, 1);
    assert.deepEqual(await heard(), [
      { type: 'nr-load', detail: { widget: 'article-card', count: 1 } },
    ]);
  });

  // A page each: two questions at once are twice as slow, and WordPress is slow on a busy machine.
  const writings: [how: string, src: () => string][] = [
    ['without the last slash', () => address('brine-accountants').slice(0, -1)],
    ['with a campaign', () => `${address('brine-accountants')}?utm_source=mail&amp;x=1#comments`],
    ['in capitals', () => address('brine-accountants').toUpperCase().replace(/^HTTP/, 'http')],
    [
      'by its number',
      () => `${publisher.url}/?p=${publisher.ids['articles']!['brine-accountants']!.id}`,
    ],
  ];
  for (const [how, src] of writings)
    it(`finds an article whose address is written ${how}`, async () => {
      const { page } = await partner.show(card(src()));
      assert.deepEqual(await headlines(page), ['The Brine Accountants']);
    });

  for (const [article, words] of [
    ['slug-first', /whale/],
    ['slug-second', /Cranes/],
  ] as const)
    it(`tells two articles of the same name apart: ${article}`, async () => {
      const { page } = await partner.show(card(address(article)));
      assert.equal(await page.locator('[part~=link]').getAttribute('href'), address(article));
      assert.match(await page.locator('[part~=excerpt]').innerText(), words);
    });

  it('reads Arabic from the right on an English page', async () => {
    const { page } = await partner.show(card(address('right-to-left')));
    const direction = (part: string) =>
      page.locator(`[part~=${part}]`).evaluate((element) => getComputedStyle(element).direction);
    assert.equal(await direction('headline'), 'rtl');
    assert.equal(await direction('excerpt'), 'rtl');
    assert.equal(await direction('card'), 'ltr');
  });

  it('by id, from the source', async () => {
    const id = publisher.ids['articles']!['welder']!.id;
    const { page, asked } = await partner.show(
      `<nr-article-card source="${publisher.url}" source-type="wordpress" article-id="${id}"></nr-article-card>`,
    );
    assert.deepEqual(await headlines(page), ['The Welder Who Runs a Shipyard']);
    assert.equal(asked.length, 1);
  });

  it('of a protected article says what everybody may know', async () => {
    const { page } = await partner.show(card(address('protected')));
    assert.match((await headlines(page))[0]!, /What Shippers Will Pay in the First Quarter$/);
    assert.equal(await page.locator('[part~=link]').getAttribute('href'), address('protected'));
    const words = await page.locator('[part~=card]').innerText();
    assert.doesNotMatch(words, /This content is password protected|140 shippers/);
  });

  it('runs nothing that an article smuggles in', async () => {
    const { page } = await partner.show(card(address('unsafe-markup'), 'show="excerpt image"'));
    assert.match(await page.locator('[part~=excerpt]').innerText(), /^You sent us the excuses/);
    assert.deepEqual(
      await page.evaluate(() =>
        Object.keys(window).filter((name) => name.startsWith('__newsrack')),
      ),
      [],
    );
    assert.equal(await page.locator('[part~=excerpt] a').count(), 0);
  });

  const missing: [what: string, src: () => string][] = [
    ['an article that was never there', () => `${publisher.url}/2026/11/never-written/`],
    ['another date than its own', () => address('shade-price').replace(/\/\d{4}\//, '/1999/')],
    ['a draft', () => `${publisher.url}/?p=${publisher.ids['articles']!['draft']!.id}`],
  ];
  for (const [what, src] of missing)
    it(`${what}: the author’s link stays, and the page hears why`, async () => {
      const { page, heard } = await partner.show(card(src()));
      const [event, more] = await heard();
      assert.match(event!.detail.error!.code, /^(not-found|forbidden)$/);
      assert.equal(more, undefined);
      assert.equal(
        await page.getByRole('link', { name: 'Read it at the Ledger' }).isVisible(),
        true,
      );
      assert.equal(await page.locator('[part~=card]').count(), 0);
    });

  it('lets a reader select the text beside the link, and opens on a click there', async () => {
    const { page } = await partner.show(
      `${card(address('shade-price'), 'show="excerpt"')}<p id="below">Text below</p>`,
    );
    const before = page.url();
    const { x, y, width, height } = (await page.locator('[part~=excerpt]').boundingBox())!;
    await page.mouse.move(x + 2, y + 4);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height - 4, { steps: 4 });
    await page.mouse.up();
    assert.match(await page.evaluate(() => String(getSelection())), /cooperative/);
    assert.equal(page.url(), before);

    await page.locator('#below').click();
    await page.waitForFunction(() => !String(getSelection()));
    const opened = page.waitForRequest((request) => request.isNavigationRequest());
    await page.mouse.click(x + 10, y + 4);
    assert.equal((await opened).url(), address('shade-price'));
  });

  it('lets the page decide what opening means', async () => {
    const { page } = await partner.show(card(address('shade-price')));
    const before = page.url();
    const opened = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          addEventListener('nr-open', (event) => {
            event.preventDefault();
            resolve(
              (event as CustomEvent<{ article: { headline: string } }>).detail.article.headline,
            );
          }),
        ),
    );
    await page.locator('[part~=link]').click();
    assert.equal(await opened, 'Coffee Growers Put a Price on Shade');
    assert.equal(page.url(), before);
  });

  it('has its link, and nothing to press, on paper and in forced colours', async () => {
    const { page } = await partner.show(card(address('shade-price')), { forcedColors: 'active' });
    const [link, text] = await page.evaluate(() => {
      const root = document.querySelector('nr-article-card')!.shadowRoot!;
      const colour = (part: string) =>
        getComputedStyle(root.querySelector(`[part~=${part}]`)!).color;
      return [colour('link'), colour('excerpt')];
    });
    assert.notEqual(link, text);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('[part~=link]').isVisible(), true);
    assert.equal(await page.getByRole('button').count(), 0);
  });

  it('on a slow line: nothing moves', async () => {
    const { page, layoutShifts } = await partner.show(
      `${card(address('second-berth'), 'layout="hero"')}<p>Text below</p>`,
      { slow: true, viewport: { width: 700, height: 900 } },
    );
    assert.ok(await page.locator('img').evaluate((img) => (img as HTMLImageElement).naturalWidth));
    const { sum, shifts } = await layoutShifts();
    assert.equal(sum, 0, JSON.stringify(shifts));
  });
});
