import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { useBrowser } from './browser.js';
import {
  commentBox,
  events,
  known,
  message,
  published,
  says,
  send,
  stranger,
  write,
} from './comment-page.js';
import { usePartner } from './partner.js';
import { useOwnPublisher } from './publisher.js';

const browser = useBrowser();
const publisher = useOwnPublisher({ commentFlood: false });
const partner = usePartner(browser);

/** The id of a comment that is written just now: the next free one. */
async function nextId(): Promise<number> {
  const answer = await fetch(`${publisher.url}/wp-json/wp/v2/comments`, {
    method: 'POST',
    body: new URLSearchParams({
      post: `${publisher.ids['articles']!['second-berth']!.id}`,
      author_name: known.name,
      author_email: known.email,
      content: `At ${process.hrtime.bigint()}`,
    }),
  });
  return ((await answer.json()) as { id: number }).id;
}

describe('A comment to a real WordPress exists once', () => {
  beforeEach(() => publisher.reset());

  it('and its draft is there after a reload, and after a way there and back', async () => {
    const { page } = await partner.show(commentBox(publisher, 'tren-encina'));
    await write(page, 'Half a thought');
    await page.reload();
    const text = page.getByLabel('Comment', { exact: true });
    await text.waitFor();
    assert.equal(await text.inputValue(), 'Half a thought');
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), known.name);
    await page.goto('about:blank');
    await page.goBack();
    await text.waitFor();
    assert.equal(await text.inputValue(), 'Half a thought');
    await send(page);
    await says(page, /published/);
    await page.reload();
    await text.waitFor();
    assert.equal(await text.inputValue(), '');
    assert.equal(await published(publisher, 'Half a thought'), 1);
  });

  it('when WordPress took it and went away before it answered', async () => {
    const { page } = await partner.show(commentBox(publisher, 'tren-encina'));
    await page.route('**/wp/v2/comments', async (route) => {
      await route.fetch();
      await publisher.stop();
      await route.abort('connectionreset');
    });
    await write(page, 'Taken, not answered.');
    await send(page);
    await says(page, /You can send it again/);
    await page.unroute('**/wp/v2/comments');
    await publisher.restart();
    await page.getByRole('button', { name: 'Send again' }).click();
    await says(page, /published/);
    assert.equal((await events(page)).length, 1);
    assert.equal(await published(publisher, 'Taken, not answered'), 1);
  });

  it('when that comment waits for approval, has a link, and the page was reloaded', async () => {
    const before = await nextId();
    const { page } = await partner.show(commentBox(publisher, 'tren-encina'));
    await page.route('**/wp/v2/comments', async (route) => {
      await route.fetch();
      await publisher.stop();
      await route.abort('connectionreset');
    });
    await write(page, 'Salt & <a href="https://pepper.example/">pepper</a>', stranger);
    await send(page);
    await says(page, /may have arrived/);
    await page.unroute('**/wp/v2/comments');
    await publisher.restart();
    await page.reload();
    await says(page, /may have arrived/);
    await page.getByRole('button', { name: 'Send again' }).click();
    await says(page, /waiting for approval/);
    const [event] = await events(page);
    assert.equal(Number(event!.comment.id), before + 1);
    assert.equal(await nextId(), before + 2, 'nothing else was written');
  });

  it('when WordPress ends at any moment of a send', async () => {
    const { page } = await partner.show(commentBox(publisher, 'tren-encina'));
    await write(page, 'Cut off somewhere.');
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await send(page);
    await sent;
    await publisher.stop();
    await message(page)
      .filter({ hasText: /again|published/ })
      .waitFor();
    await publisher.restart();
    const again = page.getByRole('button', { name: 'Send again' });
    if (await again.count()) {
      await again.click();
      await says(page, /published/);
    }
    assert.equal((await events(page)).length, 1);
    assert.equal(await published(publisher, 'Cut off somewhere'), 1);
  });

  it('when the reader is impatient', async () => {
    const { page } = await partner.show(
      commentBox(publisher, 'tren-encina') + commentBox(publisher, 'tren-encina'),
    );
    const [one, other] = await page.locator('nr-comment-box').all();
    await one!.getByLabel('Comment', { exact: true }).fill('Impatient.');
    await one!.getByLabel('Name', { exact: true }).fill(known.name);
    await one!.getByLabel('Email', { exact: false }).first().fill(known.email);
    await one!.locator('.send').dblclick();
    await other!.locator('.send').click();
    await one!.getByText('Your comment is published.').first().waitFor();
    assert.equal(await published(publisher, 'Impatient'), 1);
  });
});
