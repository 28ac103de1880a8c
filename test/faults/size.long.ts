import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { startOrigin, type Origin } from '../origin.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { answerOf, readings, type Good } from './sources.js';

const SIZE = 50 * 2 ** 20;

/** An answer of fifty megabytes that is right but for its size: one endless text, or one thing over and over. */
const huge: Record<string, (body: string) => string> = {
  'one text of it': (body) =>
    body.replace(
      /(The body of it\.|Well said\.|Writes\.)/,
      (said) => said + ' word'.repeat(SIZE / 5),
    ),
  'things of it': (body) =>
    body.replace(
      /(\[)(\{.*\})(\])/s,
      (_all, open: string, one: string, close: string) =>
        open + `${one},`.repeat(SIZE / one.length) + one + close,
    ),
};

declare global {
  interface Window {
    longestPause: number;
    told: string[];
  }
}

describe('A source that answers 50 MB of JSON', () => {
  const browser = useBrowser();
  let origin: Origin;
  let partner: PartnerPage;
  before(async () => {
    partner = await servePartnerPage('');
  });
  beforeEach(async () => {
    origin = await startOrigin();
  });
  afterEach(() => origin.close());
  after(() => partner.close());

  for (const [kind, make] of Object.entries(huge))
    for (const { name, tag, attributes, needs, seen } of readings.filter(
      ({ name, needs }) =>
        /^(WordPress|Ghost|comments)/.test(name) && needs.every(({ body }) => make(body) !== body),
    ))
      it(`in ${kind}: <${tag}> of ${name} says that it cannot show it, and lets the page live`, async () => {
        const route = (change: (good: Good) => string) =>
          needs.forEach((good) =>
            origin.route(good.path, answerOf({ ...good, body: change(good) })),
          );
        route(({ body }) => make(body).padEnd(SIZE));
        const given = Object.entries({ ...attributes(origin.url), load: 'eager' })
          .map(([key, value]) => `${key}="${value}"`)
          .join(' ');
        const { page } = await browser.newPage();
        await page.addInitScript(() => {
          let last = performance.now();
          window.longestPause = 0;
          setInterval(() => {
            const now = performance.now();
            window.longestPause = Math.max(window.longestPause, now - last);
            last = now;
          }, 10);
          window.told = [];
          addEventListener('nr-error', ({ detail }) =>
            window.told.push(`${detail.error.code} ${detail.error.message}`),
          );
        });
        await page.goto(
          partner.page(
            'page',
            `<!doctype html><script async src="/newsrack/newsrack.js"></script><${tag} ${given}><a href="/">Fallback</a></${tag}>`,
          ),
        );
        await page.locator(`${tag} .error`).waitFor();
        const told = String(await page.evaluate(() => window.told));
        // What is no JSON may be a site's front page instead of its API, which is then looked for.
        assert.match(
          told,
          /Isso|Cusdis/.test(name) ? /^bad-answer .*more than 10 MB/ : /^(bad-answer|not-found) /,
        );
        assert.ok(await page.getByText('Fallback').isVisible());
        const pause = await page.evaluate(() => window.longestPause);
        assert.ok(pause < 2000, `the page stood still for ${pause} ms`);
        route(({ body }) => body);
        await page.locator(`${tag} .error button`).click();
        await page.locator(`${tag} .root`).filter({ hasText: seen }).waitFor();
      });
});
