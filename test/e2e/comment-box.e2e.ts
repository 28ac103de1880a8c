import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { useBrowser } from './browser.js';
import { commentBox, events, published, says, send, stranger, write } from './comment-page.js';
import { usePartner } from './partner.js';
import { useOwnPublisher } from './publisher.js';

const browser = useBrowser();
const publisher = useOwnPublisher({ commentFlood: false });
const partner = usePartner(browser);

describe('Comments of a real WordPress', () => {
  beforeEach(() => publisher.reset());

  it('are read as conversations', async () => {
    const { page, heard } = await partner.show(
      commentBox(publisher, 'shade-price', 'order="oldest"'),
    );
    const comments = page.locator('[part~=comment]');
    const count = await comments.count();
    assert.ok(count >= 10);
    assert.equal(await page.locator('[part~=heading]').innerText(), `${count} comments`);
    const levels = await comments.evaluateAll((all) => all.map((each) => Number(each.ariaLevel)));
    assert.ok(Math.max(...levels) >= 4, levels.join());
    assert.match(await comments.nth(1).innerText(), /In reply to H\. Lindqvist/);
    assert.equal((await heard()).at(-1)!.detail.count, count);
  });

  it('are written by a reader that WordPress knows, and answered', async () => {
    const { page } = await partner.show(commentBox(publisher, 'tren-encina'));
    await write(page, 'It’s 5 < 6 & “true”.');
    await send(page);
    await says(page, /published/);
    assert.equal(await published(publisher, 'It’s 5'), 1);
    const [first] = await events(page);
    assert.equal(first!.status, 'approved');
    const own = page.locator(`[id="${first!.comment.id}"]`);
    assert.equal(await own.locator('[part~=body]').innerText(), 'It’s 5 < 6 & “true”.');

    await own.getByRole('button', { name: 'Reply' }).click();
    await write(page, 'I answer myself.');
    await send(page);
    await page.waitForFunction('window.comments.length === 2');
    const [, second] = await events(page);
    await page.reload();
    await page.locator(`[id="${second!.comment.id}"]`).waitFor();
    const answer = page.locator(`[id="${second!.comment.id}"]`);
    assert.equal(await answer.getAttribute('aria-level'), '2');
    assert.equal(await answer.locator('[part~=body]').innerText(), 'I answer myself.');
  });

  it('wait for approval when WordPress does not know the reader', async () => {
    const { page, axe } = await partner.show(commentBox(publisher, 'tren-encina'));
    await write(page, 'My first one here.', stranger);
    await send(page);
    await says(page, /waiting for approval/);
    assert.equal((await events(page))[0]!.status, 'pending');
    assert.equal(await page.getByText('Only you can see it.').count(), 1);
    assert.equal(await published(publisher, 'My first one here'), 0);
    assert.deepEqual(await axe('nr-comment-box'), []);
  });

  it('are refused when they are there already', async () => {
    const { page } = await partner.show(commentBox(publisher, 'tren-encina'));
    await write(page, 'El remate es perfecto.');
    await send(page);
    await says(page, /already sent/);
    assert.equal(
      await page.getByLabel('Comment', { exact: true }).inputValue(),
      'El remate es perfecto.',
    );
    assert.equal(await published(publisher, 'El remate es perfecto'), 1);
  });

  it('are closed where the publisher says so', async () => {
    const { page } = await partner.show(commentBox(publisher, 'comments-closed'));
    assert.equal(await page.getByText('Comments are closed.').count(), 1);
    assert.equal(await page.locator('form').count(), 0);
  });

  it('come in pages where there are many', async () => {
    const { page } = await partner.show(commentBox(publisher, 'many-comments', 'page-size="10"'));
    const number = Number.parseInt(await page.locator('[part~=heading]').innerText());
    assert.ok(number > 10, `${number}`);
    const more = page.getByRole('button', { name: 'More comments' });
    const comments = page.locator('[part~=comment]');
    while (await more.count()) {
      const before = await comments.count();
      await more.click();
      await comments.nth(before).waitFor({ state: 'attached' });
    }
    await page.waitForFunction(
      (count) =>
        document.querySelector('nr-comment-box')!.shadowRoot!.querySelectorAll('.comment')
          .length === count,
      number,
    );
  });

  it('are found by their permalink, below the fold of a long page', async () => {
    const { page } = await partner.show(
      commentBox(publisher, 'shade-price', 'page-size="1" order="oldest"'),
    );
    const last = await page.evaluate<string>(
      `document.querySelector('nr-comment-box').comments.at(-1).id`,
    );
    await page.goto(`${page.url()}#nr-comment-${last}`);
    await page.reload();
    await page.waitForFunction(
      (id) => document.activeElement?.shadowRoot?.activeElement?.id === id,
      last,
    );
  });
});
