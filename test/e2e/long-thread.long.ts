import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { useBrowser } from './browser.js';

/** Conversations of ten, each an answer to the one before. */
const thread = (count: number) => `<!doctype html><html lang="en"><title>Partner</title>
<script async src="/newsrack/newsrack.js" data-nr-eager></script>
<nr-comment-box order="oldest" page-size="100" readonly></nr-comment-box>
<script type="module">
  await customElements.whenDefined('nr-comment-box');
  document.querySelector('nr-comment-box').comments = Array.from({ length: ${count} }, (_, number) => ({
    id: String(number + 1),
    parentId: number % 10 ? String(number) : undefined,
    author: 'Reader ' + number,
    body: '<p>Waiting on the <em>quay</em>, number ' + number + ' of them.</p>',
    published: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
    status: 'approved',
  }));
</script>`;

describe('A thread of ten thousand comments', () => {
  const browser = useBrowser();
  let partner: PartnerPage;
  before(async () => {
    partner = await servePartnerPage(thread(10_000));
  });
  after(() => partner.close());

  const open = async (fragment = '') => {
    const test = await browser.newPage();
    await test.page.goto(partner.url + fragment);
    const box = test.page.locator('nr-comment-box');
    await box.locator('.comment').nth(999).waitFor({ state: 'attached', timeout: 60_000 });
    return { ...test, box };
  };

  it('is read in its order, by levels, with its last comments found by a search on the page', async () => {
    const { page, box, problems } = await open();
    const read = await box
      .locator('.comment')
      .evaluateAll((all) => all.map(({ id, ariaLevel }) => [Number(id), Number(ariaLevel)]));
    assert.deepEqual(
      read,
      read.map((_, place) => [place + 1, (place % 10) + 1]),
    );
    const found = await page.evaluate(() =>
      (window as unknown as { find(text: string): boolean }).find('number 987 of them'),
    );
    assert.ok(found);
    assert.deepEqual(problems, []);
  });

  it('is entered at a comment that the address names, also beyond the first page', async () => {
    const { page, box } = await open('#nr-comment-1205');
    await page.waitForFunction(
      () => document.querySelector('nr-comment-box')!.shadowRoot!.activeElement?.id === '1205',
    );
    const comment = box.locator('.comment').nth(1204);
    assert.equal(await comment.getAttribute('id'), '1205');
    const place = await comment.boundingBox();
    assert.ok(place && place.y >= -1 && place.y < 900, JSON.stringify(place));
  });
});
