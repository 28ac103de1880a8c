/* Libraries and frameworks themselves, not what they are remembered for; see old-libraries.ts for more of that. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { build } from 'vite';
import {
  loader,
  look,
  read,
  useHosts,
  widgets,
  words,
  type Host,
  type Visited,
} from './host-page.js';

const { resolve } = createRequire(import.meta.url);
const here = (file: string) => join(import.meta.dirname, file);

const files: Record<string, string> = {
  prototype: here('vendor/prototype-1.7.3.js'),
  mootools: here('vendor/mootools-core-1.4.5.js'),
  jquery: resolve('jquery/dist/jquery.min.js'),
  htmx: resolve('htmx.org/dist/htmx.min.js'),
  turbo: resolve('@hotwired/turbo/dist/turbo.es2017-umd.js'),
  vue: resolve('vue/dist/vue.global.prod.js'),
  require: resolve('requirejs/require.js'),
  'custom-elements': resolve('@webcomponents/custom-elements'),
  shadydom: resolve('@webcomponents/shadydom'),
};

const library = (name: string) => `<script src="/library/${name}.js"></script>`;
const inline = (code: string) => `<script>${code}</script>`;

/** What the page does with its library, and what that shall be. */
interface LibraryHost extends Host {
  own: string;
  gives: string;
}

const hosts: LibraryHost[] = [
  {
    name: 'Prototype 1.7.3',
    head: library('prototype'),
    own: `[$$('.own').length, $A([1, 2]).inject(0, (sum, value) => sum + value), Object.toJSON([{ a: 1 }]), $('own').down('a').readAttribute('href')].join()`,
    gives: '6,3,[{"a":1}],/own',
  },
  {
    name: 'MooTools 1.4.5',
    head: library('mootools'),
    own: `[$$('.own').length, [1, 2].contains(2), new (new Class({ get: () => 7 }))().get(), $('own').getElement('a').get('href'), Array.from('x').length].join()`,
    gives: '6,true,7,/own,1',
  },
  {
    name: 'jQuery 3',
    head: library('jquery'),
    own: `[jQuery('.own').length, jQuery('<p>a</p>').text(), $ === jQuery].join()`,
    gives: '6,a,true',
  },
  {
    name: 'RequireJS, before and after our script',
    head: library('require'),
    after: inline(`define('theirs', [], () => 'defined')`),
    own: `new Promise((done) => require(['theirs'], done))`,
    gives: 'defined',
  },
  {
    name: 'the polyfill of custom elements, where it is not needed',
    head: library('custom-elements'),
    own: `customElements.define('own-element', class extends HTMLElement { constructor() { super(); this.kind = 'own' } }), document.createElement('own-element').kind`,
    gives: 'own',
  },
  {
    name: 'the polyfill of shadow trees, where it is not needed',
    head: library('shadydom'),
    own: `String(document.createElement('div').attachShadow({ mode: 'open' }))`,
    gives: '[object ShadowRoot]',
  },
];

