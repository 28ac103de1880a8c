import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { usePublisher } from '../e2e/publisher.js';
import { driveBuilder, openBuilder } from './builder.js';
import { useSite } from './site.js';

describe('the embed builder', () => {
  const publisher = usePublisher();
  const site = useSite(publisher);
  const browser = useBrowser();
  const open = (query?: string) => openBuilder(browser, site, query);

  driveBuilder(['headlines'], browser, site, publisher, true);

  it('takes from an address nothing that the manifest does not know', async () => {
    const { page, specimen } = await open(
      '?widget=article-card&headline=Hello&onclick=alert(1)&style=color:red&--nr-accent=red;background:url(//x.example)&--nr-text=blue&page-dir=rtl',
    );
    const card = specimen('article-card');
    await card.locator('[part=headline]').waitFor();
    assert.deepEqual(
      await card.evaluate((element) =>
        [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      ),
      ['headline=Hello', 'style=--nr-text: blue;'],
    );
    assert.equal(await page.locator('.page [value=rtl]').isChecked(), true);
  });

  it('says what a policy must allow', async () => {
    const { page } = await open(
      '?widget=newsletter-form&action=https://acme.us1.list-manage.com/subscribe/post',
    );
    const lines = (await page.locator('.policy code').innerText()).split('\n');
    assert.ok(lines.includes('form-action https://acme.us1.list-manage.com;'));
    assert.ok(!lines.some((line) => line.startsWith('connect-src')));
  });

  it('offers what a publisher has prepared, and nothing else', async () => {
    const { page } = await browser.newPage();
    await page.route('**/presets/gazette.json', (route) =>
      route.fulfill({
        json: {
          name: 'The Gazette',
          closed: true,
          widgets: ['article-card'],
          tokens: { '--nr-accent': 'teal' },
          sources: [
            {
              name: 'The Gazette',
              source: publisher.url,
              article: publisher.ids['articles']!['shade-price']!.url,
            },
          ],
        },
      }),
    );
    await page.goto(`${site.url}builder.html?preset=gazette`);
    await page.locator('.tabs [aria-selected=true]').waitFor();
    assert.equal(await page.locator('.widgets label').count(), 1);
    assert.equal(await page.locator('.field[data-name=source]').count(), 0);
    assert.match(await page.locator('.tab .paste code').innerText(), /--nr-accent: teal/);
    assert.match(page.url(), /preset=gazette/);
  });
});

describe('the site', () => {
  const site = useSite();
  const browser = useBrowser();

  it('leads from its home to the documentation', async () => {
    const { page } = await browser.newPage();
    await page.goto(site.url);
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Docs' })
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.match(page.url(), /\/docs\/$/);
  });

  for (const name of ['index.html', 'builder.html', 'gallery.html'])
    for (const colorScheme of ['light', 'dark'] as const)
      it(`${name} is accessible, ${colorScheme}, and fits a phone`, async () => {
        const test = await browser.newPage({ colorScheme, viewport: { width: 360, height: 800 } });
        await test.page.goto(site.url + name);
        await test.page
          .locator('html[data-ready], .tabs [aria-selected=true], .thread')
          .first()
          .waitFor({ state: 'attached' });
        // In the gallery stands what never comes.
        if (name === 'index.html') await test.settled();
        assert.deepEqual(await test.axe(), []);
        assert.equal(await test.page.evaluate(() => document.documentElement.scrollWidth), 360);
        assert.deepEqual(test.problems, []);
      });
});
