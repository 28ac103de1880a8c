import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { pageForVisits, visit, watchHoldings, type Visit } from './holdings.js';
import { widgets } from './host-page.js';
import { exposeToWeather, weathers } from './weather.js';

/** Every twelve rounds the same weather meets the same patience: what came last may be remembered. */
const ROUNDS = 2004;

describe('A page that stays open for long', () => {
  const browser = useBrowser();
  let site: Site;
  let partner: PartnerPage;
  before(async () => {
    site = await startWordPress({ comments: [0, 1, 2, 0] });
    partner = await servePartnerPage(pageForVisits);
  });
  after(() => Promise.all([site.close(), partner.close()]));

  it(`holds nothing more when all widgets have come and gone ${ROUNDS} times while their source flaps`, async (test) => {
    const { page, problems } = await browser.newPage({ viewport: { width: 1000, height: 4000 } });
    const holdings = await watchHoldings(page);
    await page.goto(partner.url);
    const turn = exposeToWeather(site);
    const markup = widgets(site);

    const patiences: Visit['patience'][] = ['settled', 'frame', 'none'];
    const live = async (rounds: number) => {
      for (let round = 0; round < rounds; round++) {
        turn(weathers[round % weathers.length]!);
        const patience = patiences[Math.floor(round / weathers.length) % patiences.length]!;
        await page.evaluate(visit, { markup, patience });
        // Failures of an hour ago are forgiven, and answers of then are asked for anew.
        await page.evaluate(() => window.anHourLater());
        site.requests.length = 0;
      }
      return holdings();
    };

    const before = await live(120);
    const then = await live(ROUNDS);
    test.diagnostic(JSON.stringify({ before, after: then }));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      { ...then, heap: 0, nodes: 0 },
      { ...before, heap: 0, nodes: 0 },
      'timers, observers and listeners',
    );
    assert.ok(then.nodes <= before.nodes + 50, `${before.nodes} nodes, then ${then.nodes}`);
    assert.ok(then.heap <= before.heap + 500_000, `${before.heap} bytes, then ${then.heap}`);
  });
});
