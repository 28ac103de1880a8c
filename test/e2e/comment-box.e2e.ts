import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from './browser.js';
import { usePartner } from './partner.js';
import { useOwnPublisher } from './publisher.js';

const browser = useBrowser();
const publisher = useOwnPublisher({ commentFlood: false });
const partner = usePartner(browser);

const known = { name: 'Bruno Cardenal', email: 'bruno@readers.example' };
const stranger = { name: 'Nadia Prats', email: 'nadia@readers.example' };

const box = (article: string, attributes = '') =>
  `<nr-comment-box source="${publisher.url}" article-id="${publisher.ids['articles']![article]!.id}" load="eager" ${attributes}></nr-comment-box>
   <script>
     addEventListener('nr-comment', ({ detail }) => (window.comments ??= []).push(detail));
   </script>`;

async function write(page: Page, text: string, { name, email } = known) {
  await page.getByLabel('Comment', { exact: true }).fill(text);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Email', { exact: false }).first().fill(email);
}

const send = (page: Page) => page.locator('.send').click();

const message = (page: Page) => page.locator('[part~=message]');

const says = (page: Page, sentence: RegExp) =>
  message(page).filter({ hasText: sentence }).waitFor({ timeout: 90_000 });

const events = (page: Page) =>
  page.evaluate<{ comment: { id: string }; status: string }[]>('window.comments ?? []');

/** How many comments every reader sees that have this in them. */
async function published(text: string): Promise<number> {
  const answer = await fetch(
    `${publisher.url}/wp-json/wp/v2/comments?per_page=100&search=${encodeURIComponent(text)}`,
  );
  return ((await answer.json()) as unknown[]).length;
}

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

describe('Comments of a real WordPress', () => {
  beforeEach(() => publisher.reset());

  it('are read as conversations', async () => {
    const { page, heard } = await partner.show(box('shade-price', 'order="oldest"'));
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
    const { page } = await partner.show(box('tren-encina'));
    await write(page, 'It’s 5 < 6 & “true”.');
    await send(page);
    await says(page, /published/);
    assert.equal(await published('It’s 5'), 1);
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
    const { page, axe } = await partner.show(box('tren-encina'));
    await write(page, 'My first one here.', stranger);
    await send(page);
    await says(page, /waiting for approval/);
    assert.equal((await events(page))[0]!.status, 'pending');
    assert.equal(await page.getByText('Only you can see it.').count(), 1);
    assert.equal(await published('My first one here'), 0);
    assert.deepEqual(await axe('nr-comment-box'), []);
  });

  it('are refused when they are there already', async () => {
    const { page } = await partner.show(box('tren-encina'));
    await write(page, 'El remate es perfecto.');
    await send(page);
    await says(page, /already sent/);
    assert.equal(
      await page.getByLabel('Comment', { exact: true }).inputValue(),
      'El remate es perfecto.',
    );
    assert.equal(await published('El remate es perfecto'), 1);
  });

  it('are closed where the publisher says so', async () => {
    const { page } = await partner.show(box('comments-closed'));
    assert.equal(await page.getByText('Comments are closed.').count(), 1);
    assert.equal(await page.locator('form').count(), 0);
  });

  it('come in pages where there are many', async () => {
    const { page } = await partner.show(box('many-comments', 'page-size="10"'));
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
    const { page } = await partner.show(box('shade-price', 'page-size="1" order="oldest"'));
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

describe('A comment to a real WordPress exists once', () => {
  beforeEach(() => publisher.reset());

  it('and its draft is there after a reload, and after a way there and back', async () => {
    const { page } = await partner.show(box('tren-encina'));
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
    assert.equal(await published('Half a thought'), 1);
  });

  it('when WordPress took it and went away before it answered', async () => {
    const { page } = await partner.show(box('tren-encina'));
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
    assert.equal(await published('Taken, not answered'), 1);
  });

  it('when that comment waits for approval, has a link, and the page was reloaded', async () => {
    const before = await nextId();
    const { page } = await partner.show(box('tren-encina'));
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
    const { page } = await partner.show(box('tren-encina'));
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
    assert.equal(await published('Cut off somewhere'), 1);
  });

  it('when the reader is impatient', async () => {
    const { page } = await partner.show(box('tren-encina') + box('tren-encina'));
    const [one, other] = await page.locator('nr-comment-box').all();
    await one!.getByLabel('Comment', { exact: true }).fill('Impatient.');
    await one!.getByLabel('Name', { exact: true }).fill(known.name);
    await one!.getByLabel('Email', { exact: false }).first().fill(known.email);
    await one!.locator('.send').dblclick();
    await other!.locator('.send').click();
    await one!.getByText('Your comment is published.').first().waitFor();
    assert.equal(await published('Impatient'), 1);
  });
});
