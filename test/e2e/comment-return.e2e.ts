import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { useBrowser } from './browser.js';

const email = 'ana@readers.example';
const browser = useBrowser();
let publisher: Site;
let partner: PartnerPage;
before(async () => {
  publisher = await startWordPress({ comments: [0], knownReaders: [email] });
  partner = await servePartnerPage('');
});
after(() => Promise.all([publisher.close(), partner.close()]));

it('a comment whose page was left before its answer came is found on the next one, though its sentences come last', async () => {
  const test = await browser.newPage();
  const { page } = test;
  const id = publisher.posts[0]!.id;
  await page.goto(
    partner.page(
      'return',
      `<!doctype html><html lang="en"><title>Partner</title><script async src="/newsrack/newsrack.js"></script>
       <nr-comment-box source="${publisher.url}" source-type="wordpress" article-id="${id}"></nr-comment-box>`,
    ),
  );
  await page.getByRole('textbox', { name: 'Comment' }).fill('It is the rail, not the quay.');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana Paz');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  const answer = publisher.hold(/wp\/v2\/comments$/);
  await page.getByRole('button', { name: 'Send' }).click();
  await publisher.received(/wp\/v2\/comments$/);
  const sentences = partner.hold(/comment-box-en/);
  await page.reload({ waitUntil: 'domcontentloaded' });
  answer();
  // The comments are there, and the box has had time to look for its reader's own.
  await page.waitForFunction(() => document.querySelector('nr-comment-box')?.comments?.length);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  sentences();
  await page
    .getByRole('status')
    .getByText('Your comment is published.')
    .waitFor({ state: 'attached' });
  assert.deepEqual(test.problems, []);
});
