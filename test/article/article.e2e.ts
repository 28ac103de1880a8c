import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { NrArticle } from '../../src/elements/article/article.js';
import { useBrowser } from '../e2e/browser.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { allVectors } from '../html/vectors.js';
import { startWordPress, type Site } from '../wordpress-api.js';

const strict = (trustedTypes: string, publisher: string) =>
  [
    `default-src 'self'`,
    `img-src 'self' ${publisher}`,
    `connect-src ${publisher}`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${trustedTypes}`,
  ].join('; ');

describe('Markup on a partner’s page', () => {
  const browser = useBrowser();
  let publisher: Site;
  let partner: PartnerPage;
  before(async () => {
    publisher = await startWordPress({ posts: 3 });
    partner = await servePartnerPage('');
  });
  after(() => Promise.all([publisher.close(), partner.close()]));

  const script =
    '<!doctype html><title>Partner</title><script async src="/newsrack/newsrack.js"></script>';

  async function show(widget: string, { policy = '', without = '', older = true } = {}) {
    const test = await browser.newPage();
    const { page } = test;
    // Browsers without a sanitizer of their own get DOMPurify.
    if (older) await page.addInitScript('delete window.Sanitizer');
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      addEventListener('nr-error', (event) =>
        heard.push((event as CustomEvent<{ error: { code: string } }>).detail.error.code),
      );
    });
    const files: string[] = [];
    page.on('request', (request) => files.push(/\/newsrack\/(\w+)/.exec(request.url())?.[1] ?? ''));
    if (without) await page.route(new RegExp(without), (route) => route.abort());
    await page.goto(
      partner.page('markup', script + widget, policy ? { 'content-security-policy': policy } : {}),
    );
    await test.settled();
    return { page, problems: test.problems, files, heard: await page.evaluate<string[]>('heard') };
  }

  const article = () => `<nr-article source="${publisher.url}" article-id="1000"></nr-article>`;
  const body = '[part~=body]';

  it('is as wide as the comments below it, where both are dark, too', async () => {
    const { page } = await show(
      `<nr-article source="${publisher.url}" article-id="1000" show="body comments" theme="dark"></nr-article>`,
    );
    const heading = page.locator('nr-comment-box [part~=heading]');
    await heading.scrollIntoViewIfNeeded();
    await heading.waitFor();
    const [above, below] = [
      await page.locator(body).first().boundingBox(),
      await heading.boundingBox(),
    ];
    assert.deepEqual([below!.x, below!.width], [above!.x, above!.width]);
    const colors = await Promise.all(
      [page.locator(body).first(), heading].map((each) =>
        each.evaluate((element) => getComputedStyle(element).color),
      ),
    );
    assert.equal(colors[1], colors[0]);
  });

  it('is shown under a strict policy with Trusted Types', async () => {
    const { page, problems, heard } = await show(article(), {
      policy: strict('newsrack-lit newsrack', publisher.url),
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(heard, []);
    assert.equal(await page.locator(`${body} strong`).innerText(), '8.4%');
    assert.equal(await page.locator(`${body} table`).count(), 1);
  });

  it('is plain text where the page’s policy has no place for it, and the page hears why', async () => {
    const { page, heard } = await show(article(), {
      policy: strict('newsrack-lit', publisher.url),
    });
    assert.deepEqual(heard, ['unsupported']);
    assert.match(await page.locator(body).innerText(), /^Exports grew by 8\.4% over the year/);
    assert.equal(await page.locator(`${body} *`).count(), 0);
  });

  it('needs neither DOMPurify nor a policy where the browser has a sanitizer of its own', async () => {
    const bio = `<nr-author-bio source="${publisher.url}" author-id="1"></nr-author-bio>`;
    const { page, problems, heard, files } = await show(bio, {
      policy: strict('newsrack-lit', publisher.url),
      older: false,
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(heard, []);
    assert.equal(await page.locator('[part~=bio] em').innerText(), 'work');
    assert.deepEqual(
      files.filter((file) => /^(markup|own|purify)$/.test(file)),
      ['markup', 'own'],
    );
  });

  it('is plain text where the sanitizer does not come, and the page hears why', async () => {
    const { page, heard } = await show(article(), { without: 'newsrack/markup' });
    assert.deepEqual(heard, ['network']);
    assert.match(await page.locator(body).innerText(), /^Exports grew by 8\.4% over the year/);
    assert.equal(await page.locator(`${body} *`).count(), 0);
  });

  it('brings the sanitizer, which a page without any does not load', async () => {
    const plain = await show(
      '<nr-author-bio name="A B" job-title="C"><p slot="bio">D</p></nr-author-bio>',
    );
    assert.equal(await plain.page.getByText('A B').isVisible(), true);
    assert.equal(plain.files.includes('markup'), false);
    const bio = await show(
      `<nr-author-bio source="${publisher.url}" author-id="1"></nr-author-bio>`,
    );
    assert.equal(await bio.page.locator('[part~=bio] em').innerText(), 'work');
    assert.deepEqual(
      bio.files.filter((file) => /^(markup|own|purify)$/.test(file)),
      ['markup', 'purify'],
    );
  });

  it('is requested beside the article, not after it', async () => {
    const release = publisher.hold(/posts/);
    const { page } = await browser.newPage();
    const asked = page.waitForRequest(/newsrack\/markup/);
    await page.goto(partner.page('beside', script + article()));
    await asked;
    release();
    await page.locator(`${body} strong`).waitFor();
  });

  for (const older of [true, false])
    it(`executes nothing in what is shipped either, by ${older ? 'DOMPurify' : 'the browser’s sanitizer'}`, async () => {
      const { page, problems } = await show('<nr-article></nr-article>', { older });
      const { hits, left } = await page.evaluate(
        async (attacks) => {
          const seen = { hits: 0, left: [] as string[] };
          Object.assign(window, { hit: () => seen.hits++ });
          const widget = document.querySelector<NrArticle>('nr-article')!;
          for (const body of attacks) {
            widget.article = {
              id: '1',
              url: 'https://x.example/',
              headline: 'x',
              body,
              authors: [],
            };
            await widget.updateComplete;
            const root = widget.shadowRoot!.querySelector('[part~=body]');
            for (const { attributes, localName } of root?.querySelectorAll('*') ?? [])
              for (const { name, value } of attributes) {
                const leads = name === 'href' || name === 'src';
                const isBad = leads
                  ? !/^(https?|mailto|tel):/.test(value)
                  : /^on|^id$|^style$/.test(name);
                if (isBad || localName === 'script') seen.left.push(`${name}=${value} of ${body}`);
              }
          }
          await new Promise(requestAnimationFrame);
          return seen;
        },
        allVectors.map(([, markup]) => markup),
      );
      assert.deepEqual(left, []);
      assert.equal(hits, 0);
      assert.deepEqual(problems, []);
    });

  it('loads the rest in one file, too', async () => {
    const { page } = await browser.newPage();
    await page.goto(
      partner.page(
        'all',
        `<!doctype html><title>x</title><script type="module" src="/newsrack/newsrack.all.js"></script>${article()}`,
      ),
    );
    await page.locator(`${body} strong`).waitFor();
  });
});