describe('On a page that really has', () => {
  const pages = useHosts();

  before(async () => {
    for (const [name, file] of Object.entries(files))
      pages.partner.route(`/library/${name}.js`, {
        body: await readFile(file),
        headers: { 'content-type': 'text/javascript; charset=utf-8' },
      });
  });

  for (const { own, gives, ...host } of hosts)
    it(host.name, async () => {
      const { page } = await pages.holds(host);
      assert.equal(await page.evaluate<string>(own), gives);
    });

  /** What the widgets show is what they show on a clean page, in whatever order they stand. */
  async function sameAsEver({ page, problems, heard }: Visited, many = 1) {
    const expected = (await pages.cleanPage()).flatMap(({ tag, text }) =>
      new Array<object>(many).fill({ tag, text: words(text) }),
    );
    assert.deepEqual(
      (await read(page, look)).map(({ tag, text }) => ({ tag, text: words(text) })),
      expected,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(heard, []);
  }

  const ready = `new Promise(requestAnimationFrame).then(() => newsrack.ready()).then(() => new Promise(requestAnimationFrame))`;

  it('jQuery, which moves, wraps, copies and empties', async () => {
    const test = await pages.visit({ name: 'jQuery', head: library('jquery') });
    for (const step of [
      `$('<main>').appendTo('body').append($('body > *').filter((_, e) => e.localName.startsWith('nr-')))`,
      `$('main').children().wrap('<div>')`,
      `$('main').replaceWith($('main').clone(true))`,
      `$('main').detach().appendTo('body')`,
      `$('main').html($('main').html())`,
    ]) {
      await test.page.evaluate(`${step}, undefined`);
      await test.page.evaluate(ready);
      await sameAsEver(test);
    }
  });

  it('htmx, which brings and replaces us', async () => {
    pages.partner.page('part', widgets(pages.publisher));
    const test = await pages.visit(
      { name: 'htmx' },
      `<!doctype html><html lang="en"><head>${library('htmx')}${loader}</head><body>
       <button hx-get="/part" hx-target="#place">Load</button><div id="place"></div></body></html>`,
    );
    for (let times = 0; times < 2; times++) {
      await test.page.evaluate(
        `new Promise((done) => { addEventListener('htmx:afterSettle', done, { once: true }); document.querySelector('button').click() }).then(() => undefined)`,
      );
      await test.page.evaluate(ready);
      await sameAsEver(test);
    }
  });

  it('Turbo, which visits another page and comes back', async () => {
    const { partner, publisher } = pages;
    const head = `<meta charset="utf-8">${library('turbo')}${loader}`;
    partner.page(
      'other',
      `<!doctype html><html lang="en"><head>${head}</head><body><p>Other</p>${widgets(publisher)}</body></html>`,
    );
    const test = await pages.visit(
      { name: 'Turbo' },
      `<!doctype html><html lang="en"><head>${head}</head><body><a href="/other">Go</a>${widgets(publisher)}</body></html>`,
    );
    await test.page.evaluate('window.stays = true');
    await test.page.getByText('Go', { exact: true }).click();
    await test.page.getByText('Other', { exact: true }).waitFor();
    await test.page.evaluate(ready);
    await sameAsEver(test);
    await test.page.goBack();
    await test.page.getByText('Go', { exact: true }).waitFor();
    await test.page.evaluate(ready);
    await sameAsEver(test);
    assert.equal(await test.page.evaluate('window.stays'), true);
  });

  /** The page's framework renders the widgets: again, in another order, not at all, and again. */
  async function rendersUs(name: string, scripts: string) {
    const test = await pages.visit(
      { name },
      `<!doctype html><html lang="en"><head><meta charset="utf-8">${loader}</head><body>
       <template>${widgets(pages.publisher)}</template><div id="app"></div>${scripts}</body></html>`,
    );
    await sameAsEver(test);
    const asked = pages.publisher.dataRequests().length;
    for (const state of ['{}', '{ reversed: true }', '{ hidden: true }', '{}']) {
      await test.page.evaluate(`show(${state})`);
      await test.page.evaluate(ready);
      if (!state.includes('hidden')) await sameAsEver(test);
    }
    assert.equal(await test.page.locator('output').innerText(), '5');
    assert.equal(pages.publisher.dataRequests().length, asked, 'nothing is asked again');
  }

  it('Vue, which renders us again and again', () =>
    rendersUs(
      'Vue',
      library('vue') +
        inline(`
          const { createApp, h, reactive, nextTick } = Vue;
          const state = reactive({ times: 1 });
          const kinds = [...document.querySelector('template').content.children];
          createApp({
            render() {
              const list = state.hidden ? [] : kinds.map((kind) =>
                h(kind.localName, { key: kind.localName, ...Object.fromEntries([...kind.attributes].map(({ name, value }) => [name, value])) },
                  [h('a', { href: '/' }, 'Fallback')]));
              return h('div', [h('output', state.times), ...(state.reversed ? list.reverse() : list)]);
            },
          }).mount('#app');
          window.show = ({ hidden = false, reversed = false }) => {
            Object.assign(state, { hidden, reversed, times: state.times + 1 });
            return nextTick();
          };`),
    ));

  it('React, which renders us again and again', async () => {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        lib: { entry: here('react-app.ts'), formats: ['iife'], name: 'app' },
      },
    });
    const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
    pages.partner.route('/library/react-app.js', {
      body: output[0].code,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    });
    await rendersUs('React', library('react-app'));
  });
});
