import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { elements, markupOf, pageForVisits, visit, watchHoldings, type Visit } from './holdings.js';
import { widgets } from './host-page.js';
import { exposeToWeather, weathers } from './weather.js';

/** Rounds until the same weather meets the same patience: what came last may be remembered. */
const TURN = 12;

describe('An element that was taken off the page', () => {
  const browser = useBrowser();
  let site: Site;
  let partner: PartnerPage;
  before(async () => {
    site = await startWordPress({ comments: [0, 1, 2, 0] });
    partner = await servePartnerPage(pageForVisits);
  });
  after(() => Promise.all([site.close(), partner.close()]));

  for (const tag of elements)
    it(`leaves nothing behind: ${tag}`, async () => {
      const turn = exposeToWeather(site);
      const markup = markupOf(tag, widgets(site));
      const { page } = await browser.newPage({ viewport: { width: 1000, height: 4000 } });
      const holdings = await watchHoldings(page);
      await page.goto(partner.url);

      const live = async (rounds: number) => {
        for (let round = 0; round < rounds; round++) {
          turn(weathers[round % weathers.length]!);
          const patience: Visit['patience'] = round % 3 ? 'settled' : 'frame';
          await page.evaluate(visit, { markup, patience });
          await page.evaluate(() => window.anHourLater());
        }
        turn('fine');
        const found = await holdings();
        return { ...found, heap: 0 };
      };

      const before = await live(TURN);
      const then = await live(3 * TURN);
      assert.deepEqual({ ...then, nodes: 0 }, { ...before, nodes: 0 });
      // One such element has twenty at the least.
      assert.ok(then.nodes < before.nodes + 20, `${before.nodes} nodes, then ${then.nodes}`);
    });
});
