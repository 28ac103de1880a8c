import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { useBrowser } from './browser.js';

/** The reader's line: pictures come late, and nothing may move for them. */
describe('On a slow line', () => {
  const browser = useBrowser();
  let publisher: Site;
  let partner: PartnerPage;
  before(async () => {
    publisher = await startWordPress({ posts: 40 });
    partner = await servePartnerPage('');
  });
  after(() => Promise.all([publisher.close(), partner.close()]));

  const pageOf = (widget: string, styles: boolean) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title>
     ${styles ? '<link rel="stylesheet" href="/newsrack/newsrack.css">' : ''}
     <style>body { font: 16px/1.5 sans-serif; margin: 16px }</style>
     <script async src="/newsrack/newsrack.js"></script>
     ${widget}<p>Text below the widget</p>`;

  const headlines = (limit: number, layout: string, more = '') =>
    `<nr-headlines source="${publisher.url}" source-type="wordpress" limit="${limit}" layout="${layout}" ${more}></nr-headlines>`;

  async function shiftsOf(markup: string, name = 'shift', slow: true | 'line' = true) {
    const test = await browser.newPage({ slow, viewport: { width: 700, height: 900 } });
    await test.page.goto(partner.page(name, markup));
    await test.settled();
    assert.ok(await test.page.locator('[part~=headline]').count());
    return test.layoutShifts();
  }

  for (const layout of ['stacked', 'row', 'compact', 'headline', 'hero'])
    it(`1, 5 and 20 × ${layout} with newsrack.css: nothing moves`, async () => {
      // Side by side: it is the line that they wait for.
      const found = await Promise.all(
        [1, 5, 20].map((limit) =>
          shiftsOf(
            pageOf(headlines(limit, layout), true),
            `shift-${limit}`,
            limit === 20 || 'line',
          ),
        ),
      );
      assert.deepEqual(
        found.map(({ sum }) => sum),
        [0, 0, 0],
        JSON.stringify(found),
      );
    });

  it('heading, columns and the “more” button are reserved, too', async () => {
    const markup = headlines(
      4,
      'stacked',
      'columns="2" heading="The latest from Latin America" more',
    );
    const { sum, shifts } = await shiftsOf(pageOf(markup, true));
    assert.equal(sum, 0, JSON.stringify(shifts));
  });

  it('with the script alone, the widget takes its space once', async () => {
    const { shifts } = await shiftsOf(pageOf(headlines(5, 'row'), false));
    assert.ok(shifts.length <= 1, JSON.stringify(shifts));
  });

  it('ten widgets that ask the same ask once; one far below asks nothing', async () => {
    const before = publisher.dataRequests().length;
    const test = await browser.newPage({ slow: true });
    await test.page.goto(
      partner.page(
        'ten',
        pageOf(
          `${headlines(3, 'headline').repeat(10)}<div style="height: 6000px"></div>${headlines(7, 'row')}`,
          true,
        ),
      ),
    );
    await test.settled();
    const asked = publisher.dataRequests().slice(before);
    assert.equal(asked.length, 1, asked.map(({ url }) => url).join('\n'));
  });
});
