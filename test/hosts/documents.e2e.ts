/* Kinds of documents and of visits. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loader, look, read, useHosts, widgets, words } from './host-page.js';

describe('In', () => {
  const pages = useHosts();

  const sameTexts = (shown: { text: string }[], expected: { text: string }[]) =>
    assert.deepEqual(
      shown.map(({ text }) => words(text)),
      expected.map(({ text }) => words(text)),
    );

  it('a page served as XHTML, what the author wrote stays, and nothing is thrown', async () => {
    const test = await pages.open(
      { name: 'XHTML', headers: { 'content-type': 'application/xhtml+xml' } },
      `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Partner</title>
       <script src="/newsrack/newsrack.js" defer="defer"></script></head><body>
       <nr-headlines source="${pages.publisher.url}" load="eager"><a href="/all">All headlines</a></nr-headlines>
       </body></html>`,
    );
    await test.page.waitForFunction('heard.length > 0');
    const heard = await read(test.page, () => (window as unknown as { heard: string[] }).heard);
    assert.deepEqual(
      heard.map((line) => line.split(':')[0]),
      ['unsupported'],
    );
    assert.equal(await test.page.getByText('All headlines').isVisible(), true);
    assert.deepEqual(
      test.problems.filter((problem) => problem.startsWith('uncaught')),
      [],
    );
  });

  it('a page of no server, file://', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'newsrack-page-'));
    try {
      const file = join(folder, 'page.html');
      await writeFile(
        file,
        `<!doctype html><html lang="en"><meta charset="utf-8">${loader.replace('/newsrack', `${pages.partner.url}/newsrack`)}${widgets(pages.publisher)}</html>`,
      );
      const test = await pages.open({ name: 'empty' }, '<!doctype html>');
      await test.page.goto(pathToFileURL(file).href);
      await test.settled();
      sameTexts(await read(test.page, look), await pages.cleanPage());
      assert.deepEqual(test.problems, []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('a page on http, a source on https', async () => {
    const { publisher } = pages;
    const test = await pages.open({ name: 'empty' }, '<!doctype html>');
    await test.page.route('https://publisher.example/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const answer = await fetch(publisher.url + pathname + search, {
        headers: { origin: 'http://localhost' },
      });
      await route.fulfill({
        status: answer.status,
        headers: {
          ...Object.fromEntries(answer.headers),
          'access-control-allow-origin': '*',
        },
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
    await test.page.route('https://broken.example/**', (route) => route.abort('failed'));
    await test.page.goto(
      pages.partner.page(
        'host',
        `<!doctype html>${loader}<nr-headlines source="https://publisher.example" source-type="wordpress" limit="1"></nr-headlines>
         <nr-headlines id="broken" source="https://broken.example" source-type="wordpress">Fallback</nr-headlines>`,
      ),
    );
    await test.page.getByText('Chile').first().waitFor();
    await test.page.waitForFunction('heard.length > 0');
    const heard = await read(test.page, () => (window as unknown as { heard: string[] }).heard);
    assert.deepEqual(heard, ['network: broken.example could not be reached.']);
    assert.equal(await test.page.getByText('Fallback').isVisible(), true);
  });

  it('a page that is left and come back to', async () => {
    const test = await pages.visit({ name: 'first' });
    await test.page.goto(pages.partner.page('second', '<!doctype html><p>Second</p>'));
    await test.page.goBack();
    await test.settled();
    sameTexts(await read(test.page, look), await pages.cleanPage());
    await test.page.locator('nr-comment-box textarea').fill('Still here.');
    assert.deepEqual(test.problems, []);
  });
});
