import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import { documents, gazette, samples, siteFiles } from '../docs/documents.js';
import { useBrowser } from '../e2e/browser.js';
import { widgets } from '../gallery/gallery.js';
import { cdnFolder } from '../partner-page.js';
import { useSite } from './site.js';

const pages = [...(await siteFiles()).keys()].filter((name) => /^docs\/.*\.html$/.test(name));

describe('the documentation', () => {
  const site = useSite();
  const browser = useBrowser();

  for (const name of pages)
    for (const colorScheme of ['light', 'dark'] as const)
      it(`${name} is accessible, ${colorScheme}, and fits a phone`, async () => {
        const test = await browser.newPage({ colorScheme, viewport: { width: 360, height: 800 } });
        await test.page.goto(site.url + name);
        await test.page.evaluate(() => window.newsrack!.ready());
        assert.deepEqual(await test.axe(), []);
        assert.equal(await test.page.evaluate(() => document.documentElement.scrollWidth), 360);
        assert.deepEqual(test.problems, []);
      });

  it('has a live example on each page of an element, and it shows something', async () => {
    const { page } = await browser.newPage();
    for (const name of widgets) {
      await page.goto(`${site.url}docs/${name}.html`);
      await page.locator(`.live nr-${name} [part]`).first().waitFor();
      await page.evaluate(() => window.newsrack!.ready());
      assert.equal(await page.locator('.live [part~=error]').count(), 0, name);
    }
  });

  it('says of each attribute of an element what the manifest says', async () => {
    const markdown = new Map(await documents()).get('docs/headlines.md')!;
    for (const attribute of ['limit', 'source-type', 'heading-level'])
      assert.match(markdown, new RegExp(`^\\| \`${attribute}\` +\\|`, 'm'));
    for (const section of [
      'Properties',
      'Events',
      'Slots',
      'Parts',
      'Tokens',
      'Keyboard',
      'States',
    ])
      assert.match(markdown, new RegExp(`^## ${section}$`, 'm'));
  });
});

describe('code in the documents that a page runs', () => {
  const browser = useBrowser();

  /** A page on which nobody but the CDN answers. */
  async function open(code: string, before = '') {
    const test = await browser.newPage();
    const { page } = test;
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (/bad-attribute|no widget|not loaded/.test(message.text())) warnings.push(message.text());
    });
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      if (url.href === 'https://partner.example/gazette.js')
        return route.fulfill({ contentType: 'text/javascript', body: await gazette() });
      if (url.host === 'partner.example')
        return route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><html lang="en"><title>Partner</title>${before}<main>${code}</main>`,
        });
      if (url.host !== 'cdn.example') return route.abort();
      return route.fulfill({
        body: await readFile(join(cdnFolder, basename(url.pathname))).catch(() => ''),
        contentType: url.pathname.endsWith('.css')
          ? 'text/css'
          : url.pathname.endsWith('.html')
            ? 'text/html'
            : 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    await page.goto('https://partner.example/');
    return { ...test, warnings };
  }
  const loader = '<script async src="https://cdn.example/newsrack.js"></script>';
  const sampleWith = async (text: string) =>
    (await samples('html')).find(({ code }) => code.includes(text))!.code;

  it('is HTML whose elements and attributes there are', async () => {
    for (const { code, where } of await samples('html')) {
      // Three dots stand for what readers have to put there.
      const whole = code.replace(/ integrity="[^"]*…"/g, '').replace(/(?<=\s)…/g, '');
      const script = /newsrack(\.all)?\.js/.test(whole) ? '' : loader;
      const { page, problems, warnings } = await open(whole + script);
      await page.evaluate(() => window.newsrack!.ready());
      const unknown = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main *')]
          .filter(({ localName }) => localName.startsWith('nr-'))
          .flatMap(({ localName, attributes }) => {
            const known =
              (customElements.get(localName) as { observedAttributes?: string[] } | undefined)
                ?.observedAttributes ?? [];
            return [...attributes]
              .map(({ name }) => name)
              .filter(
                (name) =>
                  known.length &&
                  !known.includes(name) &&
                  !/^(class|id|lang|dir|slot|data-nr-made)$/.test(name),
              )
              .map((name) => `${localName} ${name}`);
          }),
      );
      assert.deepEqual(unknown, [], where);
      assert.deepEqual(warnings, [], where);
      assert.deepEqual(
        problems.filter((text) => !/Failed to fetch|net::ERR|CORS/.test(text)),
        [],
        where,
      );
      await page.context().close();
    }
  });

  it('reads the Gazette, with the adapter of the guide', async () => {
    const { page } = await open('');
    await page.route('https://gazette.example/**', (route) =>
      route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: {
          stories: [{ number: 1, address: 'https://gazette.example/1', title: 'A &amp; B' }],
        },
      }),
    );
    await page.setContent(await sampleWith('x-gazette'));
    await page.getByRole('link', { name: 'A & B' }).waitFor();
  });

  it('is CSS that a browser understands', async () => {
    const { page } = await open('');
    for (const { code, where } of await samples('css'))
      assert.equal(
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          const blocks = css.match(/\{/g)!.length;
          return sheet.cssRules.length === blocks;
        }, code),
        true,
        where,
      );
  });

  it('tells tag managers what happens', async () => {
    const { page } = await open(
      (await sampleWith('dataLayer')) + (await sampleWith('_paq')) + '<p id="card"></p>',
    );
    const told = await page.evaluate(() => {
      const article = { url: 'https://publisher.example/1', headline: 'One' };
      for (const [name, detail] of [
        ['nr-view', { article }],
        ['nr-open', { article }],
        ['nr-subscribe', { status: 'confirm' }],
        ['nr-error', { error: { code: 'network' } }],
      ] as const)
        document
          .querySelector('#card')!
          .dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
      const { dataLayer, _paq } = window as unknown as Record<string, unknown[]>;
      return JSON.parse(JSON.stringify({ dataLayer, matomo: _paq })) as Record<string, unknown[]>;
    });
    assert.deepEqual(told['dataLayer']!.slice(1, 3), [
      { event: 'nr_open', nr_widget: 'p', nr_article: 'https://publisher.example/1' },
      { event: 'nr_subscribe', nr_widget: 'p', nr_status: 'confirm' },
    ]);
    assert.deepEqual(told['matomo'], [
      ['trackContentImpression', 'Newsrack', 'One', 'https://publisher.example/1'],
      ['trackEvent', 'Newsrack', 'open', 'https://publisher.example/1'],
      ['trackEvent', 'Newsrack', 'subscribe', 'confirm'],
    ]);
  });

  it('asks nobody before a reader has consented, and then without a click', async () => {
    const manager = `<script>
      window.__tcfapi = (command, version, listener) => (window.decide = (consents) =>
        listener({ eventStatus: 'useractioncomplete', purpose: { consents } }, true));
    </script>`;
    const { page } = await open(await sampleWith('needs-consent'), manager);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith('https://publisher.example')) asked.push(request.url());
    });
    await page.locator('.needs-consent [part=button]').waitFor();
    await page.evaluate('decide({ 1: false })');
    await page.evaluate(() => window.newsrack!.ready());
    assert.deepEqual(asked, []);
    const request = page.waitForRequest('https://publisher.example/**');
    await page.evaluate('decide({ 1: true })');
    await request;
  });
});
