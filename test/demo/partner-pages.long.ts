/* The same widgets in pages of other kinds, each installed from npm and built as its own people would. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser, type TestPage } from '../e2e/browser.js';
import { useOwnPublisher } from '../e2e/publisher.js';
import { useSite } from './site.js';

const kinds = ['bootstrap', 'strict-csp', 'react', 'vue', 'astro', 'wordpress'];
/** What builds belong to the first visit: npm's registry may be slow. */
const buildTime = 300_000;

/** Headlines of the first list on the page, without spaces that only its layout has. */
const shown = (page: Page) =>
  page
    .locator('nr-headlines')
    .first()
    .locator('[part~=headline]')
    .evaluateAll((parts) => parts.map(({ textContent }) => textContent.trim()));

describe('partners’ pages', () => {
  const publisher = useOwnPublisher();
  const site = useSite(publisher);
  const browser = useBrowser();
  const addresses = new Map<string, string>();

  before(async () => {
    for (const kind of kinds) {
      const address = new URL(`/${kind}/`, site.url).href;
      const answer = await fetch(address, { signal: AbortSignal.timeout(buildTime) });
      assert.equal(answer.status, 200, `${kind} could not be made; what npm said stands above`);
      addresses.set(kind, answer.url);
    }
  });

  /** A visitor to a page, who sees every policy violation and every word on the console. */
  async function visit(kind: string, options = {}) {
    const test = await browser.newPage(options);
    const said: string[] = [];
    test.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) said.push(message.text());
    });
    const asked: string[] = [];
    test.page.on('request', (request) => {
      if (request.url().includes('/wp-json/')) asked.push(request.url());
    });
    await test.page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        violations.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    await test.page.goto(addresses.get(kind)!);
    await test.page.locator('nr-headlines [part~=headline]').first().waitFor();
    const violations = () => test.page.evaluate<string[]>('violations');
    return { ...test, said, asked, violations };
  }

  /** What the publisher's own interface says stands in a section now. */
  async function published(query: string) {
    const answer = await fetch(`${publisher.url}/wp-json/wp/v2/posts?${query}`);
    const posts = (await answer.json()) as { title: { rendered: string } }[];
    const decode = (text: string) =>
      text
        .replace(/<[^>]+>/g, '')
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    return posts.map(({ title }) => decode(title.rendered));
  }
  const category = async (slugs: string) => {
    const answer = await fetch(`${publisher.url}/wp-json/wp/v2/categories?slug=${slugs}`);
    return ((await answer.json()) as { id: number }[]).map(({ id }) => id).join();
  };

  const first: Record<string, () => Promise<string[]>> = {
    bootstrap: () => published('per_page=5'),
    'strict-csp': async () => published(`per_page=4&categories=${await category('trade,ports')}`),
    react: () => published('per_page=6'),
    vue: async () => published(`per_page=5&categories=${await category('en-espanol')}`),
    astro: async () => published(`per_page=4&categories=${await category('agribusiness')}`),
    wordpress: () => published('per_page=5'),
  };

  const noMishap = async ({ problems, said, violations }: Awaited<ReturnType<typeof visit>>) => {
    assert.deepEqual(problems, []);
    assert.deepEqual(said, []);
    assert.deepEqual(await violations(), []);
  };

  /** Our own elements; a theme of somebody else's is its own matter. */
  const objections = async (test: TestPage, kind: string) =>
    kind === 'wordpress' ? test.axe('main') : test.axe();

  for (const kind of kinds)
    it(`${kind} shows what the publisher has, without a mishap`, async () => {
      const test = await visit(kind);
      assert.deepEqual(await shown(test.page), await first[kind]!());
      await noMishap(test);
    });

  for (const kind of kinds)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`${kind} is accessible and fits a phone, ${colorScheme}`, async () => {
        const test = await visit(kind, { colorScheme, viewport: { width: 360, height: 800 } });
        assert.deepEqual(await objections(test, kind), []);
        assert.equal(await test.page.evaluate(() => document.documentElement.scrollWidth), 360);
      });

  it('strict-csp sends the policy, and an article’s body passes it', async () => {
    const test = await visit('strict-csp');
    const answer = await fetch(addresses.get('strict-csp')!);
    assert.match(answer.headers.get('content-security-policy')!, /^default-src 'none'/);
    await test.page.locator('nr-article').scrollIntoViewIfNeeded();
    await test.page.locator('nr-article [part~=body] p').first().waitFor();
    await noMishap(test);
  });

  it('bootstrap’s widgets follow its colours', async () => {
    const { page } = await visit('bootstrap', { colorScheme: 'dark' });
    const colour = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    assert.equal(await colour('nr-headlines [part~=headline]'), await colour('body'));
  });

  it('react changes the section and opens an article beside the list', async () => {
    const test = await visit('react');
    const { page } = test;
    await page.getByRole('button', { name: 'Energy' }).click();
    const energy = await published(`per_page=6&categories=${await category('energy')}`);
    await page.getByText(`${energy.length} articles`).waitFor();
    assert.deepEqual(await shown(page), energy);
    await page.locator('nr-headlines [part~=headline] a').first().click();
    await page.locator('nr-article [part~=body] p').first().waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    assert.equal(await page.locator('nr-article').count(), 0);
    await noMishap(test);
  });

  it('vue searches, changes the layout and keeps what was chosen', async () => {
    const test = await visit('vue');
    const { page } = test;
    await page.getByLabel('Formato').selectOption('headline');
    await page.locator('nr-headlines [part~=image]').first().waitFor({ state: 'detached' });
    await page.getByRole('searchbox').fill('tren');
    await page.getByRole('button', { name: 'Buscar' }).click();
    await page.getByText('1 artículo', { exact: true }).waitFor();
    const [headline] = await shown(page);
    await page.locator('nr-headlines [part~=headline] a').click();
    await page.locator('aside li').getByText(headline!, { exact: true }).waitFor();
    await page.locator('nr-author-bio').getByText('Tomás Aguirre-Leclerc').waitFor();
    await noMishap(test);
  });

  it('astro sends finished widgets: without scripts, and with them nothing is asked', async () => {
    const bare = await visit('astro', { javaScriptEnabled: false });
    const sent = await shown(bare.page);
    const test = await visit('astro');
    await test.page.waitForFunction(() => customElements.get('nr-headlines'));
    await test.page.evaluate(() => new Promise(requestAnimationFrame));
    assert.deepEqual(await shown(test.page), sent);
    assert.deepEqual(test.asked, []);
    assert.equal((await test.layoutShifts()).sum, 0);
  });

  it('wordpress shows all that its blocks of HTML hold, in its block theme', async () => {
    const test = await visit('wordpress');
    assert.equal(await test.page.locator('.wp-site-blocks').count(), 1);
    await test.page.locator('nr-author-bio [part~=name]').first().waitFor();
    await test.page.locator('nr-newsletter-form [part~=field]').first().waitFor();
    await noMishap(test);
  });
});
