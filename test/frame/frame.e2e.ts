import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../e2e/browser.js';
import { json } from '../origin.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';

describe('the frame page', () => {
  const browser = useBrowser();
  let cdn: PartnerPage;
  let editor: PartnerPage;
  let site: Site;

  before(async () => {
    cdn = await servePartnerPage('');
    editor = await servePartnerPage('');
    site = await startWordPress({ posts: 3 });
    cdn.route('/newsrack/frame.json', json({ sources: [site.url], title: 'The Ledger' }));
  });
  after(() => Promise.all([cdn.close(), editor.close(), site.close()]));

  const address = (query: string) => `${cdn.url}/newsrack/frame.html?${query}`;

  /** Opens it in a frame of another site's page, which makes the frame as high as it is told to. */
  async function embed(query: string) {
    const test = await browser.newPage({ viewport: { width: 600, height: 800 } });
    await test.page.goto(
      editor.page(
        'editor',
        `<!doctype html><title>Editor</title>
         <iframe title="News" src="${address(query)}" width="500" height="100"></iframe>
         <script>
           const heights = [];
           addEventListener('message', ({ data, source }) => {
             const frame = document.querySelector('iframe');
             if (data.type !== 'nr-size' || source !== frame.contentWindow) return;
             heights.push(data.height);
             frame.height = data.height;
           });
         </script>`,
      ),
    );
    return { ...test, frame: test.page.frameLocator('iframe') };
  }

  const scrolls = (page: Page) =>
    page
      .frames()[1]!
      .evaluate(
        () => document.documentElement.scrollHeight > document.documentElement.clientHeight,
      );

  it('shows a widget, and its parent makes room for all of it', async () => {
    const { page, frame, problems } = await embed(
      `widget=headlines&source=${site.url}&limit=3&layout=row&--nr-accent=rgb(1, 2, 3)`,
    );
    await frame.locator('nr-headlines [part~=headline]').nth(2).waitFor();
    await page.waitForFunction(() => Number(document.querySelector('iframe')!.height) > 150);
    await page.frames()[1]!.evaluate(async () => window.newsrack!.ready());
    assert.equal(await scrolls(page), false);
    assert.equal(
      await frame
        .locator('nr-headlines')
        .evaluate((element) => getComputedStyle(element).getPropertyValue('--nr-accent')),
      'rgb(1, 2, 3)',
    );
    assert.deepEqual(problems, []);
  });

  it('opens articles outside of the frame', async () => {
    const { page, frame } = await embed(`widget=headlines&source=${site.url}`);
    const opened = page.waitForEvent('popup');
    await frame.locator('nr-headlines [part~=link]').first().click();
    assert.ok((await opened).url());
    assert.match(page.frames()[1]!.url(), /frame\.html/);
  });

  it('stands by itself, with a title and a margin', async () => {
    const { page, problems, settled, axe } = await browser.newPage();
    await page.goto(address(`widget=headlines&source=${site.url}&page-scheme=dark&page-lang=es`));
    await page.locator('nr-headlines [part~=headline]').first().waitFor();
    await settled();
    assert.equal(await page.title(), 'The Ledger');
    assert.equal(await page.locator('html').getAttribute('lang'), 'es');
    assert.ok((await page.locator('nr-headlines').boundingBox())!.x >= 24);
    assert.deepEqual(await axe(), []);
    assert.deepEqual(problems, []);
  });

  for (const [what, query] of Object.entries<() => string>({
    'another source': () => 'widget=headlines&source=https://elsewhere.example/',
    'no widget of ours': () => `widget=script&source=${site.url}`,
  }))
    it(`shows nothing of ${what}, asks nobody, and says so`, async () => {
      const { page, problems } = await browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).origin));
      await page.goto(address(`${query()}&page-lang=pt`));
      await page.getByText('Este conteúdo não está disponível aqui.').waitFor();
      assert.deepEqual([...new Set(asked)], [cdn.url]);
      assert.deepEqual(problems, []);
    });

  it('shows nothing where nobody has said what it may show', async () => {
    const bare = await servePartnerPage('');
    try {
      const { page } = await browser.newPage();
      await page.goto(`${bare.url}/newsrack/frame.html?widget=headlines&source=${site.url}`);
      await page.getByText('This content is not available here.').waitFor();
      assert.equal(await page.locator('nr-headlines').count(), 0);
    } finally {
      await bare.close();
    }
  });
});
