import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { useSite } from './site.js';

/** Latin words that a widget on the page would say if it fell back to English. */
const english = /\b(By|Comments?|Reply|Sign up|Name|Show content|Originally|min read|E-mail)\b/;

describe('a page in a language that it brings itself', () => {
  const site = useSite();
  const browser = useBrowser();

  it('speaks Arabic from the right, and is accessible, light and dark', async () => {
    const test = await browser.newPage({ viewport: { width: 360, height: 800 } });
    const { page, problems } = test;
    await page.goto(`${site.url}arabic.html`);
    for (const part of ['headline', 'body', 'comment', 'field'])
      await page.locator(`main [part~=${part}]`).first().waitFor({ state: 'attached' });
    await page.locator('nr-article [part~=body]').scrollIntoViewIfNeeded();
    await test.settled();
    const said = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .map(({ shadowRoot }) => shadowRoot?.textContent ?? '')
        .join(' '),
    );
    assert.doesNotMatch(said, english);
    for (const sentence of ['نُشر أصلًا في', '٣ تعليقات|3 تعليقات', 'بقلم', 'اشتراك'])
      assert.match(said, new RegExp(sentence));
    const [number, rest] = await page
      .locator('nr-headlines [part~=card]')
      .first()
      .evaluate((card) => {
        const headline = card.querySelector('[part~=headline]')!.getBoundingClientRect();
        const frame = card.getBoundingClientRect();
        return [frame.right - headline.right, headline.left - frame.left];
      });
    assert.ok(number <= rest + 1, 'headlines begin at the right');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await test.axe(), [], colorScheme);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    assert.deepEqual(problems, []);
  });

  it('asks in Arabic before anything is fetched, whichever script comes first', async () => {
    for (const late of ['newsrack.js', 'ar.js']) {
      const { page, problems } = await browser.newPage();
      let go = () => {};
      const other = new Promise<void>((resolve) => (go = resolve));
      await page.route(`**/${late}`, async (route) => {
        await other;
        await route.continue();
      });
      page.on('response', (response) => {
        if (/\/(ar|newsrack)\.js$/.test(response.url()) && !response.url().endsWith(late)) go();
      });
      await page.goto(`${site.url}arabic.html`);
      const button = page.locator('nr-article-card.click [part=button]');
      await button.getByText('إظهار المحتوى من').waitFor();
      assert.equal(await button.count(), 1);
      await button.click();
      await page.locator('nr-article-card.click [part~=headline]').waitFor();
      assert.deepEqual(problems, []);
    }
  });
});
