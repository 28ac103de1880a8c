import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { elements, markupOf, pageForVisits, visit, watchHoldings, type Visit } from './holdings.js';
import { widgets } from './host-page.js';

/** So many stand on the page at once. */
const CROWD = 6;

/** leaks.long.ts has the same for sources that fail, and elements that leave while they load. */
describe('Elements of one kind that were shown and taken off the page', () => {
  const browser = useBrowser();
  let site: Site;
  let partner: PartnerPage;
  before(async () => {
    site = await startWordPress({ comments: [0, 1, 2, 0] });
    partner = await servePartnerPage(pageForVisits);
  });
  after(() => Promise.all([site.close(), partner.close()]));

  for (const tag of elements)
    it(`leave nothing behind: ${tag}`, async () => {
      const crowd: Visit = {
        markup: markupOf(tag, widgets(site)).repeat(CROWD),
        patience: 'shown',
      };
      const { page } = await browser.newPage({ viewport: { width: 1000, height: 6000 } });
      const holdings = await watchHoldings(page);
      await page.goto(partner.url);
      const live = async (crowds: number) => {
        while (crowds--) await page.evaluate(visit, crowd);
        return { ...(await holdings()), heap: 0 };
      };
      const before = await live(2);
      const then = await live(2);
      assert.deepEqual({ ...then, nodes: 0 }, { ...before, nodes: 0 });
      assert.equal(then.widgets, 0, 'elements that something still holds');
      assert.ok(then.nodes < before.nodes + CROWD, `${before.nodes} nodes, then ${then.nodes}`);
    });
});
