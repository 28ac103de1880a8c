import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../e2e/browser.js';
import { usePartner } from '../e2e/partner.js';
import { startWordPress, type Site } from '../wordpress-api.js';

const HOUR = 3_600_000;
/** Of what is asked of one source in an hour by one page by itself. */
const MOST = 6;

describe('A page that is open for long', () => {
  const browser = useBrowser();
  const partner = usePartner(browser);
  let site: Site;
  beforeEach(async () => {
    site = await startWordPress();
  });
  afterEach(() => site.close());

  const markup = (more = '') =>
    `<nr-headlines source="${site.url}" source-type="wordpress" limit="3" load="eager" show="date" ${more}><a href="/">Fallback</a></nr-headlines>`;
  const asked = () => site.requests.filter(({ url }) => url.includes('wp-json')).length;

  /** A page whose clock stands until the test lets it go on. */
  async function open(more: string, time: string | number = Date.now()): Promise<Page> {
    const { page } = await partner.open('<main></main>');
    await page.clock.install({ time });
    await add(page, more);
    return page;
  }

  async function add(page: Page, more: string): Promise<void> {
    await page.evaluate(
      (html) => document.querySelector('main')!.insertAdjacentHTML('beforeend', html),
      markup(more),
    );
    await page.locator('nr-headlines').last().locator('[part~=headline]').first().waitFor();
  }

  const setHidden = (page: Page, isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);

  it('asks nothing while its tab is hidden for a day, and once when it is shown again', async () => {
    const page = await open('refresh="30"');
    assert.equal(asked(), 1);
    await page.clock.runFor(31_000);
    await site.received(/wp-json/, 2);
    await setHidden(page, true);
    await page.clock.fastForward(24 * HOUR);
    await page.clock.runFor(HOUR);
    assert.equal(asked(), 2, 'hidden');
    await setHidden(page, false);
    await page.clock.runFor(31_000);
    await site.received(/wp-json/, 3);
    assert.equal(asked(), 3, 'shown again');
  });

  for (const [what, answer] of [
    ['fails', { status: 500, json: {} }],
    ['answers something else', { json: { of: 'another request' } }],
  ] as const)
    it(`asks six times in an hour a source that ${what}, though it refreshes every half minute`, async () => {
      const page = await open('refresh="30"');
      site.route(/wp-json/, answer);
      for (let minute = 0; minute < 59; minute++) {
        await page.clock.runFor(60_000);
        // What was asked is answered before the next minute.
        await page.evaluate(() => fetch('/').then(() => undefined));
      }
      assert.ok(asked() > 2 && asked() <= MOST + 1, `${asked()} requests`);
      assert.ok(await page.locator('[part~=headline]').first().isVisible(), 'what stood stands');
    });

  for (const year of ['1971', '2001', '2093'])
    it(`whose clock says ${year} shows when articles were published`, async () => {
      const page = await open('', `${year}-06-01T12:00:00Z`);
      const dates = await page.locator('time').allInnerTexts();
      assert.ok(dates.length);
      for (const date of dates) assert.match(date, /^[A-Z][a-z]{2} \d{1,2}, 20\d\d$/);
    });

  it('whose clock is set back by years asks anew for what it knew, and no more than that', async () => {
    const page = await open('');
    await page.clock.setSystemTime('2001-06-01T12:00:00Z');
    for (let widgets = 0; widgets < 10; widgets++) await add(page, '');
    await page.clock.runFor(HOUR);
    assert.ok(asked() <= 3, `${asked()} requests`);
  });

  it('that is offline says so, and is well again when it is online and the reader asks', async () => {
    const { page } = await partner.open('<main></main>');
    await page.waitForFunction(() => !!window.newsrack);
    await add(page, '');
    await page.context().setOffline(true);
    const late = page.locator('nr-headlines').last();
    await page.evaluate(
      (html) => document.querySelector('main')!.insertAdjacentHTML('beforeend', html),
      markup().replace('limit="3"', 'limit="2"'),
    );
    await late.locator('.error').waitFor();
    assert.ok(await late.getByText('Fallback').isVisible());
    assert.equal(asked(), 1);
    await page.context().setOffline(false);
    await late.getByRole('button').click();
    await late.locator('[part~=headline]').first().waitFor();
    assert.equal(asked(), 2);
  });
});
