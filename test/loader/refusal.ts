import assert from 'node:assert/strict';
import type { TestPage } from '../e2e/browser.js';
import { listen, manifest, pinnedTag, type Need, type Places } from './pinned-pages.js';

/** A page with a pinned script tag needs a chunk that has been changed on the server: it does not run, and the page hears why. */
export async function isRefused(
  { cdn, partner }: Places,
  newPage: () => Promise<TestPage>,
  name: string,
  { markup, act, init, shown }: Need,
): Promise<void> {
  const { page, problems } = await newPage();
  page.setDefaultTimeout(10_000);
  const { file } = manifest.chunks[name]!;
  const path = `/newsrack/${file}`;
  cdn.change(file);
  cdn.requests.length = 0;
  await page.addInitScript(listen);
  if (init) await page.addInitScript(init);
  await page.goto(
    partner.page(
      'pinned',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title>${pinnedTag(cdn)}${markup}`,
    ),
  );
  await act?.(page);
  await page.waitForFunction(() =>
    (window as unknown as { heard: { code: string }[] }).heard.some(
      ({ code }) => code === 'integrity',
    ),
  );
  await page.evaluate(() => window.newsrack!.ready());

  assert.ok(
    cdn.requests.some((request) => request.path === path),
    `${file} was not asked for`,
  );
  assert.equal(await page.evaluate(() => 'intruder' in window), false, `${file} ran`);
  const { heard, said } = await page.evaluate(() => ({
    heard: (window as unknown as { heard: { code: string; retryable: boolean }[] }).heard,
    said: (window as unknown as { said: string[] }).said,
  }));
  assert.ok(
    heard.every(({ code, retryable }) => code === 'integrity' && !retryable),
    JSON.stringify(heard),
  );
  assert.equal(said.length, 1, said.join('\n'));
  assert.match(said[0]!, /^\[newsrack\] .*(integrity|pinned)/);
  assert.ok(said[0]!.includes(file) || name === 'pins', said[0]);
  if (!shown) assert.equal(await page.getByText('Fallback').isVisible(), true);
  // The browser itself speaks of what it has blocked.
  assert.deepEqual(
    problems.filter((problem) => !/integrity/i.test(problem)),
    [],
  );
}
