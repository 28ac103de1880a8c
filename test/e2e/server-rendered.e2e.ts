import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { build, type Rolldown } from 'vite';
import type * as server from '../../src/server/index.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { useBrowser, type PageOptions, type TestPage } from './browser.js';

// What is built, as a partner installs it: markup and scripts must know each other's templates.
const root = join(import.meta.dirname, '../..');
const { renderToStream, renderToString } = (await import(
  join(root, 'dist/server/index.js')
)) as typeof server;

const loader = '<script async src="/newsrack/newsrack.js"></script>';
const css = '<link rel="stylesheet" href="/newsrack/newsrack.css">';
const policy = (publisher: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'none'; img-src ${publisher}`;

/** Remembers every node of the widget's list and what the widget says, before anything else runs. */
const remember = () => {
  const heard: string[] = [];
  const shown: Node[] = [];
  Object.assign(window, { heard, shown });
  for (const type of ['nr-load', 'nr-error', 'nr-open'])
    document.addEventListener(type, (event) => {
      heard.push(`${type} ${JSON.stringify((event as CustomEvent<object>).detail).slice(0, 80)}`);
      if (type === 'nr-open') event.preventDefault();
    });
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    const within = document.querySelector('[source]')?.shadowRoot;
    shown.push(...(within?.querySelectorAll('.root, .root *') ?? []));
  });
};

describe('A widget that a server rendered', () => {
  const browser = useBrowser();
  let publisher: Site;
  let partner: PartnerPage;

  before(async () => {
    publisher = await startWordPress();
    partner = await servePartnerPage('');
  });
  after(async () => {
    await partner.close();
    await publisher.close();
  });

  const fragment = (
    attributes: server.Attributes = {},
    options?: server.RenderOptions,
    widget: server.ServedWidget = 'headlines',
  ) =>
    renderToString(
      widget,
      {
        source: publisher.url,
        ...(/headlines|card/.test(widget) && { layout: 'row' }),
        ...attributes,
      },
      options,
    );

  async function open(
    html: string,
    { headers, ...options }: PageOptions & { headers?: Record<string, string> } = {},
  ): Promise<TestPage> {
    const address = partner.page(
      'page',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title><body>${html}<p>After it</p></body></html>`,
      headers,
    );
    const test = await browser.newPage(options);
    await test.page.addInitScript(remember);
    publisher.requests.length = 0;
    await test.page.goto(address);
    return test;
  }

  /** What must hold when the elements have taken over. */
  async function takenOver(test: TestPage, tag = 'nr-headlines') {
    await test.settled();
    const found = await test.page.evaluate((name) => {
      const { heard, shown } = window as unknown as { heard: string[]; shown: Node[] };
      const within = document.querySelector(name)!.shadowRoot!;
      const now = [...within.querySelectorAll('.root, .root *')];
      return {
        heard,
        before: shown.length,
        same: now.length === shown.length && now.every((node, index) => node === shown[index]),
        rest: within.querySelectorAll('script, style, link').length,
        sheets: within.adoptedStyleSheets.length,
      };
    }, tag);
    assert.ok(found.before > 3, 'nothing stood there before');
    assert.ok(found.same, 'nodes were replaced');
    assert.equal(found.rest, 0);
    assert.ok(found.sheets > 0);
    assert.equal(found.heard.length, 1, found.heard.join('\n'));
    assert.match(found.heard[0]!, /^nr-load/);
    assert.deepEqual(publisher.dataRequests(), []);
    assert.deepEqual(await test.layoutShifts(), { sum: 0, shifts: [] });
    assert.deepEqual(test.problems, []);
  }

  it('is taken over by the script tag: no node is replaced, nothing is asked, nothing moves', async () => {
    await takenOver(
      await open((await fragment({ limit: 4, more: true, heading: 'News' })) + loader),
    );
  });

  it('moves nothing on a page that keeps its room free', async () => {
    for (const layout of ['stacked', 'row', 'headline'])
      await takenOver(await open(css + (await fragment({ layout, heading: 'News' })) + loader));
  });

  it('takes the room that it takes, however much its attributes would keep free', async () => {
    const after = ({ page }: TestPage) =>
      page.getByText('After it').evaluate((element) => element.getBoundingClientRect().top);
    for (const html of [
      await fragment({ limit: 20, search: 'Opens' }),
      await fragment({ limit: 20, search: 'nobody' }, { fallback: '<a href="/">All news</a>' }),
      await fragment({ 'article-id': publisher.posts[1]!.id, show: 'date' }, {}, 'article'),
    ]) {
      const plain = await after(await open(html, { javaScriptEnabled: false }));
      const withoutScripts = await open(css + html, { javaScriptEnabled: false });
      assert.equal(await after(withoutScripts), plain, html.slice(0, 100));
      const test = await open(css + html + loader);
      await test.settled();
      assert.equal(await after(test), plain, html.slice(0, 100));
      assert.deepEqual(await test.layoutShifts(), { sum: 0, shifts: [] });
      assert.deepEqual(test.problems, []);
    }
  });

  it('that is none keeps no room free where scripts are off: nothing will come', async () => {
    for (const tag of ['headlines', 'article-card', 'article', 'author-bio', 'comment-box'])
      for (const [start, end] of [
        [`<nr-${tag} limit="20">`, `</nr-${tag}>`],
        [`<div data-nr="${tag}" data-nr-limit="20">`, '</div>'],
      ] as const) {
        const html = `${start}<a href="/">To the publisher</a>${end}`;
        const { page } = await open(css + html, { javaScriptEnabled: false });
        const { y } = (await page.getByText('After it').boundingBox())!;
        assert.ok(y < 80, `${html}: ${y}`);
      }
  });

  for (const [what, comes] of [
    ['leaves the line to the page’s pictures', true],
    ['is not kept waiting by a picture that never comes', false],
  ] as const)
    it(what, async () => {
      const release = partner.hold('/slow.png');
      const { page, settled } = await browser.newPage();
      const html = (await fragment()) + loader + '<img hidden alt="" src="/slow.png">';
      await page.goto(partner.page('page', html), { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => window.newsrack);
      if (comes) release();
      await settled();
      const [script, code, picture] = await page.evaluate(() => {
        const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        const find = (name: RegExp) => entries.find((entry) => name.test(entry.name));
        const came = (name: RegExp) => find(name)?.responseEnd ?? 0;
        return [came(/newsrack\.js/), find(/core-/)?.startTime, came(/slow/)] as const;
      });
      assert.ok(code, 'it was not taken over');
      if (comes) assert.ok(script && picture, `script ${script}, picture ${picture}`);
      // On a slow machine its two seconds may be over first.
      const until = Math.min(picture, script + 2000);
      if (comes) assert.ok(code >= until, `code ${code}, not before ${until}`);
      else release();
    });

  it('comes as a stream, too', async () => {
    const attributes = { source: publisher.url, limit: 2 };
    const pieces: string[] = [];
    for await (const piece of await renderToStream('headlines', attributes))
      pieces.push(String(piece));
    assert.ok(pieces.length > 10);
    assert.equal(pieces.join(''), await renderToString('headlines', attributes));
  });

  it('takes attributes by the names of properties, and refuses what is neither', async () => {
    const [byProperty, byAttribute] = await Promise.all(
      [
        { sourceType: 'wordpress', headingLevel: 4 },
        { 'source-type': 'wordpress', 'heading-level': 4 },
      ].map((attributes) => fragment(attributes)),
    );
    assert.equal(byProperty, byAttribute);
    await assert.rejects(fragment({ headingRank: 4 }), /no attribute “headingRank”/);
  });

  it('is taken over by everything in one file', async () => {
    const script = '<script type="module" src="/newsrack/newsrack.all.js"></script>';
    await takenOver(await open((await fragment()) + script));
  });

  it('is taken over by the npm build', async () => {
    const { output } = (await build({
      configFile: false,
      root,
      logLevel: 'silent',
      build: {
        write: false,
        modulePreload: false,
        rolldownOptions: { input: join(root, 'dist/define/headlines.js') },
      },
    })) as Rolldown.RolldownOutput;
    for (const file of output)
      if (file.type === 'chunk')
        partner.route(`/${file.fileName}`, {
          body: file.code,
          headers: { 'content-type': 'text/javascript' },
        });
    const html = `${await fragment()}<script type="module" src="/${output[0].fileName}"></script>`;
    const test = await open(html);
    await test.page.waitForFunction(() => (window as unknown as { heard: [] }).heard.length);
    await test.page.evaluate(() => {
      Object.assign(window, { newsrack: { ready: () => Promise.resolve() } });
    });
    await takenOver(test);
  });

  it('looks the same with scripts and without', async () => {
    const html = await fragment({ limit: 3, show: 'image kicker excerpt byline date' });
    const quiet = await open(html + loader, { javaScriptEnabled: false });
    await quiet.page.waitForLoadState('networkidle');
    const without = await quiet.page.screenshot({ fullPage: true });
    const test = await open(html + loader);
    await takenOver(test);
    await test.page.waitForLoadState('networkidle');
    assert.ok(without.equals(await test.page.screenshot({ fullPage: true })));
    assert.equal(await quiet.page.getByText('After it').isVisible(), true);
    assert.match(await quiet.page.locator('[part~=headline]').first().innerText(), /\w/);
  });

  it('looks as one that the browser paints, dates aside', async () => {
    const attributes = 'layout="row" limit="3" show="image kicker excerpt byline"';
    const painted = await open(
      `<nr-headlines source="${publisher.url}" ${attributes}></nr-headlines>${loader}`,
    );
    await painted.settled();
    const html = await fragment({ limit: 3, show: 'image kicker excerpt byline' });
    const test = await open(html + loader);
    await test.settled();
    assert.ok(
      (await painted.page.screenshot({ fullPage: true })).equals(
        await test.page.screenshot({ fullPage: true }),
      ),
    );
  });

  it('of a card is taken over, too', async () => {
    const html = await fragment({ src: publisher.posts[0]!.link }, undefined, 'article-card');
    await takenOver(await open(html + loader), 'nr-article-card');
  });

  it('is taken over on a page whose parser is slower than the code', async () => {
    partner.route('/slow.js', { body: '', headers: { 'content-type': 'text/javascript' } });
    const release = partner.hold('/slow.js');
    const one = await fragment({ limit: 2 });
    const address = partner.page(
      'slow',
      `<!doctype html><html lang="en"><title>Partner</title>${loader}${one}<script src="/slow.js"></script>${one}`,
    );
    const test = await browser.newPage();
    publisher.requests.length = 0;
    const opened = test.page.goto(address);
    await test.page.waitForFunction(() => 'newsrack' in window);
    await test.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    // Code that is asked for meanwhile has time to come.
    await test.page.evaluate(() => fetch('/newsrack/manifest.json').then((file) => file.text()));
    release();
    await opened;
    await test.settled();
    assert.deepEqual(publisher.dataRequests(), []);
    assert.deepEqual(test.problems, []);
  });

  for (const [widget, attributes] of [
    ['article', {}],
    ['article', { show: 'byline body', 'heading-level': 3, lang: 'es' }],
    ['author-bio', { show: 'portrait job-title bio links articles' }],
  ] as const)
    it(`of ${widget} keeps its foreign markup, and asks for no sanitizer: ${JSON.stringify(attributes)}`, async () => {
      const html = await fragment(
        { 'article-id': publisher.posts[0]!.id, ...attributes },
        undefined,
        widget,
      );
      // All of it in view: what is far below loads its pictures late.
      const viewport = { width: 1280, height: 3000 };
      const quiet = await open(css + html, { javaScriptEnabled: false, viewport });
      await quiet.page.waitForLoadState('networkidle');
      const without = await quiet.page.screenshot({ fullPage: true });
      const test = await open(css + html + loader, { viewport });
      const code: string[] = [];
      test.page.on('request', (request) => code.push(request.url()));
      await takenOver(test, `nr-${widget}`);
      await test.page.waitForLoadState('networkidle');
      assert.ok(without.equals(await test.page.screenshot({ fullPage: true })), 'pictures differ');
      assert.ok(
        await test.page.locator('.prose em, .prose strong').first().isVisible(),
        'is not seen',
      );
      assert.ok(!code.some((url) => /sanitizer|markup|purify/.test(url)), code.join('\n'));
    });

  it('of an article goes on as any other: frames, another article', async () => {
    const [first, second] = publisher.posts;
    const attributes = { 'article-id': first!.id };
    const html = await fragment(attributes, undefined, 'article');
    const { page, settled, problems } = await open(html + loader);
    await settled();
    await page.getByRole('button', { name: /youtube/ }).click();
    await page.locator('iframe[title="A film"]').waitFor({ state: 'attached' });
    await page.evaluate(
      (id) => document.querySelector('nr-article')!.setAttribute('article-id', id),
      String(second!.id),
    );
    await page.getByRole('button', { name: /youtube/ }).waitFor();
    assert.ok(await page.locator('.body strong').first().isVisible(), 'is not seen');
    assert.equal(
      await page.locator('.body > *').first().innerText(),
      await page.locator('.body p').first().innerText(),
    );
    assert.equal(await page.locator('.unscripted').count(), 0);
    assert.deepEqual(problems, []);
  });

  for (const [widget, part] of [
    ['article', 'body'],
    ['author-bio', 'bio'],
  ] as const)
    it(`of ${widget} has its foreign markup again when it was away`, async () => {
      const attributes = { 'article-id': publisher.posts[0]!.id };
      const html = await fragment(attributes, undefined, widget);
      const { page, settled, problems } = await open(html + loader);
      await settled();
      const text = page.locator(`[part~=${part}]`).first();
      const before = await text.innerText();
      assert.ok(before);
      const set = (name: string, value: string) =>
        page
          .locator(`nr-${widget}`)
          .evaluate((element, [key, to]) => element.setAttribute(key!, to!), [name, value]);
      await set('show', widget === 'article' ? 'date' : 'portrait');
      await text.waitFor({ state: 'detached' });
      // First as text: the code that cleans markup comes now.
      const isBack = () =>
        page.waitForFunction(
          ([tag, name, wanted]) =>
            document.querySelector(tag!)!.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`)
              ?.innerText === wanted,
          [`nr-${widget}`, part, before],
        );
      await set('show', part);
      await isBack();
      await page
        .locator(`nr-${widget}`)
        .evaluate((element) => (element as unknown as { activate(): void }).activate());
      await isBack();
      assert.deepEqual(problems, []);
    });

  for (const [what, change] of [
    ['an attribute', "setAttribute('category', '2')"],
    ['a property', "category = '2'"],
  ])
    it(`asks anew where its page has set ${what} before the code came`, async () => {
      const html = await fragment({ category: '1', show: 'kicker' });
      const script = `<script>document.querySelector('nr-headlines').${change}</script>`;
      const { page, settled, problems } = await open(html + script + loader);
      await settled();
      const kickers = await page.locator('[part~=kicker]').allInnerTexts();
      assert.deepEqual([...new Set(kickers)], ['Trade']);
      assert.equal(publisher.dataRequests().length, 1);
      assert.deepEqual(problems, []);
    });

  it('has what the page puts into its slots', async () => {
    const inside = '<p slot="after-paragraph-1">Inside</p>';
    const html = await fragment(
      { 'article-id': publisher.posts[0]!.id },
      { fallback: inside },
      'article',
    );
    const quiet = await open(html, { javaScriptEnabled: false });
    assert.ok(await quiet.page.getByText('Inside').isVisible(), 'is not seen');
    await takenOver(await open(html + loader), 'nr-article');
    const bio = await renderToString(
      'author-bio',
      { name: 'Ana Rojas', 'job-title': 'Editor' },
      { fallback: '<p slot="bio">Written <em>here</em></p>' },
    );
    const written = await open(bio + loader);
    await written.settled();
    assert.ok(await written.page.getByText('Written here').isVisible(), 'is not seen');
    assert.deepEqual(written.problems, []);
  });

  it('stands under a strict policy with its style sheet by link', async () => {
    const cdn = `${partner.url}/newsrack/`;
    const html = await fragment({}, { styles: 'link', cdn });
    const headers = { 'content-security-policy': policy(publisher.url) };
    const quiet = await open(html, { headers, javaScriptEnabled: false });
    const display = await quiet.page
      .locator('[part~=list]')
      .evaluate((list) => getComputedStyle(list).display);
    assert.equal(display, 'grid');
    await takenOver(await open(html + loader, { headers }));
  });

  it('goes on as any other: more, events, attributes', async () => {
    const { page, settled } = await open((await fragment({ limit: 2, more: true })) + loader);
    await settled();
    await page.getByRole('button', { name: 'More articles' }).click();
    await page.locator('[part~=item]').nth(3).waitFor();
    assert.equal(await page.locator('[role=status]').innerText(), '2 more articles shown');
    assert.equal(publisher.dataRequests().length, 1);
    const dates = await page.locator('[part~=date]').allInnerTexts();
    for (const date of dates) assert.match(date, /^\w+ \d+, \d{4}$/);
    await page.locator('[part~=link]').nth(0).click();
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    assert.match(heard.at(-1)!, /^nr-open/);
    await page.evaluate(() => document.querySelector('nr-headlines')!.setAttribute('limit', '3'));
    await page.locator('[part~=item]').nth(2).waitFor();
    await page.waitForFunction(
      () => document.querySelector('nr-headlines')!.shadowRoot!.querySelectorAll('li').length === 3,
    );
  });

  it('takes the page’s theme when it takes over', async () => {
    const script = loader.replace('async', 'async data-nr-theme="dark"');
    const { page, settled } = await open((await fragment()) + script);
    await settled();
    assert.equal(await page.locator('.root').getAttribute('class'), 'root dark layout-row');
  });

  it('of another version is painted anew with the data that came along', async () => {
    const html = (await fragment()).replaceAll(
      /<!--lit-part [^-]+-->/g,
      '<!--lit-part AAAAAAAAAAA=-->',
    );
    const { page, settled, problems } = await open(html + loader);
    await settled();
    assert.equal(await page.locator('[part~=item]').count(), 5);
    assert.deepEqual(publisher.dataRequests(), []);
    assert.deepEqual(problems, []);
  });

  describe('whose publisher is hostile', () => {
    const hostile =
      '</script></template></nr-headlines><!--<script>--><img src=x onerror=alert(1)>"\'&amp;$&';
    let attacker: Site;
    beforeEach(async () => {
      const escaped = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      attacker = await startWordPress({
        posts: 2,
        changes: { 0: { title: { rendered: escaped } }, 1: { link: 'javascript:alert(1)' } },
      });
    });
    afterEach(() => attacker.close());

    for (const scripts of [false, true])
      it(`shows text as text, scripts ${scripts ? 'on' : 'off'}`, async () => {
        const html = await renderToString('headlines', {
          source: attacker.url,
          heading: hostile,
          class: hostile,
        });
        const test = await open(html + (scripts ? loader : ''), { javaScriptEnabled: scripts });
        if (scripts) await test.settled();
        const { page } = test;
        assert.equal(await page.locator('[part~=heading]').innerText(), hostile);
        assert.equal(await page.locator('[part~=headline]').first().innerText(), hostile);
        assert.equal(await page.locator('[href^=javascript]').count(), 0);
        assert.equal(await page.locator('body > img').count(), 0);
        assert.equal(
          await page
            .locator('body')
            .innerText()
            .then((text) => text.endsWith('After it')),
          true,
        );
        assert.deepEqual(test.problems, []);
      });
  });
});
