import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../e2e/browser.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { watchHoldings } from './holdings.js';

declare global {
  interface Window {
    isAway?: boolean;
  }
}

/** In the page, before anything else: half a minute takes a moment, and the reader can be elsewhere. */
function hurry(): void {
  const set = window.setTimeout;
  window.setTimeout = ((run: () => void, after = 0) =>
    set(run, after < 30_000 ? after : 10)) as typeof setTimeout;
  Object.defineProperty(document, 'hidden', { get: () => !!window.isAway });
}

const turn = (page: Page, isAway: boolean) =>
  page.evaluate((isAway) => {
    window.isAway = isAway;
    document.dispatchEvent(new Event('visibilitychange'));
  }, isAway);

/** One look each thirty seconds. */
const AN_HOUR = 120;

describe('A page that is left open with lists that refresh', () => {
  const browser = useBrowser();
  let site: Site;
  let partner: PartnerPage;
  before(async () => {
    site = await startWordPress();
    const list = (more: string) =>
      `<nr-headlines source="${site.url}" source-type="wordpress" refresh="30" ${more}></nr-headlines>`;
    partner = await servePartnerPage(
      `<!doctype html><html lang="en"><title>Partner</title><script src="/newsrack/newsrack.js" data-nr-eager></script>${list('limit="5" more')}${list('limit="3" layout="row"')}`,
    );
  });
  after(() => Promise.all([site.close(), partner.close()]));

  it('holds no more after an hour, and has no timer and asks nobody while it is hidden', async (test) => {
    const { page, problems } = await browser.newPage();
    const holdings = await watchHoldings(page);
    await page.addInitScript(hurry);
    await page.goto(partner.url);
    await page.getByRole('link').nth(7).waitFor();

    const looks = async (count: number) => {
      await turn(page, false);
      const { length } = site.requests;
      // Pictures of new articles do not come before the reader has asked for them.
      while (site.requests.length < length + 2 * count) await page.waitForEvent('response');
      await turn(page, true);
      const held = await holdings();
      const asked = site.requests.length;
      return { held, asked };
    };

    const first = await looks(20);
    site.posts.unshift({
      ...site.posts[0]!,
      id: 2000,
      link: `${site.url}/2000/`,
      title: { rendered: 'It has just happened' },
    });
    await looks(20);
    const buttons = page.getByRole('button', { name: 'Show 1 new article' });
    assert.equal(await buttons.count(), 2);
    await buttons.first().click();
    await buttons.first().click();
    const before = await looks(20);
    const then = await looks(AN_HOUR);
    test.diagnostic(JSON.stringify({ first: first.held, before: before.held, then: then.held }));
    assert.equal(then.held.timers, 0);
    for (const [name, count] of Object.entries(then.held.observed))
      assert.ok(count <= before.held.observed[name]!, `${name}: ${count} observed`);
    for (const each of ['listeners', 'nodes'] as const)
      assert.ok(
        then.held[each] <= before.held[each],
        `${before.held[each]} ${each}, then ${then.held[each]}`,
      );
    assert.ok(
      then.held.heap <= before.held.heap + 200_000,
      `${before.held.heap} bytes, then ${then.held.heap}`,
    );
    // What was on its way when the page was hidden has come by now: nothing more has been asked.
    assert.equal(site.requests.length, then.asked);
    assert.deepEqual(problems, []);
  });
});
