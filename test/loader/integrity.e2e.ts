import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../e2e/browser.js';
import { useHosts } from '../hosts/host-page.js';
import { listedPolicy } from '../hosts/listed-policy.js';
import { listen, manifest, needs, pinnedTag, startPlaces, type Places } from './pinned-pages.js';
import { isRefused } from './refusal.js';

const browser = useBrowser();
const pages = useHosts();
const pinned = (file = manifest.loader, type = 'async') =>
  `<script ${type} src="/newsrack/${file.file}" integrity="${file.integrity}" crossorigin></script>`;

describe('A script tag with an integrity attribute', () => {
  let places: Places;
  before(async () => {
    places = await startPlaces();
  });
  afterEach(() => places.cdn.change());
  after(() => places.close());

  /** A page of the partner's, whose files come from another site. */
  async function open(body: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const { page } = await browser.newPage();
    await prepare?.(page);
    await page.addInitScript(listen);
    places.cdn.requests.length = 0;
    await page.goto(
      places.partner.page(
        'pinned',
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title>${body}`,
      ),
    );
    return page;
  }
  const headlines = (page: Page) => page.locator('nr-headlines [part~=headline]').nth(2).waitFor();
  const isFetched = () => places.cdn.requests.map(({ path }) => path.slice('/newsrack/'.length));

  describe('refuses', () => {
    // One of each kind; all of them: integrity.long.ts.
    for (const name of ['pins', 'core', 'wordpress', 'es', 'purify', 'comment-sending'])
      it(`another “${name}”`, () => isRefused(places, browser.newPage, name, needs(places)[name]!));

    it('a loader that is another one: nothing of ours is there, and the fallback stands', async () => {
      places.cdn.change('newsrack.js');
      const page = await open(pinnedTag(places.cdn) + needs(places)['core']!.markup);
      await page.waitForLoadState();
      assert.equal(await page.evaluate(() => 'intruder' in window || 'newsrack' in window), false);
      assert.equal(await page.getByText('Fallback').isVisible(), true);
    });

    it('one byte more', async () => {
      const { file } = manifest.chunks['core']!;
      places.cdn.change(file, ' ');
      const page = await open(pinnedTag(places.cdn) + needs(places)['core']!.markup);
      await page.waitForFunction('heard.length');
      assert.equal(await page.evaluate('heard[0].code'), 'integrity');
      assert.equal(await page.getByText('Fallback').isVisible(), true);
      assert.equal(await page.evaluate(() => !!customElements.get('nr-headlines')), false);
    });
  });

  it('lets a page without one be as it was: it asks for nothing more', async () => {
    const page = await open(
      `<script async src="${places.cdn.url}/newsrack/newsrack.js"></script>${needs(places)['core']!.markup}`,
    );
    await headlines(page);
    assert.equal(isFetched().length, 6, isFetched().join());
    assert.ok(!isFetched().some((file) => file.startsWith('pins')));
  });

  it('asks for each file once, and never again for what has been verified', async () => {
    const evil = new Set<string>();
    places.cdn.route(/\/newsrack\/.*/, async ({ path }) => {
      const answer = await places.cdn.answer(path, evil.has(path));
      evil.add(path);
      return {
        ...answer,
        headers: { ...answer.headers, 'cache-control': 'no-store', vary: '*' },
      };
    });
    try {
      const page = await open(pinnedTag(places.cdn) + needs(places)['list-growth']!.markup);
      await headlines(page);
      await page.locator('nr-headlines [part~=more]').click();
      await page.locator('nr-headlines [part~=headline]').nth(5).waitFor();
      assert.equal(await page.evaluate(() => 'intruder' in window), false);
      assert.deepEqual(isFetched().sort(), [...new Set(isFetched())].sort());
      assert.ok(isFetched().some((file) => file.startsWith('pins')));
      assert.deepEqual(await page.evaluate('[heard, problems]'), [[], []]);
    } finally {
      places.cdn.route('/newsrack/*', ({ path }) => places.cdn.answer(path));
    }
  });

  it('works on a tag that a script adds late, and on a module', async () => {
    for (const type of ['script', 'module']) {
      const page = await open(
        `${needs(places)['core']!.markup}<script>
           addEventListener('load', () => {
             const tag = document.createElement('script');
             if ('${type}' === 'module') tag.type = 'module';
             tag.integrity = '${manifest.loader.integrity}';
             tag.crossOrigin = '';
             tag.src = '${places.cdn.url}/newsrack/newsrack.js';
             document.head.append(tag);
           });
         </script>`,
      );
      await headlines(page);
      assert.ok(isFetched().some((file) => file.startsWith('pins')));
      places.cdn.change(manifest.chunks['list-growth']!.file);
    }
  });

  for (const name of ['core', 'pins'])
    it(`tries again what did not come when the browser is online again: “${name}”`, async () => {
      const page = await open(pinnedTag(places.cdn) + needs(places)['core']!.markup, (visited) =>
        visited.route(`**/${manifest.chunks[name]!.file}`, (route) => route.abort()),
      );
      await page.waitForFunction('heard.length');
      if (name === 'core')
        assert.deepEqual(await page.evaluate('[heard[0].code, heard[0].retryable]'), [
          'network',
          true,
        ]);
      assert.equal(await page.getByText('Fallback').isVisible(), true);
      await page.unroute(`**/${manifest.chunks[name]!.file}`);
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await headlines(page);
    });

  describe('shows what it shows without, and leaves the page as it is,', () => {
    it('in all widgets', async () => {
      await pages.holds({ name: 'pinned', script: pinned() });
    });
    it('as a module', async () => {
      await pages.holds({ name: 'pinned', script: pinned(manifest.loader, 'type="module"') });
    });
    it('in the one file', async () => {
      await pages.holds({ name: 'pinned', script: pinned(manifest.all, 'type="module"') });
    });
    it('under the policy that the README lists', async () => {
      const headers = {
        'content-security-policy': listedPolicy(pages.publisher.url, pages.partner.url),
      };
      await pages.holds({ name: 'policy', script: pinned(), headers });
    });
    it('under that policy, in a browser without a sanitizer of its own', async () => {
      const headers = {
        'content-security-policy': listedPolicy(pages.publisher.url, pages.partner.url),
      };
      await pages.holds({
        name: 'policy',
        script: pinned(),
        headers,
        init: () => void delete (window as { Sanitizer?: unknown }).Sanitizer,
      });
    });
    it('under nonces with strict-dynamic', async () => {
      await pages.holds({
        name: 'nonces',
        script: pinned().replace('async', 'async nonce="abc"'),
        headers: {
          'content-security-policy': `script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'`,
        },
      });
    });
  });
});
