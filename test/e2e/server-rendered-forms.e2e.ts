import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type * as server from '../../src/server/index.js';
import { vectors } from '../html/vectors.js';
import { startOrigin, type Origin } from '../origin.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { useBrowser, type PageOptions, type TestPage } from './browser.js';

const root = join(import.meta.dirname, '../..');
const { renderToString } = (await import(join(root, 'dist/server/index.js'))) as typeof server;

const loader = '<script async src="/newsrack/newsrack.js"></script>';
const css = '<link rel="stylesheet" href="/newsrack/newsrack.css">';

/** Remembers what stands in the widget before anything else runs, and what it tells the page. */
const remember = () => {
  const heard: string[] = [];
  const shown: Element[] = [];
  Object.assign(window, { heard, shown });
  for (const type of ['nr-load', 'nr-error', 'nr-submit'])
    document.addEventListener(type, () => heard.push(type));
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    const within = document.querySelector('nr-newsletter-form, nr-comment-box')?.shadowRoot;
    shown.push(
      ...(within?.querySelectorAll('.root, .root :not(.unscripted, .unscripted *)') ?? []),
    );
  });
};

/** How many of the nodes that stood there before are still there, of how many. */
const kept = ({ page }: TestPage, selector = '*') =>
  page.evaluate((which) => {
    const shown = (window as unknown as { shown: Element[] }).shown.filter((node) =>
      node.matches(which),
    );
    return [shown.filter((node) => node.isConnected).length, shown.length] as const;
  }, selector);
const heard = ({ page }: TestPage) =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard);

