import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { usePublisher } from '../e2e/publisher.js';
import { openBuilder } from './builder.js';
import { useSite } from './site.js';

describe('the embed builder', () => {
  const publisher = usePublisher();
  const site = useSite(publisher);
  const browser = useBrowser();
  const open = (query?: string) => openBuilder(browser, site, query);

  it('takes from an address nothing that the manifest does not know', async () => {
    const { page, specimen } = await open(
      '?widget=article-card&headline=Hello&onclick=alert(1)&style=color:red&--nr-accent=red;background:url(//x.example)&--nr-text=blue&page-dir=rtl',
    );
    const card = specimen('article-card');
    await card.locator('[part=headline]').waitFor();
    assert.deepEqual(
      await card.evaluate((element) =>
        [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      ),
      ['headline=Hello', 'style=--nr-text: blue;'],
    );
    assert.equal(await page.locator('.page [value=rtl]').isChecked(), true);
  });

  it('says what a policy must allow', async () => {
    const { page } = await open(
      '?widget=newsletter-form&action=https://acme.us1.list-manage.com/subscribe/post',
    );
    const lines = (await page.locator('.policy code').innerText()).split('\n');
    assert.ok(lines.includes('form-action https://acme.us1.list-manage.com;'));
    assert.ok(!lines.some((line) => line.startsWith('connect-src')));
  });

  it('says it for the code that is shown', async () => {
    const { page, code } = await open(`?widget=headlines&source=${publisher.url}&--nr-accent=teal`);
    const lines = async () => (await page.locator('.policy code').innerText()).split('\n');
    const note = page.locator('.policy-note');
    const cdn = new URL(site.url).origin;
    await code('Custom element');
    assert.ok((await lines()).includes(`style-src ${cdn};`));
    assert.match(await note.innerText(), /own style sheet/);
    await code('Frame');
    assert.deepEqual(await lines(), [`frame-src ${cdn};`]);
    await code('npm');
    assert.ok(!(await lines()).some((line) => /^(script|style)-src/.test(line)));
    await code('From a server');
    assert.match(await note.innerText(), /--styles link --cdn http/);
  });

  it('names no address where a form has none', async () => {
    const { page } = await open('?widget=newsletter-form&provider=form');
    await page.locator('details:has([data-name=action])').evaluate((details) => {
      (details as HTMLDetailsElement).open = true;
    });
    await page.locator('.field[data-name=action] input').fill('');
    assert.doesNotMatch(await page.locator('.policy code').innerText(), /undefined|form-action/);
  });

  it('begins with something to see where a link names a widget only', async () => {
    const { page, code, preview } = await open('?widget=headlines&page-scheme=dark');
    assert.ok((await code('Custom element')).includes(`source="${publisher.url}`));
    await preview().locator('nr-headlines[source]').waitFor();
    assert.equal(await page.locator('.page [value=dark]').isChecked(), true);
  });

  it('asks the publisher for what has been typed, not for each letter of it', async () => {
    const { page, specimen } = await open(
      `?widget=headlines&source=${publisher.url}&source-type=wordpress&search=Port`,
    );
    await specimen('headlines').locator('[part=headline]').first().waitFor();
    const asked: (string | null)[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname.endsWith('/posts')) asked.push(url.searchParams.get('search'));
    });
    const field = page.locator('.field[data-name=search] input');
    await field.evaluate((input) => (input.closest('details')!.open = true));
    const answer = page.waitForResponse(/search=Coffee&/);
    await field.selectText();
    await field.pressSequentially('Coffee', { delay: 60 });
    await answer;
    assert.deepEqual(asked, ['Coffee']);
  });

  it('ticks the parts that a layout shows, and says nothing where they are its own', async () => {
    const { page, code } = await open(`?widget=headlines&source=${publisher.url}&limit=2`);
    const ticked = () =>
      page
        .locator('.field[data-name=show] input:checked')
        .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value).join(' '));
    assert.equal(await ticked(), 'image kicker excerpt byline date');
    await page.locator('.field[data-name=layout] select').selectOption('compact');
    assert.equal(await ticked(), 'image date');
    await page.locator('.field[data-name=show] [value=image]').uncheck();
    assert.match(await code('Custom element'), /show="date"/);
    await page.locator('.field[data-name=show] [value=date]').uncheck();
    assert.match(await code('Custom element'), /show="headline"/);
    for (const part of ['image', 'date'])
      await page.locator(`.field[data-name=show] [value=${part}]`).check();
    assert.doesNotMatch(await code('Custom element'), /show=/);
  });

  it('keeps the look of the page for another widget', async () => {
    const { page, code } = await open(
      `?widget=headlines&source=${publisher.url}&theme=dark&--nr-accent=teal`,
    );
    await page.locator('.widgets input[value=article-card]').check();
    const snippet = await code('Custom element');
    assert.match(snippet, /--nr-accent: teal/);
    assert.match(snippet, /theme="dark"/);
  });

  it('makes no link of what is no address of the web, and goes on', async () => {
    const { page, code } = await open(
      '?widget=article-card&headline=5 > 3&href=javascript:alert(1)',
    );
    assert.doesNotMatch(await code('Custom element'), /<a |javascript:.*<\/a>/);
    assert.match(await code('React'), /5 &gt; 3/);
    await page.locator('.widgets input[value=headlines]').check();
    await page.locator('.field[data-name=source] input').evaluate((input) => {
      input.closest('details')!.open = true;
    });
    await page.locator('.field[data-name=source] input').fill('mailto:x@y.example');
    assert.match(await code('Custom element'), /source="mailto:/);
  });

  it('names whose the address is', async () => {
    const { code } = await open(
      '?widget=article&src=https://www.elsewhere.example/a%7Bb%7D/&source=foo',
    );
    assert.match(await code('Custom element'), />elsewhere\.example<\/a>/);
  });

  it('offers what a publisher has prepared, and nothing else', async () => {
    const { page } = await browser.newPage();
    await page.route('https://cdn.example/1/manifest.json', async (route) =>
      route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: {
          version: '1.2.3',
          loader: { integrity: 'sha384-loader' },
          all: { integrity: 'sha384-all' },
          styles: { integrity: 'sha384-styles' },
        },
      }),
    );
    await page.route('**/presets/gazette.json', (route) =>
      route.fulfill({
        json: {
          name: 'The Gazette',
          cdn: 'https://cdn.example/1',
          closed: true,
          widgets: ['article-card', 'newsletter-form', 'comment-box'],
          newsletter: 'https://list.example/post?u=gazette',
          tokens: { '--nr-accent': 'teal' },
          sources: [
            {
              name: 'The Gazette',
              source: publisher.url,
              article: publisher.ids['articles']!['shade-price']!.url,
            },
          ],
        },
      }),
    );
    const show = async (query: string) => {
      await page.goto(`${site.url}builder.html?preset=gazette${query}`);
      await page.locator('.tabs [aria-selected=true]').waitFor();
    };
    await show('&widget=article-card&source=https://elsewhere.example&headline=Hello');
    assert.doesNotMatch(await page.locator('.tab .paste pre code').innerText(), /elsewhere/);
    // What the preview says when it is there would take the place of what is said next.
    await page.locator('.heard', { hasText: 'nr-load' }).waitFor();
    const src = page.locator('.field[data-name=src] input');
    await src.fill('https://elsewhere.example/article/');
    assert.doesNotMatch(await page.locator('.tab .paste pre code').innerText(), /elsewhere/);
    assert.match(await page.locator('.heard').innerText(), /The Gazette/);
    await src.fill(`${publisher.url}/another/`);
    assert.match(await page.locator('.tab .paste pre code').innerText(), /another/);

    // As the link beside an article has it: the publisher's colours are not named in it.
    await show(`&widget=article-card&src=${publisher.url}/a/`);
    assert.match(await page.locator('.tab .paste pre code').innerText(), /--nr-accent: teal/);
    await page.locator('.field[data-name="--nr-accent"] [type=text]').evaluate((input) => {
      input.closest('details')!.open = true;
    });
    await page.locator('.field[data-name="--nr-accent"] [type=text]').fill('');
    await page.reload();
    await page.locator('.tabs [aria-selected=true]').waitFor();
    assert.doesNotMatch(await page.locator('.tab .paste pre code').innerText(), /teal/);

    // Whose list it is, the query of its address says; another one's, or one that nobody named, is not offered.
    const form = (action: string) =>
      show(`&widget=newsletter-form&action=${encodeURIComponent(action)}`);
    const snippet = () => page.locator('.tab .paste pre code').innerText();
    await form('https://list.example/post?u=evil');
    assert.match(await snippet(), /action="https:\/\/list\.example\/post\?u=gazette"/);
    await show(
      `&widget=comment-box&source=${publisher.url}&article-id=7&store=cusdis&site-id=evil`,
    );
    assert.doesNotMatch(await snippet(), /cusdis/);
    assert.match(await snippet(), /article-id="7"/);

    await show('&widget=article-card');
    await page.locator('.seal input').check();
    assert.match(
      await page.locator('.tab .paste pre code').innerText(),
      /src="https:\/\/cdn\.example\/1\.2\.3\/newsrack\.js"\s+integrity="sha384-loader"/,
    );
    assert.equal(await page.locator('.widgets label').count(), 3);
    assert.equal(await page.locator('.field[data-name=source]').count(), 0);
    assert.match(await page.locator('.tab .paste pre code').innerText(), /--nr-accent: teal/);
    assert.match(page.url(), /preset=gazette/);
  });

  it('says that there is no such preset, and shows what anybody may choose', async () => {
    const { page } = await open('?preset=nobodys');
    assert.match(await page.locator('.heard').innerText(), /no presets\/nobodys\.json/);
    assert.equal(await page.locator('.widgets label').count(), 6);
  });
});

describe('the site', () => {
  const site = useSite();
  const browser = useBrowser();

  it('leads from its home to the documentation', async () => {
    const { page } = await browser.newPage();
    await page.goto(site.url);
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Docs' })
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.match(page.url(), /\/docs\/$/);
  });

  for (const name of ['index.html', 'builder.html', 'gallery.html'])
    it(`${name} is accessible, light and dark, and fits a phone`, async () => {
      const test = await browser.newPage({ viewport: { width: 360, height: 800 } });
      const { page, problems } = test;
      await page.goto(site.url + name);
      await page
        .locator('html[data-ready], .tabs [aria-selected=true], .thread')
        .first()
        .waitFor({ state: 'attached' });
      // In the gallery stands what never comes.
      if (name === 'index.html') await test.settled();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await test.axe(), [], colorScheme);
      }
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      assert.deepEqual(problems, []);
    });
});
