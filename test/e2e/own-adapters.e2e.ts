import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { startDrupal, type DrupalSite } from '../drupal-api.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { useBrowser } from './browser.js';

const example = new URL('../../demo/adapters/drupal.js', import.meta.url);

describe('adapters of the page’s own', () => {
  const browser = useBrowser();
  let partner: PartnerPage;
  let drupal: DrupalSite;

  before(async () => {
    partner = await servePartnerPage('');
    drupal = await startDrupal();
    partner.route('/drupal.js', {
      body: await readFile(example),
      headers: { 'content-type': 'text/javascript' },
    });
  });
  after(() => Promise.all([partner.close(), drupal.close()]));

  /** A page whose widgets come from this file of ours, with these adapters. */
  async function open(markup: string, scripts: string, from = 'adapters.js') {
    const loader =
      from === 'adapters.js'
        ? '<script async src="/newsrack/newsrack.js"></script>'
        : `<script type="module" src="/newsrack/${from}"></script>`;
    const test = await browser.newPage();
    await test.page.goto(
      partner.page(
        'page',
        `<!doctype html><html lang="en"><title>Partner</title>
         <script type="importmap">{ "imports": { "newsrack": "/newsrack/${from}" } }</script>
         ${loader}${markup}${scripts}`,
      ),
    );
    return test;
  }

  for (const from of ['adapters.js', 'newsrack.all.js'])
    it(`read from a system that we do not know, by ${from}`, async () => {
      const { page, problems } = await open(
        `<nr-headlines source="${drupal.url}" source-type="x-drupal" limit="3"></nr-headlines>
         <nr-article source="${drupal.url}" source-type="x-drupal" src="${drupal.articles[1]!.url}"></nr-article>`,
        '<script type="module" src="/drupal.js"></script>',
        from,
      );
      await page.locator('nr-headlines [part~=headline]').nth(2).waitFor();
      assert.deepEqual(
        (await page.locator('nr-headlines [part~=headline]').allInnerTexts()).map((text) =>
          text.trim(),
        ),
        drupal.articles.slice(0, 3).map(({ title }) => title),
      );
      await page.locator('nr-article [part~=body]').getByText('Part 59.').waitFor();
      assert.deepEqual(problems, []);
    });

  it('send a newsletter’s form, and say how it ended', async () => {
    const { page, problems } = await open(
      '<nr-newsletter-form provider="x-crm" action="https://crm.example/join"></nr-newsletter-form>',
      `<script type="module">
        import { registerNewsletter } from 'newsrack';
        registerNewsletter('x-crm', async ({ action }, { email }) => {
          window.sent = [action, email];
          return { status: 'confirm' };
        });
        addEventListener('nr-subscribe', ({ detail }) => (window.heard = detail));
      </script>`,
    );
    const form = page.locator('nr-newsletter-form');
    await form.getByLabel('Email address').fill('ana@readers.example');
    await form.getByRole('button').click();
    await form
      .getByRole('paragraph')
      .getByText(/Check your inbox/)
      .waitFor();
    assert.deepEqual(await page.evaluate('[window.sent, window.heard]'), [
      ['https://crm.example/join', 'ana@readers.example'],
      { provider: 'x-crm', status: 'confirm' },
    ]);
    assert.deepEqual(problems, []);
  });

  it('keep comments', async () => {
    const { page, problems } = await open(
      '<nr-comment-box store="x-forum" article-id="7"></nr-comment-box>',
      `<script type="module">
        import { registerCommentStore } from 'newsrack';
        const comments = [{ id: '1', author: 'Ana', body: '<p>First <script>alert(1)<\\/script></p>', published: '2026-10-30T08:00:00Z', status: 'approved' }];
        registerCommentStore('x-forum', ({ article }) => ({
          page: async () => ({ comments: [...comments], total: comments.length }),
          writer: async () => ({
            async send({ author, text }) {
              const comment = { id: '2', author, body: text, published: '2026-10-30T09:00:00Z', status: 'approved' };
              comments.push(comment);
              return { comment };
            },
          }),
        }));
      </script>`,
    );
    const box = page.locator('nr-comment-box');
    await box.getByText('First').waitFor();
    await box.getByLabel('Comment', { exact: true }).fill('Second');
    await box.getByLabel('Name', { exact: true }).fill('Bruno');
    await box.getByLabel(/^Email/).fill('bruno@readers.example');
    await box.getByRole('button', { name: 'Send' }).click();
    await box.locator('[part~=comment]').nth(1).waitFor();
    assert.deepEqual((await box.locator('[part~=body]').allInnerTexts()).sort(), [
      'First',
      'Second',
    ]);
    assert.deepEqual(problems, []);
  });

  it('that nobody has registered are missed when the page has loaded, and the reader is told', async () => {
    const { page } = await open(
      `<nr-headlines source="${drupal.url}" source-type="x-nowhere"></nr-headlines>`,
      '<script>addEventListener("nr-error", ({ detail }) => (window.heard = detail.error))</script>',
    );
    await page.locator('nr-headlines [part~=error]').waitFor();
    assert.equal(await page.evaluate('window.heard.code'), 'unsupported');
  });
});
