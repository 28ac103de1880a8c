import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { startOrigin, type Origin } from '../origin.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';

const PICTURES = 10_000;

describe('Ten thousand pictures that are not there', () => {
  const browser = useBrowser();
  let origin: Origin;
  let partner: PartnerPage;
  before(async () => {
    origin = await startOrigin();
    origin.route('/missing/*', { status: 404, body: 'Not found' });
    const post = (id: number) => ({
      id,
      date_gmt: '2026-10-30T08:00:00',
      link: `https://publisher.example/${id}/`,
      title: { rendered: `The Ferry Runs ${id}` },
      excerpt: { rendered: '<p>On time.</p>' },
      content: {
        rendered: `<p>The body of it.</p>${Array.from(
          { length: PICTURES },
          (_, number) => `<p><img src="${origin.url}/missing/${number}.jpg" alt="A ferry"></p>`,
        ).join('')}<p>The end of it.</p>`,
      },
      _embedded: {
        'wp:featuredmedia': [{ source_url: `${origin.url}/missing/${id}.png`, alt_text: 'A quay' }],
      },
    });
    origin.route('/wp-json/wp/v2/posts/7', { json: post(7) });
    origin.route('/wp-json/wp/v2/posts', {
      json: Array.from({ length: 100 }, (_, number) => ({ ...post(number + 100), content: {} })),
    });
    partner = await servePartnerPage('');
  });
  after(() => Promise.all([origin.close(), partner.close()]));

  const pictures = () => origin.requests.filter(({ path }) => path.startsWith('/missing/'));

  for (const [what, widget, seen] of [
    ['in an article', '<nr-article article-id="7"', 'The end of it.'],
    ['in a list of a hundred', '<nr-headlines limit="100" layout="row"', 'The Ferry Runs 199'],
  ] as const)
    it(`${what}: all its words are there, the page lives and stands still, and only what is looked at is asked for`, async () => {
      origin.requests.length = 0;
      const { page, problems, layoutShifts } = await browser.newPage();
      await page.addInitScript(() => {
        let last = performance.now();
        window.longestPause = 0;
        setInterval(() => {
          const now = performance.now();
          window.longestPause = Math.max(window.longestPause, now - last);
          last = now;
        }, 10);
      });
      const tag = /[\w-]+/.exec(widget)![0];
      await page.goto(
        partner.page(
          'page',
          `<!doctype html><html lang="en"><title>Partner</title><link rel="stylesheet" href="/newsrack/newsrack.css"><p>The page’s own</p>${widget} source="${origin.url}" source-type="wordpress" load="eager"></${tag}><script async src="/newsrack/newsrack.js"></script>`,
        ),
      );
      const last = page.getByText(seen);
      await last.waitFor({ state: 'attached' });
      const asked = pictures().length;
      assert.ok(asked < 200, `${asked} pictures asked for`);
      const { sum, shifts } = await layoutShifts();
      assert.equal(sum, 0, JSON.stringify(shifts));
      // All the way down, past each of them.
      await last.scrollIntoViewIfNeeded();
      assert.ok(await last.isVisible());
      const pause = await page.evaluate(() => window.longestPause);
      assert.ok(pause < 2000, `the page stood still for ${pause} ms`);
      // Nobody asks again for what was not there.
      const again = pictures().map(({ path }) => path);
      assert.equal(new Set(again).size, again.length);
      assert.deepEqual(problems, []);
    });
});
