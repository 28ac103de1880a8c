import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build, type Rolldown } from 'vite';
import type { Profile } from '../../src/html/sanitize.js';
import type * as foreign from '../../src/server/foreign-markup.js';
import type * as server from '../../src/server/index.js';
import type * as attack from '../html/attack.js';
import { vectors } from '../html/vectors.js';
import { startOrigin, type Origin } from '../origin.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { useBrowser } from './browser.js';

const root = join(import.meta.dirname, '../..');
const { renderToString } = (await import(join(root, 'dist/server/index.js'))) as typeof server;
const { openMarkupWriter } = (await import(
  join(root, 'dist/server/foreign-markup.js')
)) as typeof foreign;

const kinds = Object.entries(vectors).map(([kind, list]) => [kind, [...new Set(list)]] as const);
const all = kinds.flatMap(([, list]) => list);

describe('What stands in an article that a server rendered', () => {
  const browser = useBrowser();
  let publisher: Origin;
  let partner: PartnerPage;
  /** What counts hits and tells what should not be there. */
  let code: string;

  before(async () => {
    publisher = await startOrigin();
    partner = await servePartnerPage('');
    const { output } = (await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        lib: { entry: join(root, 'test/html/attack.ts'), formats: ['iife'], name: 'attack' },
      },
    }).then((built) => [built].flat()[0])) as Rolldown.RolldownOutput;
    code = `${output[0].code};globalThis.attack = attack;`;
  });
  after(async () => {
    await partner.close();
    await publisher.close();
  });

  /** What comes of a page with these pieces, each of which its own parser reads. */
  async function met(pieces: string[], scripts = '') {
    const address = partner.page(
      'page',
      `<!doctype html><meta charset="utf-8"><title>Partner</title><body>${pieces
        .map((piece) => `<section>${piece}</section>`)
        .join('')}${scripts}`,
    );
    const { page, settled, problems } = await browser.newPage();
    await page.addInitScript({ content: code });
    await page.goto(address);
    if (scripts) await settled();
    const found = await page.evaluate(async () => {
      const { dangers, provoke, picturesSettled, countHits } = (
        window as unknown as { attack: typeof attack }
      ).attack;
      const bodies = [...document.querySelectorAll('body > section > :only-child')].map(
        ({ shadowRoot }) => shadowRoot!.querySelector('.body')!,
      );
      const wrong = bodies.map((body) => dangers(body)).flat();
      const empty = document.createElement('div');
      for (const body of bodies) provoke(body ?? empty);
      await Promise.all(bodies.map((body) => picturesSettled(body ?? empty)));
      const ends = bodies.filter((body) => body.parentElement!.matches('article, .end'));
      return {
        wrong,
        whole: ends.length,
        sections: document.querySelectorAll('section').length,
        hits: countHits(),
      };
    });
    await page.close();
    assert.deepEqual(found.wrong, []);
    assert.equal(found.hits, 0, 'executed');
    assert.equal(found.sections, pieces.length, 'the page’s own elements');
    assert.equal(found.whole, pieces.length, 'stayed in its place');
    assert.deepEqual(problems, []);
  }

  for (const [kind, list] of kinds)
    it(`executes nothing and stays in its place: ${kind}`, async () => {
      const items = list.map((markup, id) => ({
        id: String(id),
        url: `https://publisher.example/${id}/`,
        title: 'A headline',
        content_html: markup,
      }));
      const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'News', items };
      // Of its own: what was read a moment ago is not asked for again.
      const path = `/${kind.replace(/\W+/g, '-')}.json`;
      publisher.route(path, { json: feed });
      const articles: string[] = [];
      for (const { id } of items)
        articles.push(
          await renderToString('article', {
            source: publisher.url + path,
            'source-type': 'json-feed',
            'article-id': id,
            show: 'body',
          }),
        );
      await met(articles, '<script async src="/newsrack/newsrack.js" data-nr-eager></script>');
    });

  for (const profile of ['bio', 'comment'] as Profile[])
    it(`executes nothing as ${profile}`, async () => {
      const write = await openMarkupWriter();
      const [open, close] =
        profile === 'comment'
          ? ['<ol><li class="end">', '</li></ol>']
          : ['<div class="end">', '</div>'];
      await met(
        all.map(
          (markup) =>
            `<div><template shadowrootmode="open">${open}<div class="body">${write(markup, { profile })}</div>${close}</template></div>`,
        ),
      );
    });

  it('is text where no parser would nest it as it is', async () => {
    const write = await openMarkupWriter();
    const comment = write('one<li>two', { profile: 'comment' });
    assert.equal(comment, 'one two');
    const deep = write('<i>'.repeat(2000), { profile: 'article' });
    assert.ok(deep.length < 15_000);
    assert.equal(
      write('<p><button><div>a</div></button></p>', { profile: 'article' }),
      '<p></p><div>a</div><p></p>',
    );
  });
});
