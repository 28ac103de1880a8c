import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { LitElement } from 'lit';
import type { Page } from 'playwright-core';
import { useBrowser, type TestPage } from '../e2e/browser.js';
import { cdnFolder, servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { tags } from '../../src/loader/widgets.js';

const browser = useBrowser();
const classic = (attributes = '') =>
  `<script async src="/newsrack/newsrack.js" ${attributes}></script>`;
const asModule = (attributes = '') =>
  `<script type="module" src="/newsrack/newsrack.js" ${attributes}></script>`;

/** A warning or an error that the page's author finds on the console. */
function listen(page: Page): string[] {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('[newsrack]')) lines.push(message.text());
  });
  return lines;
}

const headlines = (page: Page, within = 'nr-headlines') =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map(
        (widget) => widget.shadowRoot?.querySelectorAll('[part~=headline]').length ?? 0,
      ),
    within,
  );

describe('The script tag', () => {
  let publisher: Site;
  let partner: PartnerPage;
  let test: TestPage;
  let page: Page;
  let said: string[];

  before(async () => {
    publisher = await startWordPress({ images: false });
    partner = await servePartnerPage('');
  });
  after(async () => {
    await Promise.all([publisher.close(), partner.close()]);
  });
  beforeEach(async () => {
    test = await browser.newPage();
    page = test.page;
    said = listen(page);
    publisher.requests.length = partner.requests.length = 0;
  });

  const widget = (attributes = '', content = '') =>
    `<nr-headlines source="${publisher.url}" source-type="wordpress" limit="3" ${attributes}>${content}</nr-headlines>`;
  const holder = (attributes = '', content = '') =>
    `<div data-nr="headlines" data-nr-source="${publisher.url}" data-nr-limit="3" ${attributes}>${content}</div>`;
  const open = (body: string, head = '') =>
    page.goto(
      partner.page(
        'page',
        `<!doctype html><html lang="en"><head><title>Partner</title>${head}</head><body>${body}</body></html>`,
      ),
    );
  const show = async (body: string, head = '') => {
    await open(body, head);
    await test.settled();
  };
  const chunks = () =>
    partner.requests
      .map(({ path }) => path.replace(/.*\//, ''))
      .filter((file) => /-[\w-]{6}\.js$/.test(file))
      .map((file) => file.replace(/-[\w-]{6}\.js$/, ''))
      .sort();
  const nothingWrong = () => {
    assert.deepEqual(test.problems, []);
    assert.deepEqual(said, []);
  };

  it('finds the code of each widget', async () => {
    await show(classic('data-nr-eager') + tags.map((tag) => `<${tag}></${tag}>`).join(''));
    const missing = await page.evaluate(
      (all) => all.filter((tag) => !customElements.get(tag)),
      tags,
    );
    assert.deepEqual(missing, []);
  });

  for (const tag of tags)
    it(`asks for all that the code of ${tag} imports before that code is there`, async () => {
      const files = await readdir(cdnFolder);
      const own = files.find((file) => new RegExp(`^${tag.slice(3)}-\\w{6}\\.js$`).test(file))!;
      const imported = async (file: string): Promise<string[]> => {
        const code = await readFile(join(cdnFolder, file), 'utf8');
        const found = [...code.matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/g)].map(
          ([, name]) => name!,
        );
        return [...found, ...(await Promise.all(found.map(imported))).flat()];
      };
      const needed = [...new Set(await imported(own))].map((file) => file.slice(0, -10)).sort();
      const release = partner.hold(`/newsrack/${own}`);
      const asked = new Promise<void>((resolve) => {
        page.on('request', () => needed.every((name) => chunks().includes(name)) && resolve());
        page.on(
          'requestfinished',
          () => needed.every((name) => chunks().includes(name)) && resolve(),
        );
      });
      await open(`${classic('data-nr-eager')}<${tag}></${tag}>`);
      await asked;
      release();
      await test.settled();
    });

  describe('has the browser get ready for dates', () => {
    type Counting = typeof window & { formats: number };
    const ready = () => page.waitForFunction(() => (window as Counting).formats > 0);
    beforeEach(() =>
      page.addInitScript(() => {
        (window as Counting).formats = 0;
        Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
          apply(target, _, options: []) {
            (window as Counting).formats++;
            return target(...options);
          },
        });
      }),
    );

    it('while the code of a card is on its way, which may ask nobody', async () => {
      const core = (await readdir(cdnFolder)).find((file) => file.startsWith('core-'))!;
      const release = partner.hold(`/newsrack/${core}`);
      await open(`${classic()}<nr-article-card headline="Quay" href="/quay/"></nr-article-card>`);
      await ready();
      release();
      await test.settled();
    });

    it('while the answer of a publisher is', async () => {
      let release!: () => void;
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/wp-json/**', async (route) => {
        await held;
        await route.continue();
      });
      await open(classic() + widget());
      await ready();
      assert.deepEqual(await headlines(page), [0]);
      release();
      await test.settled();
      assert.deepEqual(await headlines(page), [3]);
    });

    it('never for a form, which has none', async () => {
      await show(`${classic()}<nr-newsletter-form action="/subscribe"></nr-newsletter-form>`);
      assert.equal(await page.evaluate(() => (window as Counting).formats), 0);
    });
  });

  describe('places a widget', () => {
    for (const [kind, tag] of [
      ['a classic script', classic],
      ['a module', asModule],
    ] as const) {
      it(`as a custom element, by ${kind}`, async () => {
        await show(tag() + widget());
        assert.deepEqual(await headlines(page), [3]);
        assert.deepEqual(chunks(), ['core', 'en', 'headlines', 'wordpress']);
        nothingWrong();
      });

      it(`in a div, by ${kind}`, async () => {
        await show(`${tag()}${holder('', '<p id="fallback">Headlines</p>')}`);
        assert.deepEqual(await headlines(page, 'div > nr-headlines[limit="3"]'), [3]);
        assert.equal(await page.locator('nr-headlines > #fallback').count(), 1);
        nothingWrong();
      });

      it(`after the script, by ${kind}`, async () => {
        await show(
          `<p>Before</p>${tag(`data-nr="headlines" data-nr-source="${publisher.url}" data-nr-limit="2"`)}<p>After</p>`,
        );
        assert.deepEqual(await headlines(page, 'p + script + nr-headlines'), [2]);
        nothingWrong();
      });

      it(`from the head, with the page's defaults on the tag of ${kind}`, async () => {
        await show(
          '<nr-headlines></nr-headlines>',
          tag(
            `data-nr-source="${publisher.url}" data-nr-source-type="wordpress" data-nr-locale="es" data-nr-theme="dark"`,
          ),
        );
        assert.deepEqual(await headlines(page), [5]);
        assert.deepEqual(chunks(), ['core', 'es', 'headlines', 'wordpress']);
        assert.equal(
          await page.evaluate(
            () =>
              document.querySelector('nr-headlines')!.shadowRoot!.querySelector('.dark') !== null,
          ),
          true,
        );
        nothingWrong();
      });
    }

    it('from a folder of another host, in two script tags of the same version without a warning', async () => {
      const cdn = await servePartnerPage('');
      try {
        const tag = (type: string) =>
          `<script ${type} src="${cdn.url}/newsrack/newsrack.js" data-nr="headlines" data-nr-source="${publisher.url}" data-nr-limit="1" crossorigin></script>`;
        await show(tag('async') + tag('async') + tag('type="module"'));
        assert.deepEqual(await headlines(page), [1, 1, 1]);
        nothingWrong();
      } finally {
        await cdn.close();
      }
    });

    it('in a language of its own', async () => {
      await show(
        classic(`data-nr="headlines" data-nr-source="${publisher.url}" data-nr-locale="pt-BR"`),
      );
      assert.equal(await page.locator('nr-headlines').getAttribute('lang'), 'pt-BR');
      assert.deepEqual(chunks(), ['core', 'headlines', 'pt', 'wordpress']);
    });

    it('while the rest of the page is still on its way, with all of the content of its div', async () => {
      const release = partner.hold('/late.js');
      const opened = open(
        `<section>${holder('', '<p>One</p><script>document.currentScript.remove()</script><p>Two</p>')}</section><p>More</p><script src="/late.js"></script><p>Last</p>`,
        '<script src="/newsrack/newsrack.js"></script>',
      );
      await page.waitForFunction(
        () =>
          document.querySelectorAll('nr-headlines > p').length === 2 &&
          document.readyState === 'loading',
      );
      release();
      await opened;
      await test.settled();
      assert.deepEqual(await headlines(page), [3]);
    });
  });

  it('lets data attributes set what a widget knows and nothing that runs or paints', async () => {
    await show(
      classic() +
        holder(
          'data-nr-onclick="hacked = 1" data-nr-onnr-load="hacked = 1" data-nr-style="position: fixed" data-nr-id="ready" data-nr-is="x" data-nr-x-init="hacked = 1" data-nr-class="x" data-nr-layout="row"',
        ) +
        '<div data-nr="constructor">Safe</div><div data-nr="script" data-nr-src="/evil.js">Safe</div>',
    );
    await page.locator('nr-headlines').dispatchEvent('click');
    assert.deepEqual(
      await page.evaluate(() => document.querySelector('nr-headlines')!.getAttributeNames().sort()),
      ['layout', 'limit', 'source'],
    );
    assert.equal(await page.evaluate(() => 'hacked' in window), false);
    assert.equal(await page.locator('script[src*=evil]').count(), 0);
    assert.deepEqual(said, [
      '[newsrack] <nr-constructor> is unknown',
      '[newsrack] <nr-script> is unknown',
    ]);
  });

  describe('watches the page', () => {
    it('serves what is added later, once, also when it moves and comes back', async () => {
      await show(classic());
      await page.evaluate(async (markup) => {
        const main = document.createElement('main');
        main.innerHTML = markup;
        document.body.append(main);
        await window.newsrack!.ready();
        main.remove();
        await window.newsrack!.ready();
        document.body.prepend(main);
        main.append(main.querySelector('[data-nr]')!);
        await window.newsrack!.ready();
      }, widget() + holder());
      assert.deepEqual(await headlines(page), [3, 3]);
      assert.equal(publisher.dataRequests().length, 1);
      nothingWrong();
    });

    it('leaves a copy of a placed widget as one widget', async () => {
      await show(classic(`data-nr="headlines" data-nr-source="${publisher.url}"`) + holder());
      await page.evaluate(async () => {
        const copy = document.body.cloneNode(true);
        document.body.replaceWith(copy);
        await window.newsrack!.ready();
      });
      assert.deepEqual(await headlines(page), [5, 3]);
    });

    it('asks for nothing while a widget is far below, and for everything when the reader comes near', async () => {
      await show(
        `${classic()}<div style="height: 5000px"></div>${widget('', '<a href="/">All</a>')}`,
      );
      assert.deepEqual([chunks(), publisher.dataRequests()], [[], []]);
      await page.mouse.wheel(0, 3800);
      await page.waitForFunction(() =>
        document.querySelector('nr-headlines')!.shadowRoot?.querySelector('[part~=headline]'),
      );
      assert.deepEqual(chunks(), ['core', 'en', 'headlines', 'wordpress']);
    });

    it('loads at once what is eager, by the widget or by the page', async () => {
      await show(`${classic()}<div style="height: 5000px"></div>${widget('load="eager"')}`);
      assert.deepEqual(await headlines(page), [3]);
      await show(`${classic('data-nr-eager')}<div style="height: 5000px"></div>${widget()}`);
      assert.deepEqual(await headlines(page), [3]);
      await show(`${classic()}<div style="height: 5000px"></div>${holder('data-nr-eager')}`);
      assert.deepEqual(await headlines(page), [3]);
    });

    it('loads a hidden widget when it is shown', async () => {
      await show(`${classic()}<div hidden>${widget()}</div>`);
      assert.deepEqual(chunks(), []);
      await page.evaluate(() => document.querySelector('div')!.removeAttribute('hidden'));
      await page.waitForFunction(() =>
        document.querySelector('nr-headlines')!.shadowRoot?.querySelector('[part~=headline]'),
      );
    });

    it('stops, and starts again', async () => {
      await show(classic());
      await page.evaluate(async (markup) => {
        window.newsrack!.stop();
        document.body.insertAdjacentHTML('beforeend', markup);
        await window.newsrack!.ready();
      }, widget());
      assert.deepEqual(chunks(), []);
      await page.evaluate(() => {
        window.newsrack!.start();
        return window.newsrack!.ready();
      });
      assert.deepEqual(await headlines(page), [3]);
    });

    it('serves a shadow tree that it is started on', async () => {
      await show(`${classic()}<div id="host"></div>`);
      const count = await page.evaluate(async (markup) => {
        const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
        window.newsrack!.start(root);
        root.innerHTML = markup;
        await window.newsrack!.ready(root);
        return root.querySelector('nr-headlines')!.shadowRoot!.querySelectorAll('[part~=headline]')
          .length;
      }, widget());
      assert.equal(count, 3);
    });

    it('works where nearness cannot be observed', async () => {
      await page.addInitScript(() => {
        Object.assign(window, { IntersectionObserver: undefined });
      });
      await show(`${widget()}${holder()}${classic()}`);
      assert.deepEqual(await headlines(page), [3, 3]);
      nothingWrong();
    });
  });

  describe('with load="click"', () => {
    const name = () => `Show content from ${new URL(publisher.url).host}`;

    it('asks nobody for anything before the reader does', async () => {
      await show(classic() + widget('load="click"', '<a href="/">All headlines</a>'));
      assert.deepEqual([chunks(), publisher.requests], [[], []]);
      assert.equal(await page.getByText('All headlines').isVisible(), true);

      await page.getByRole('button', { name: name() }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() =>
        document.querySelector('nr-headlines')!.shadowRoot!.querySelector('[part~=headline]'),
      );
      assert.equal(await page.getByRole('button').count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement!.localName), 'nr-headlines');
      await page.keyboard.press('Tab');
      assert.equal(
        await page.evaluate(() => document.activeElement!.shadowRoot!.activeElement?.localName),
        'a',
      );
      nothingWrong();
    });

    it('does not wait for the rest of the page when the reader has asked', async () => {
      // Neither the page's pictures nor the time that a widget leaves to them ever come to an end.
      await page.addInitScript(() => {
        const usual = window.setTimeout;
        Object.assign(window, {
          setTimeout: (then: () => void, time?: number) => (time === 2000 ? 0 : usual(then, time)),
        });
      });
      const release = partner.hold('/slow.png');
      await page.goto(
        partner.page(
          'page',
          `<!doctype html><html lang="en"><title>Partner</title>${classic()}${widget('load="click"')}<img hidden alt="" src="/slow.png">`,
        ),
        { waitUntil: 'domcontentloaded' },
      );
      await page.getByRole('button', { name: name() }).click();
      await page.waitForFunction(() =>
        document.querySelector('nr-headlines')!.shadowRoot!.querySelector('[part~=headline]'),
      );
      assert.equal(await page.evaluate(() => document.readyState), 'interactive');
      release();
    });

    it('asks in the language of the widget, and for each widget by itself', async () => {
      await show(classic() + widget('load="click" lang="es"') + widget('load="click"') + widget());
      assert.deepEqual(await headlines(page), [0, 0, 3]);
      const buttons = page.getByRole('button');
      assert.deepEqual(await buttons.allTextContents(), [
        `Mostrar contenido de ${new URL(publisher.url).host}`,
        name(),
      ]);
      await buttons.first().click();
      await page.waitForFunction(() =>
        document.querySelector('nr-headlines')!.shadowRoot!.querySelector('[part~=headline]'),
      );
      assert.deepEqual(await headlines(page), [3, 0, 3]);
    });

    it('asks in that language also before its other sentences are there', async () => {
      let release!: () => void;
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route(/\/es-[\w-]+\.js$/, async (route) => {
        await held;
        await route.continue();
      });
      // The second one brings the code, in its own language.
      await show(classic() + widget('load="click" lang="es"') + widget());
      const button = page.getByRole('button');
      const label = `Mostrar contenido de ${new URL(publisher.url).host}`;
      assert.deepEqual(await button.allTextContents(), [label]);
      release();
      await button.click();
      await page.waitForFunction(() =>
        document.querySelector('nr-headlines')!.shadowRoot!.querySelector('[part~=headline]'),
      );
    });

    it('asks below what a server has painted, and the place of the reader is kept', async () => {
      await show(
        classic() +
          `<nr-headlines source="${publisher.url}" load="click"><template shadowrootmode="open"><p>Painted by the server</p></template></nr-headlines>`,
      );
      assert.equal(await page.getByText('Painted by the server').isVisible(), true);
      await page.getByRole('button', { name: name() }).click();
      await page.waitForFunction(() =>
        document.querySelector('nr-headlines')!.shadowRoot!.querySelector('[part~=headline]'),
      );
      assert.equal(await page.getByText('Painted by the server').count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement!.localName), 'nr-headlines');
      nothingWrong();
    });

    it('keeps the place of a reader who asks a widget whose code is here already', async () => {
      await show(classic() + widget() + widget('load="click"'));
      await page.getByRole('button', { name: name() }).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() =>
        document.querySelectorAll('nr-headlines')[1]!.shadowRoot!.querySelector('[part~=headline]'),
      );
      assert.equal(
        await page.evaluate(
          () => document.activeElement === document.querySelectorAll('nr-headlines')[1],
        ),
        true,
      );
      nothingWrong();
    });

    it('loads without a click when a consent manager takes the attribute away', async () => {
      await show(classic() + widget('load="click"'));
      await page.evaluate(async () => {
        document.querySelector('nr-headlines')!.removeAttribute('load');
        await window.newsrack!.ready();
      });
      assert.deepEqual(await headlines(page), [3]);
      assert.equal(await page.getByRole('button').count(), 0);
    });
  });

  describe('leaves to the reader what the page asks first', () => {
    const blocked = (type: string) =>
      `<script type="${type}" src="/newsrack/newsrack.js" data-nr="headlines" data-nr-source="${publisher.url}"></script>`;

    for (const type of ['text/plain', 'text/template', 'javascript/blocked', 'didomi/javascript'])
      it(`does not place what a script of the type ${type} would`, async () => {
        await show(blocked(type) + holder() + classic());
        assert.deepEqual(await headlines(page), [3]);
        nothingWrong();
      });

    it('places one widget where the script was let in, in its place or at the end of the page', async () => {
      for (const letIn of ['replaceWith', 'append'] as const) {
        await open(blocked('text/plain'));
        await page.evaluate((how) => {
          const script = document.querySelector('script')!;
          const allowed = document.createElement('script');
          for (const { name, value } of script.attributes) allowed.setAttribute(name, value);
          allowed.type = 'text/javascript';
          if (how === 'append') document.body.append(allowed);
          else script.replaceWith(allowed);
        }, letIn);
        await test.settled();
        assert.deepEqual(await headlines(page), [5], letIn);
      }
      nothingWrong();
    });
  });

  describe('is not alone', () => {
    it('finds its folder where jQuery fetched the script and runs it as its own', async () => {
      await open('<div id="place"></div>');
      await page.addScriptTag({
        path: createRequire(import.meta.url).resolve('jquery/dist/jquery.js'),
      });
      await page.evaluate((markup) => {
        const jQuery = (window as unknown as { jQuery(of: string): { html(markup: string): void } })
          .jQuery;
        jQuery('#place').html(markup);
      }, `<script src="/newsrack/newsrack.js"></script>${widget()}`);
      await test.settled();
      assert.deepEqual(await headlines(page), [3]);
      nothingWrong();
    });

    it('serves the others beside an element that only looks like a widget', async () => {
      await show(
        `<svg><nr-headlines load="click"></nr-headlines></svg><math data-nr="headlines"></math>${widget()}${classic()}`,
      );
      assert.deepEqual(await headlines(page, 'body > nr-headlines'), [3]);
      assert.deepEqual(test.problems, []);
    });

    it('serves on a page that made the console silent', async () => {
      await show(
        `<script>window.console = { log() {} }</script><div data-nr="headlinez"></div>${widget()}${classic()}`,
      );
      assert.deepEqual(await headlines(page), [3]);
      assert.deepEqual(test.problems, []);
    });

    it('warns once when it is loaded twice or more, and the first one serves', async () => {
      await show(
        `<script src="/newsrack/newsrack.js"></script>`.repeat(3) +
          asModule('data-nr-locale="es"') +
          widget(),
      );
      assert.deepEqual(await headlines(page), [3]);
      assert.deepEqual(chunks(), ['core', 'en', 'headlines', 'wordpress']);
      assert.equal(said.length, 1);
      assert.match(said[0]!, /loaded twice/);
      assert.deepEqual(test.problems, []);
    });

    it('has nothing to warn of where tags that place widgets run before the plain one', async () => {
      const plain = '<script defer src="/newsrack/newsrack.js"';
      const places = `${plain} data-nr="headlines" data-nr-source="${publisher.url}" data-nr-limit="2"></script>`;
      await show(`${places.repeat(2)}${plain}></script>${widget()}`);
      assert.deepEqual(await headlines(page), [2, 2, 3]);
      nothingWrong();
    });

    it('warns where a tag that places a widget ran before the defaults of the plain one were there', async () => {
      const plain = `<script src="/newsrack/newsrack.js"`;
      await show(
        `${plain} data-nr="headlines" data-nr-source="${publisher.url}"></script>${plain} data-nr-limit="2"></script>`,
      );
      assert.deepEqual(await headlines(page), [5]);
      assert.equal(said.length, 1);
      assert.match(said[0]!, /loaded twice/);
    });

    it('warns once beside another version', async () => {
      const loader = await readFile(join(cdnFolder, 'newsrack.js'), 'utf8');
      const { version } = JSON.parse(await readFile(join(cdnFolder, 'manifest.json'), 'utf8')) as {
        version: string;
      };
      partner.route('/other/newsrack.js', {
        body: loader.replaceAll(version, '99.0.0'),
        headers: { 'content-type': 'text/javascript' },
      });
      await show(
        `<script src="/newsrack/newsrack.js"></script><script src="/other/newsrack.js" data-nr="headlines" data-nr-source="${publisher.url}"></script>`,
      );
      assert.deepEqual(await headlines(page), [5]);
      assert.equal(said.length, 1);
      assert.match(said[0]!, /99\.0\.0/);
      assert.equal(await page.evaluate(() => window.newsrack!.version), version);
    });

    it('serves beside the all-in-one file, whichever comes first', async () => {
      const all = '<script type="module" src="/newsrack/newsrack.all.js"></script>';
      await show(`<script src="/newsrack/newsrack.js"></script>${all}${widget()}`);
      assert.deepEqual(await headlines(page), [3]);
      assert.equal(said.length, 1);
      said.length = partner.requests.length = 0;
      await show(`${all}<script defer src="/newsrack/newsrack.js"></script>${widget()}`);
      assert.deepEqual(await headlines(page), [3]);
      assert.deepEqual(chunks(), []);
      assert.equal(said.length, 1);
    });

    it('is not taken in by elements with its names', async () => {
      await show(
        `<form id="newsrack"><input name="ready"></form><img name="currentScript" alt="">${classic()}${widget()}`,
      );
      assert.deepEqual(await headlines(page), [3]);
      nothingWrong();
    });

    it('leaves an element of the host alone', async () => {
      await show(
        `<script>customElements.define('nr-headlines', class extends HTMLElement {})</script>${widget('', 'Theirs')}${widget()}<nr-article-card headline="Ours" href="/"></nr-article-card>${classic()}`,
      );
      assert.equal(
        await page.evaluate(
          () =>
            document.querySelector('nr-article-card')!.shadowRoot!.querySelector('a')!.textContent,
        ),
        'Ours',
      );
      assert.equal(said.filter((line) => line.includes('nr-headlines')).length, 1);
      assert.deepEqual(test.problems, []);
    });

    it('bears with a page that changed what all arrays and objects have', async () => {
      await show(
        `<script>
          Array.prototype.extra = Object.prototype.extra = function () {};
          Array.prototype.toJSON = Object.prototype.toJSON = function () { return 'no'; };
          // As Prototype 1.7 has it, which knows no iterators.
          Array.from = function (list) {
            const result = [];
            for (let index = 0; index < list.length; index++) result[index] = list[index];
            return result;
          };
          window.Element = function () {};
        </script>${classic()}<nr-article-card headline="A headline" href="/"></nr-article-card>`,
      );
      assert.deepEqual([test.problems, said], [[], []]);
      assert.equal(await page.getByText('A headline').isVisible(), true);
    });
  });

  describe('fetches what not everyone needs', () => {
    it('to look up an article or the slug of a category', async () => {
      await show(
        classic() +
          `<nr-article-card src="${publisher.posts[0]!.link}"></nr-article-card>` +
          widget('category="topic-1"'),
      );
      assert.deepEqual(await headlines(page, 'nr-article-card, nr-headlines'), [1, 3]);
      assert.ok(chunks().includes('wordpress-lookup'), chunks().join());
      nothingWrong();
    });

    it('to read an entity that is seldom written', async () => {
      const site = await startWordPress({
        images: false,
        changes: { 0: { title: { rendered: '&Aacute;rbol &amp; &#150; caf&eacute;' } } },
      });
      await show(
        `${classic()}<nr-headlines source="${site.url}" source-type="wordpress" limit="3"></nr-headlines>`,
      );
      await page.getByText('Árbol & – café').waitFor();
      assert.deepEqual(chunks(), ['core', 'en', 'headlines', 'text', 'wordpress']);
      nothingWrong();
      await site.close();
    });

    it('when the reader wants more', async () => {
      await show(classic() + widget('more'));
      await page.getByRole('button').click();
      await page.waitForFunction(
        () =>
          document.querySelector('nr-headlines')!.shadowRoot!.querySelectorAll('[part~=headline]')
            .length === 6,
      );
      nothingWrong();
    });
  });

  describe('when code cannot be loaded', () => {
    it('says so, keeps the fallback, and tries again when the browser is online', async () => {
      await page.addInitScript(() => {
        addEventListener('nr-error', (event) => {
          Object.assign(window, { failure: (event as CustomEvent<object>).detail });
        });
      });
      await page.route('**/core-*.js', (route) => route.abort());
      await show(classic() + widget('', '<a href="/">All headlines</a>'));
      assert.equal(await page.getByText('All headlines').isVisible(), true);
      const failure = await page.evaluate<{ error: Record<string, unknown> }>('failure');
      assert.equal(failure.error['code'], 'network');
      assert.equal(failure.error['retryable'], true);
      assert.match(String(failure.error['message']), /\w/);
      assert.equal(said.length, 1);
      assert.deepEqual(test.problems, []);

      await page.unroute('**/core-*.js');
      await page.evaluate(() => {
        dispatchEvent(new Event('online'));
        return window.newsrack!.ready();
      });
      assert.deepEqual(await headlines(page), [3]);
    });

    it('of a list that grows: says so on its button, and asks again when the reader does', async () => {
      let asked = 0;
      await page.route('**/list-growth-*.js', (route) => {
        asked++;
        return route.abort();
      });
      await show(classic() + widget('more refresh="60"'));
      assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
      await page.getByRole('button', { name: 'More articles' }).click();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await page.evaluate(() => document.querySelector<LitElement>('nr-headlines')!.updateComplete);
      assert.ok(asked < 10, `asked ${asked} times`);
      await page.unroute('**/list-growth-*.js');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.waitForFunction(
        () =>
          document.querySelector('nr-headlines')!.shadowRoot!.querySelectorAll('[part~=headline]')
            .length === 6,
      );
    });

    it('gives the button back that was clicked', async () => {
      await page.route('**/headlines-*.js', (route) => route.abort());
      await show(classic() + widget('load="click"'));
      const complaint = page.waitForEvent('console', (message) =>
        message.text().startsWith('[newsrack]'),
      );
      await page.getByRole('button').click();
      await complaint;
      await page.unroute('**/headlines-*.js');
      await page.getByRole('button').click();
      await page.waitForFunction(() =>
        document.querySelector('nr-headlines')!.shadowRoot!.querySelector('[part~=headline]'),
      );
    });
  });

  describe('ready()', () => {
    it('resolves without widgets, and before the page is parsed waits for its end', async () => {
      await show(
        `<script src="/newsrack/newsrack.js"></script>
         <script>newsrack.ready().then(() => { window.seen = document.querySelector('nr-headlines').articles?.length; });</script>
         ${widget()}`,
      );
      await page.waitForFunction('window.seen === 3');
      await show(classic());
      assert.equal(await page.evaluate(() => window.newsrack!.ready()), undefined);
    });

    it('resolves for widgets that left, that are far, and that never become what they should be', async () => {
      await show(`${classic()}<div style="height: 5000px"></div>`);
      await page.evaluate(async (markup) => {
        document.body.insertAdjacentHTML('afterbegin', markup);
        const ready = window.newsrack!.ready();
        document.querySelector('nr-headlines')!.remove();
        await ready;
        customElements.define = () => {};
        document.body.insertAdjacentHTML('afterbegin', markup);
        document.body.insertAdjacentHTML('beforeend', markup);
        await window.newsrack!.ready();
        await window.newsrack!.ready(document.querySelector('div')!);
        await window.newsrack!.ready('nonsense' as never);
      }, widget());
      assert.deepEqual(test.problems, []);
    });
  });
});