describe('A widget that readers write into, rendered by a server', () => {
  const browser = useBrowser();
  let partner: PartnerPage;
  before(async () => {
    partner = await servePartnerPage('');
  });
  after(() => partner.close());

  async function open(html: string, options: PageOptions = {}): Promise<TestPage> {
    const address = partner.page(
      'page',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title><style>body { font: 16px/1.5 sans-serif }</style>${css}<body>${html}<p>After it</p></body></html>`,
    );
    const test = await browser.newPage(options);
    await test.page.addInitScript(remember);
    await test.page.goto(address, { waitUntil: 'domcontentloaded' });
    return test;
  }

  describe('a newsletter’s form', () => {
    let provider: Origin;
    before(async () => {
      provider = await startOrigin();
    });
    after(() => provider.close());
    beforeEach(() => {
      provider.requests.length = 0;
      provider.route('/join', {
        body: '<title>Thank you</title>',
        headers: { 'content-type': 'text/html' },
      });
    });
    const form = (attributes: server.Attributes, options?: server.RenderOptions) =>
      renderToString('newsletter-form', { action: `${provider.url}/join`, ...attributes }, options);

    it('that the browser can post works without scripts, and asks for what it needs', async () => {
      const html = await form({ provider: 'form', list: 'daily', 'consent-text': 'I agree' });
      const { page } = await open(html, { javaScriptEnabled: false });
      await page.getByRole('button').click();
      await page.getByLabel('Email address').fill('ana@readers.example');
      await page.getByRole('button').click();
      // Neither was sent: the browser itself asks for the box.
      assert.deepEqual(provider.requests, []);
      await page.getByLabel('I agree').check();
      const opened = page.context().waitForEvent('page');
      await page.getByRole('button').click();
      await (await opened).waitForLoadState();
      assert.deepEqual(
        provider.requests
          .filter(({ method }) => method === 'POST')
          .map(({ method, body }) => [method, String(body)]),
        [['POST', 'list=daily&email=ana%40readers.example&consent=yes']],
      );
    });

    it('keeps when it is to be loaded, but for a click that nothing is left for', async () => {
      assert.match(await form({ load: 'eager' }), /^<nr-newsletter-form[^>]* load="eager"/);
      const html = await form({ provider: 'form', load: 'click' });
      assert.doesNotMatch(html, /^<nr-newsletter-form[^>]* load=/);
      const test = await open(html + loader);
      await test.settled();
      assert.deepEqual(await heard(test), ['nr-load']);
      const [same, all] = await kept(test);
      assert.ok(all > 4 && same === all, `${same} of ${all}`);
      await assert.rejects(form({ load: 'eagr' }), /near, eager or click/);
    });

    it('is taken over with what a reader has typed, and no node is replaced', async () => {
      const held = partner.hold('/newsrack/newsrack.js');
      const html = await form({
        provider: 'form',
        list: 'daily',
        heading: 'News',
        'name-field': true,
      });
      const test = await open(html + loader);
      const { page } = test;
      await page.getByLabel('Email address').fill('ana@readers.example');
      await page.getByLabel('Name').fill('Ana');
      // The parser may have let the browser paint half a form.
      const parsed = await test.layoutShifts();
      held();
      await test.settled();
      const [same, all] = await kept(test);
      assert.ok(all > 8 && same === all, `${same} of ${all}`);
      assert.equal(await page.getByLabel('Email address').inputValue(), 'ana@readers.example');
      assert.equal(await page.locator('#name').evaluate((field) => field.matches(':focus')), true);
      assert.deepEqual(await test.layoutShifts(), parsed);
      assert.deepEqual(await heard(test), ['nr-load']);
      const opened = page.context().waitForEvent('page');
      await page.keyboard.press('Enter');
      await opened;
      assert.deepEqual(await heard(test), ['nr-load', 'nr-submit']);
      await page.getByText(', in a new tab').last().waitFor();
      assert.deepEqual(test.problems, []);
    });

    it('says itself what is wrong with a field once it is taken over, and follows its attributes', async () => {
      const test = await open((await form({ provider: 'form' })) + loader);
      await test.settled();
      await test.page.getByRole('button').click();
      await test.page.locator('#problem').getByText('Enter your email address').waitFor();
      await test.page.evaluate(() =>
        document.querySelector('nr-newsletter-form')!.setAttribute('consent-text', 'I agree'),
      );
      await test.page.getByLabel('I agree').waitFor();
    });

    it('of another version is painted anew, with what was typed', async () => {
      const held = partner.hold('/newsrack/newsrack.js');
      const html = (await form({ provider: 'form' })).replaceAll(
        /<!--lit-part [^-]+-->/g,
        '<!--lit-part AAAAAAAAAAA=-->',
      );
      const test = await open(html + loader);
      await test.page.getByLabel('Email address').fill('ana@readers.example');
      held();
      await test.settled();
      assert.equal(await test.page.getByLabel('Email address').inputValue(), 'ana@readers.example');
      assert.deepEqual(test.problems, []);
    });

    for (const [what, attributes, fallback, sentence] of [
      [
        'only a script can send',
        { provider: 'json' },
        undefined,
        'Signing up here needs JavaScript.',
      ],
      [
        'has a captcha',
        { provider: 'form' },
        '<b slot="captcha">2 + 2?</b>',
        'Signing up here needs JavaScript.',
      ],
      [
        'only a script can send',
        { provider: 'json' },
        '<a href="/join">Sign up there</a>',
        'Sign up there',
      ],
      ['is a page to be framed', { provider: 'beehiiv' }, undefined, 'Newsletter of'],
    ] as const)
      it(`that ${what} says “${sentence}” without scripts and keeps its room for them`, async () => {
        const html = await form({ ...attributes, heading: 'News' }, { fallback });
        const quiet = await open(html, { javaScriptEnabled: false });
        assert.ok(await quiet.page.getByText(sentence).isVisible());
        assert.equal(await quiet.page.getByRole('textbox').count(), 0);
        assert.equal(await quiet.page.getByRole('button').count(), 0);
        const test = await open(html + loader);
        await test.settled();
        assert.equal(await test.page.locator('.unscripted').count(), 0);
        assert.ok(await test.page.getByRole('button').isVisible());
        assert.deepEqual(await test.layoutShifts(), { sum: 0, shifts: [] });
        assert.deepEqual(await heard(test), attributes.provider === 'beehiiv' ? [] : ['nr-load']);
        assert.deepEqual([provider.requests, test.problems], [[], []]);
      });
  });

  describe('a comment box', () => {
    let publisher: Site;
    before(async () => {
      publisher = await startWordPress({
        comments: [0, 1, 2, 0, 0, 1],
        commentChanges: {
          1: { content: { rendered: '<p>It is <em>not</em> so.</p><p>Is it?</p>' } },
        },
      });
    });
    after(() => publisher.close());
    beforeEach(() => {
      publisher.requests.length = 0;
    });
    const box = (attributes: server.Attributes = {}, source = publisher) =>
      renderToString('comment-box', {
        source: source.url,
        'article-id': source.posts[0]!.id,
        ...attributes,
      });

    it('shows the thread without scripts, and the way to the publisher in the place of its form', async () => {
      const { page } = await open(await box(), { javaScriptEnabled: false });
      assert.equal(await page.getByRole('listitem').count(), 6);
      assert.equal(await page.locator('[part~=body] em').innerText(), 'not');
      assert.equal(await page.getByRole('textbox').count(), 0);
      assert.equal(await page.getByRole('button').count(), 0);
      assert.equal(await page.locator('[name=remember]').isChecked(), false);
      const way = page.getByRole('link', { name: 'Join the conversation at' });
      assert.equal(await way.getAttribute('href'), publisher.posts[0]!.link);
      assert.ok(await way.isVisible());
    });

    it('is taken over: nothing is asked, no node is replaced, nothing moves', async () => {
      for (const attributes of [{}, { readonly: true, order: 'oldest' }] as const) {
        const html = await box(attributes);
        publisher.requests.length = 0;
        const test = await open(html + loader);
        const code: string[] = [];
        test.page.on('request', (request) => code.push(request.url()));
        await test.settled();
        const [same, all] = await kept(test);
        assert.ok(all > 60 && same === all, `${same} of ${all}`);
        assert.equal(await test.page.getByRole('listitem').count(), 6);
        assert.deepEqual(publisher.requests, []);
        assert.ok(!code.some((url) => /purify|sanitizer|markup/.test(url)), code.join('\n'));
        assert.deepEqual(await test.layoutShifts(), { sum: 0, shifts: [] });
        assert.deepEqual(await heard(test), ['nr-load']);
        assert.deepEqual(test.problems, []);
        const isForm = !('readonly' in attributes);
        assert.equal(await test.page.getByLabel('Comment', { exact: true }).isVisible(), isForm);
        if (isForm) assert.equal(await test.page.getByRole('checkbox').isChecked(), false);
      }
    });

    it('that nobody has written in or may write in stays what it is', async () => {
      const nobody = { 'article-id': publisher.posts[2]!.id, readonly: true };
      for (const fallback of [undefined, '<a href="/all">All comments</a>']) {
        const html = await renderToString(
          'comment-box',
          { source: publisher.url, ...nobody },
          { fallback },
        );
        const test = await open(html + loader);
        await test.settled();
        const [same, all] = await kept(test);
        assert.ok(all > 1 && same === all, `${same} of ${all}`);
        const shown = test.page.getByText(fallback ? 'All comments' : 'No comments yet.');
        assert.ok(await shown.isVisible());
        assert.deepEqual(await test.layoutShifts(), { sum: 0, shifts: [] });
        assert.deepEqual(test.problems, []);
      }
    });

    it('writes each comment as a page makes it', async () => {
      const html = await box();
      const comments = (test: TestPage) =>
        test.page.locator('[part~=comment]').evaluateAll((items) =>
          items.map((item) =>
            item.outerHTML.replace(
              // Readers and the server may live in other time zones.
              /<!--.*?-->|(?<=href=")[^"#]*(?=#)| title="[^"]*"|(?<=>)\w+ \d+, \d{4}(?=<)/g,
              '',
            ),
          ),
        );
      const [served, made] = [
        await open(html, { javaScriptEnabled: true }),
        await open(
          `<nr-comment-box source="${publisher.url}" article-id="${publisher.posts[0]!.id}"></nr-comment-box>${loader}`,
        ),
      ];
      await made.settled();
      assert.deepEqual(await comments(served), await comments(made));
    });

    it('goes on as any other: answers, a comment of the reader’s own, a draft of before', async (t) => {
      const writing = await startWordPress({
        comments: [0, 1],
        knownReaders: ['ana@readers.example'],
      });
      t.after(() => writing.close());
      const html = await box({}, writing);
      const test = await open(html + loader);
      const { page } = test;
      await test.settled();
      await page.getByRole('button', { name: 'Reply to Bob Keller' }).click();
      await page.getByLabel('Comment', { exact: true }).fill('I agree');
      await page.reload();
      await test.settled();
      assert.equal(await page.getByLabel('Comment', { exact: true }).inputValue(), 'I agree');
      await page.getByLabel('Name', { exact: true }).fill('Ana');
      await page.locator('[name=email]').fill('ana@readers.example');
      const [, all] = await kept(test);
      await page.locator('.send').click();
      await page.locator('[part~=body]').getByText('I agree').waitFor();
      assert.equal(await page.getByRole('listitem').count(), 3);
      assert.equal((await kept(test))[0], all);
      assert.deepEqual(test.problems, []);
    });

    it('shows the next page, without replacing the first one', async (t) => {
      const long = await startWordPress({
        comments: [...Array(130).keys()].map((index) => (index % 3 ? index : 0)),
      });
      t.after(() => long.close());
      const html = await box({ 'page-size': 30 }, long);
      long.requests.length = 0;
      const test = await open(html + loader);
      await test.settled();
      const [same, all] = await kept(test);
      assert.ok(all > 500 && same === all, `${same} of ${all}`);
      assert.deepEqual(long.dataRequests(), []);
      const comments = test.page.locator('[part~=comment]');
      const before = await comments.count();
      const where = () =>
        comments.first().evaluate((each) => each.getBoundingClientRect().top + scrollY);
      const stands = await where();
      await test.page.getByRole('button', { name: 'More comments' }).click();
      await comments.nth(before).waitFor();
      assert.equal(await where(), stands);
      const [there, stood] = await kept(test, '.comment');
      assert.ok(stood > 50 && there === stood, `${there} of ${stood}`);
    });

    it('stands in an article that shows comments, and goes with it to another one', async () => {
      const [first, second] = publisher.posts;
      const html = await renderToString('article', {
        source: publisher.url,
        'article-id': first!.id,
        show: 'body comments',
      });
      const quiet = await open(html, { javaScriptEnabled: false });
      assert.equal(await quiet.page.locator('nr-article [part~=comment]').count(), 6);
      publisher.requests.length = 0;
      const test = await open(html + loader);
      await test.settled();
      const [same, all] = await kept(test);
      assert.ok(all > 60 && same === all, `${same} of ${all}`);
      assert.deepEqual(publisher.dataRequests(), []);
      assert.deepEqual(await test.layoutShifts(), { sum: 0, shifts: [] });
      await test.page.evaluate(
        (id) => document.querySelector('nr-article')!.setAttribute('article-id', id),
        String(second!.id),
      );
      const box = test.page.locator('nr-comment-box');
      await test.page.locator(`nr-comment-box[article-id="${second!.id}"]`).waitFor();
      assert.equal(await box.count(), 1);
      assert.deepEqual(test.problems, []);
    });

    it('that is hostile executes nothing and stays in its place', async (t) => {
      const attacks = [...new Set(Object.values(vectors).flat())];
      const hostile = await startWordPress({
        comments: attacks.map(() => 0),
        commentChanges: Object.fromEntries(
          attacks.map((rendered, index) => [
            index,
            {
              content: { rendered },
              author_name: index % 2 ? '</li></ol></template>&lt;img src=x onerror=hit()&gt;' : 'A',
              author_url: index % 3 ? 'javascript:hit()' : '',
            },
          ]),
        ),
      });
      t.after(() => hostile.close());
      const html = await box({ 'page-size': 100 }, hostile);
      for (const scripts of ['', loader]) {
        const test = await open(html + scripts);
        if (scripts) await test.settled();
        const found = await test.page.evaluate(() => {
          const within = document.querySelector('nr-comment-box')!.shadowRoot!;
          const all = [...within.querySelectorAll('.body *')];
          return {
            tags: [...new Set(all.map(({ localName }) => localName))].filter(
              (name) =>
                !/^(a|abbr|b|blockquote|br|cite|code|del|em|i|ins|kbd|li|ol|p|pre|q|s|strong|sub|sup|u|ul)$/.test(
                  name,
                ),
            ),
            attributes: all
              .flatMap((each) => each.getAttributeNames())
              .filter((name) => !/^(cite|dir|href|lang|title|rel)$/.test(name)),
            // One without an address leads nowhere.
            links: [...within.querySelectorAll<HTMLAnchorElement>('a[href]')]
              .map(({ protocol }) => protocol)
              .filter((protocol) => !/^(https?|mailto|tel):$/.test(protocol)),
            comments: within.querySelectorAll('.list > .comment').length,
            rest: document.body.innerText.trim().endsWith('After it'),
            heard: (window as unknown as { heard: string[] }).heard.filter(
              (type) => type === 'nr-error',
            ),
          };
        });
        assert.deepEqual(found, {
          tags: [],
          attributes: [],
          links: [],
          comments: Math.min(attacks.length, 100),
          rest: true,
          heard: [],
        });
        assert.deepEqual(test.problems, []);
      }
    });
  });
});
