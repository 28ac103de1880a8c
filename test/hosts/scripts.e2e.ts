import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { loader, look, read, useHosts } from './host-page.js';
import { prototypeJs } from './old-libraries.js';
import { scripts } from './scripts.js';

describe('On a page with', () => {
  const pages = useHosts();
  for (const host of scripts)
    it(host.name, async () => {
      await pages.holds(host);
    });

  const textOf = (page: Page, tag: string) => page.locator(`${tag} .root`).first().innerText();

  it('Prototype, where a list is recalled and a form is sent as elsewhere', async () => {
    const { publisher } = pages;
    publisher.route('/api/*', { json: { data: { has_optin: true } } });
    const test = await pages.visit(
      { name: 'Prototype', init: prototypeJs },
      `<!doctype html>${loader}<nr-headlines source="${publisher.url}" limit="3" exclude="1 2"></nr-headlines>
       <nr-newsletter-form action="${publisher.url}" provider="listmonk" list="a b"></nr-newsletter-form>`,
    );
    const before = await textOf(test.page, 'nr-headlines');
    assert.match(before, /Chile/);
    await test.page.reload();
    await test.settled();
    assert.equal(await textOf(test.page, 'nr-headlines'), before);
    await test.page.getByLabel('Email').fill('a@b.example');
    await test.page.getByRole('button', { name: 'Sign up' }).click();
    const [sent] = await publisher.received('/api/*');
    assert.deepEqual((JSON.parse(sent!.body) as { list_uuids: unknown }).list_uuids, ['a', 'b']);
    assert.deepEqual(test.problems, []);
  });

  it('an object of its own called newsrack, which stays, and hears why', async () => {
    const said: string[] = [];
    for (const theirs of ['{ theirs: 1 }', '{ theirs: 1, ready() { throw new Error() } }']) {
      const test = await pages.open({
        name: 'newsrack',
        head: `<script>var newsrack = ${theirs}; console.log('theirs')</script>`,
        script: '',
      });
      test.page.on('console', (message) => said.push(message.text()));
      await test.page.evaluate(() => {
        for (let times = 0; times < 2; times++) {
          const script = document.createElement('script');
          script.src = '/newsrack/newsrack.js';
          document.head.append(script);
        }
      });
      await test.page.getByText('Chile').first().waitFor();
      await test.page.locator('nr-comment-box textarea').waitFor();
      assert.equal(
        await test.page.evaluate('newsrack.theirs + Object.keys(newsrack).length'),
        theirs.includes('ready') ? 3 : 2,
      );
      assert.deepEqual(test.problems, []);
    }
    assert.deepEqual(said, Array<string>(4).fill('[newsrack] newsrack is taken'));
  });

  it('shortcuts of one key: what is typed into our fields is none, what Escape does stays', async () => {
    const { page, problems, settled } = await pages.visit({
      name: 'shortcuts',
      head: `<script>
        var pressed = [];
        document.addEventListener('keydown', function (event) {
          if (/INPUT|TEXTAREA|SELECT/.test(event.target.tagName)) return;
          pressed.push(event.key);
          if ('sjk/ '.includes(event.key) || event.key === 'Backspace') event.preventDefault();
        });
      </script>`,
    });
    await settled();
    for (const field of [
      page.getByLabel('Email').first(),
      page.locator('nr-comment-box textarea'),
    ]) {
      await field.focus();
      // What keeps the keys comes with the focus; it also keeps this one, which the page above does not listen to.
      await page.waitForFunction(
        (own) => {
          let heard = false;
          const hear = () => (heard = true);
          document.addEventListener('keyup', hear);
          own.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, composed: true }));
          document.removeEventListener('keyup', hear);
          return !heard;
        },
        await field.elementHandle(),
      );
      await field.pressSequentially('jksx');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Escape');
      assert.equal(await field.inputValue(), 'jks');
    }
    assert.deepEqual(await page.evaluate('pressed'), ['Escape', 'Escape']);
    // A link is no field.
    await page.locator('nr-headlines [part~=link]').first().focus();
    await page.keyboard.press('j');
    assert.deepEqual(await page.evaluate('pressed'), ['Escape', 'Escape', 'j']);
    assert.deepEqual(problems, []);
  });

  it('an origin of its own, as that of its map: its site is asked without cookies', async () => {
    const { partner } = pages;
    const items = [{ id: '1', url: 'https://a.example/', title: 'From the harbour' }];
    partner.route('/list.json', {
      json: { version: 'https://jsonfeed.org/version/1.1', title: 'List', items },
    });
    const test = await pages.open(
      { name: 'origin', headers: { 'set-cookie': 'login=ana' } },
      `<!doctype html>${loader}<script>var origin = { lat: 1, lng: 2 }</script>
       <nr-headlines source="/list.json" source-type="json-feed"></nr-headlines>`,
    );
    await test.page.getByText('From the harbour').waitFor();
    const [asked] = await partner.received('/list.json');
    assert.equal(asked!.headers.cookie, undefined);
    assert.equal(await test.page.evaluate(() => document.cookie), 'login=ana');
  });

  it('a frame called newsrack', async () => {
    await pages.holds({ name: 'a frame', before: '<iframe name="newsrack" hidden></iframe>' });
  });

  it('an element of its own that has one of our names', async () => {
    const test = await pages.visit({
      name: 'nr-article-card',
      head: `<script>customElements.define('nr-article-card', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<p class="root">Theirs</p>' }
      })</script>`,
    });
    assert.deepEqual(test.problems, []);
    assert.deepEqual(test.heard, []);
    const expected = await pages.cleanPage();
    for (const [index, { tag, text }] of test.shown.entries())
      if (tag === 'nr-article-card') assert.equal(text, 'Theirs');
      else assert.equal(text, expected[index]!.text);
  });

  it('a define() that refuses us: what the author wrote stays', async () => {
    const test = await pages.visit({
      name: 'refused',
      init: () => {
        CustomElementRegistry.prototype.define = () => {
          throw new Error('Not allowed');
        };
      },
    });
    assert.deepEqual(test.problems, []);
    assert.equal(await test.page.getByText('All headlines').isVisible(), true);
  });

  for (const [lacking, remove] of Object.entries({
    AbortController: () => Reflect.deleteProperty(window, 'AbortController'),
    CSSStyleSheet: () => Reflect.deleteProperty(window, 'CSSStyleSheet'),
    'CSSStyleSheet.replaceSync': () =>
      Reflect.deleteProperty(CSSStyleSheet.prototype, 'replaceSync'),
    'Intl.ListFormat': () => Reflect.deleteProperty(Intl, 'ListFormat'),
  }))
    it(`no ${lacking}, as in an old browser: it is told so, and what the author wrote stays`, async () => {
      const test = await pages.open({ name: 'lacking', init: remove });
      await test.page.waitForFunction('heard.length > 0');
      await test.settled();
      const heard = await read(test.page, () => (window as unknown as { heard: string[] }).heard);
      assert.deepEqual([...new Set(heard.map((line) => line.split(':')[0]))], ['unsupported']);
      assert.equal(await test.page.getByText('All headlines').isVisible(), true);
      assert.deepEqual(test.problems, []);
    });

  it('frameworks that move, copy and put back what we stand in', async () => {
    const { publisher } = pages;
    const test = await pages.visit({ name: 'moved' });
    const asked = publisher.dataRequests().length;
    await test.page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      const kinds = [...document.querySelectorAll('body > *')].filter(({ localName }) =>
        localName.startsWith('nr-'),
      );
      const home = document.createElement('main');
      document.body.append(home);
      // Moved.
      home.append(...kinds);
      await frame();
      // Taken out and put back later.
      home.remove();
      await frame();
      document.body.append(home);
      await frame();
      // Sorted, as a list that is keyed is.
      for (const child of [...home.children]) home.prepend(child);
      await window.newsrack!.ready();
    });
    assert.equal(publisher.dataRequests().length, asked);
    const expected = (await pages.cleanPage()).map(({ tag, text }) => ({ tag, text }));
    const moved = await read(test.page, look);
    assert.deepEqual(
      moved.map(({ tag, text }) => ({ tag, text })),
      expected,
    );
    await test.page.evaluate(async () => {
      const home = document.querySelector('main')!;
      const copy = home.cloneNode(true) as Element;
      home.replaceWith(copy);
      await window.newsrack!.ready();
      const again = document.createElement('main');
      again.innerHTML = copy.innerHTML;
      copy.replaceWith(again);
      await window.newsrack!.ready();
    });
    const copied = await read(test.page, look);
    assert.deepEqual(
      copied.map(({ tag, text }) => ({ tag, text })),
      expected,
    );
    assert.deepEqual(test.problems, []);
    assert.deepEqual(test.heard, []);
  });

  it('closed shadow trees, whose language we follow', async () => {
    const { publisher } = pages;
    const test = await pages.open(
      { name: 'closed' },
      `<!doctype html>${loader}<div lang="es"></div>`,
    );
    await test.settled();
    const text = await test.page.evaluate(async (source) => {
      const root = document.querySelector('div')!.attachShadow({ mode: 'closed' });
      root.innerHTML = `<nr-newsletter-form action="${source}/list"></nr-newsletter-form>`;
      window.newsrack!.start(root);
      await window.newsrack!.ready(root);
      const form = root.querySelector('nr-newsletter-form')!;
      const { settled } = form as unknown as { settled: Promise<void> };
      await settled;
      return form.shadowRoot!.querySelector('button')!.textContent;
    }, publisher.url);
    assert.equal(text.trim(), 'Suscribirme');
    assert.deepEqual(test.problems, []);
  });

  it('data that no template expects: the page is spared, the fallback stands', async () => {
    const test = await pages.visit({ name: 'data' });
    const states = await test.page.evaluate(async () => {
      let uncaught = 0;
      addEventListener('error', () => uncaught++);
      addEventListener('unhandledrejection', () => uncaught++);
      const heard: string[] = [];
      addEventListener('nr-error', (event) => heard.push((event.target as Element).localName));
      const bad: Record<string, object> = {
        'nr-headlines': { articles: [null] },
        'nr-article-card': { article: { authors: 1 } },
        'nr-author-bio': { authors: [null] },
        'nr-comment-box': { comments: [null] },
        'nr-article': { article: { authors: 1 } },
      };
      for (const [tag, values] of Object.entries(bad))
        Object.assign(document.querySelector(tag)!, values);
      await window.newsrack!.ready();
      await new Promise(requestAnimationFrame);
      const fallbacks = Object.keys(bad).filter((tag) => {
        const link = document.querySelector(`${tag} > a`);
        return link?.checkVisibility() && link.getBoundingClientRect().height > 0;
      });
      return { uncaught, heard: heard.sort(), fallbacks: fallbacks.sort() };
    });
    const tags = [
      'nr-article',
      'nr-article-card',
      'nr-author-bio',
      'nr-comment-box',
      'nr-headlines',
    ];
    assert.deepEqual(states, { uncaught: 0, heard: tags, fallbacks: tags });
    assert.deepEqual(test.problems, []);

    // And what comes next is shown.
    await test.page.evaluate(() => {
      const list = document.querySelector('nr-headlines') as unknown as { articles: object[] };
      list.articles = [{ id: '1', url: 'https://a.example/', headline: 'Healed', authors: [] }];
    });
    await test.page.getByText('Healed').waitFor();
  });
});
