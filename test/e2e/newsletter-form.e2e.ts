import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startOrigin, type Origin } from '../origin.js';
import { cdnFolder, servePartnerPage, type PartnerPage } from '../partner-page.js';
import { useBrowser, type TestPage } from './browser.js';

const email = 'reader@readers.example';

describe('A newsletter’s form on a partner’s page', () => {
  const browser = useBrowser();
  let publisher: Origin;
  let partner: PartnerPage;
  before(async () => {
    publisher = await startOrigin();
    partner = await servePartnerPage('');
  });
  after(() => Promise.all([publisher.close(), partner.close()]));
  beforeEach(() => {
    publisher.requests.length = partner.requests.length = 0;
  });

  const script = '<script async src="/newsrack/newsrack.js"></script>';
  const address = (body: string, head = '') =>
    partner.page(
      'form',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title>${head}
       <style>body { font: 16px/1.5 sans-serif; margin: 16px }</style>${body}<p>Text below the form</p>`,
    );
  const show = async (test: TestPage, body: string, head?: string) => {
    await test.page.goto(address(body, head));
    await test.settled();
  };
  const form = (attributes = '', content = '') =>
    `<nr-newsletter-form action="${publisher.url}/join" ${attributes}>${content}</nr-newsletter-form>`;
  const chunks = () =>
    partner.requests
      .map(({ path }) => basename(path).replace(/-[\w-]{6}\.js$/, ''))
      .filter((name) => !/[.]|^form$/.test(name))
      .sort();

  it('brings no code that reads from publishers, and what sends only when the reader turns to it', async () => {
    publisher.route('/join', { json: { status: 'confirm' } });
    const test = await browser.newPage();
    await show(test, script + form('', '<a href="/">Sign up</a>'));
    assert.deepEqual(chunks(), ['core', 'en', 'newsletter-form', 'newsletter-form-en']);
    const { page } = test;
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button').click();
    await page.getByRole('status').getByText('Check your inbox').waitFor({ state: 'attached' });
    assert.ok(chunks().includes('form-submission'));
    assert.deepEqual(
      publisher.requests.map(({ headers }) => headers.origin),
      [partner.url],
    );
    assert.deepEqual(test.problems, []);
  });

  it('comes whole in the one file, too', async () => {
    publisher.route('/join', { json: { status: 'already' } });
    const test = await browser.newPage();
    await show(test, `<script type="module" src="/newsrack/newsrack.all.js"></script>${form()}`);
    await test.page.getByLabel('Email address').fill(email);
    await test.page.keyboard.press('Enter');
    await test.page.getByText('already signed up').last().waitFor();
    assert.deepEqual([chunks(), test.problems], [[], []]);
  });

  it('waits for a click of the reader, in the words of the page, where it shall', async () => {
    const test = await browser.newPage();
    await show(test, script.replace('async', 'async data-nr-locale="es"') + form('load="click"'));
    assert.deepEqual(chunks(), []);
    const { page } = test;
    await page
      .getByRole('button', { name: `Mostrar contenido de ${new URL(publisher.url).host}` })
      .click();
    await page.getByLabel('Correo electrónico').waitFor();
    assert.deepEqual(publisher.requests, []);
  });

  it('is placed by data attributes, and after a script', async () => {
    const test = await browser.newPage();
    const attributes = `data-nr="newsletter-form" data-nr-action="${publisher.url}/join" data-nr-provider="json" data-nr-list="weekly" data-nr-tags="partner" data-nr-heading="The letter" data-nr-consent-text="I agree." data-nr-name-field`;
    await show(
      test,
      `<div ${attributes}></div><script async src="/newsrack/newsrack.js" ${attributes}></script>`,
    );
    for (const label of ['Email address', 'Name (optional)', 'I agree.'])
      assert.equal(await test.page.getByLabel(label).count(), 2, label);
    assert.deepEqual(await test.axe('nr-newsletter-form'), []);
  });

  it('loses nothing on the way through a tunnel', async () => {
    publisher.route('/join', { json: { status: 'subscribed' } });
    const test = await browser.newPage();
    await show(test, script + form());
    const { page } = test;
    await page.context().setOffline(true);
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByText('What you typed is still here').last().waitFor();
    assert.equal(await page.getByLabel('Email address').inputValue(), email);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('You are signed up').last().waitFor();
    assert.equal(publisher.requests.length, 1);
  });

  it('opens the provider’s own page in a new tab, once', async () => {
    publisher.route('/join', { body: '<!doctype html><title>One more step</title>' });
    const test = await browser.newPage();
    await show(test, script + form('provider="form" tags="partner"'));
    const { page } = test;
    await page.getByLabel('Email address').fill(email);
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button').dblclick(),
    ]);
    await tab.waitForLoadState();
    assert.equal(await tab.title(), 'One more step');
    assert.equal(await tab.evaluate(() => window.opener as unknown), null);
    assert.deepEqual(
      publisher.requests.filter(({ path }) => path === '/join').map(({ body }) => body),
      [`tag=partner&email=${encodeURIComponent(email)}`],
    );
    await page.getByText(', in a new tab').last().waitFor();
  });

  it('says at once that it is sending, though the code for that is still on its way', async () => {
    publisher.route('/join', { json: { status: 'confirm' } });
    const release = partner.hold(/form-submission/);
    const test = await browser.newPage();
    const { page } = test;
    await page.goto(address(script + form()), { waitUntil: 'domcontentloaded' });
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('button', { name: 'Sending…' }).waitFor();
    await page.getByRole('status').getByText('Sending…').waitFor({ state: 'attached' });
    release();
    await page.getByRole('status').getByText('Check your inbox').waitFor({ state: 'attached' });
    assert.deepEqual(test.problems, []);
  });

  it('says at once what is missing, also where the code came late', async () => {
    const release = partner.hold(/form-submission/);
    const test = await browser.newPage();
    const { page } = test;
    await page.goto(address(script + form()), { waitUntil: 'domcontentloaded' });
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('button', { name: 'Sending…' }).waitFor();
    release();
    await page.getByRole('status').getByText('Enter your email').waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('button', { name: 'Sign up' }).count(), 1);
  });

  it('asks for another press where the code came so late that no tab would open', async () => {
    publisher.route('/join', { body: '<!doctype html><title>One more step</title>' });
    const release = partner.hold(/form-submission/);
    const test = await browser.newPage();
    const { page } = test;
    await page.goto(address(script + form('provider="form"')), { waitUntil: 'domcontentloaded' });
    await page.getByLabel('Email address').fill(email);
    await page.getByRole('button', { name: 'Sign up' }).click();
    page.on('console', (line) => line.text() === 'expired' && release());
    // In one go: whatever a test asks a page counts as a press of its reader.
    const said = await page.evaluate(async () => {
      const until = async (condition: () => unknown) => {
        while (!condition()) await new Promise(requestAnimationFrame);
      };
      const root = document.querySelector('nr-newsletter-form')!.shadowRoot!;
      await until(() => !navigator.userActivation.isActive);
      console.warn('expired');
      await until(() => root.querySelector('.message'));
      return root.querySelector('.message')!.textContent.trim();
    });
    assert.equal(said, 'Please press the button once more.');
    assert.equal(page.context().pages().length, 1);
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Sign up' }).click(),
    ]);
    await tab.waitForLoadState();
    assert.equal(await tab.title(), 'One more step');
  });

  it('does not send from https to http: the page hears why, the author’s own content stays', async () => {
    const test = await browser.newPage();
    const { page } = test;
    await page.route('https://partner.example/**', async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/')
        return route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><title>Partner</title><script async src="/newsrack.js"></script><nr-newsletter-form action="http://publisher.example/join"><a href="/">Plain</a></nr-newsletter-form>`,
        });
      await route.fulfill({
        contentType: 'text/javascript',
        body: await readFile(join(cdnFolder, path)),
      });
    });
    const said = page.waitForEvent('console', (line) => line.text().startsWith('[newsrack]'));
    await page.goto('https://partner.example/');
    assert.match((await said).text(), /bad-attribute: action=.*https/);
    assert.equal(await page.getByText('Plain').isVisible(), true);
  });

  describe('moves nothing on a slow line', () => {
    const consent =
      'consent-text="I agree that the publisher keeps my address and writes to me on every Tuesday of the year; I can leave at any time."';
    const looks: Record<string, string> = {
      plain: '',
      'with everything': `heading="A letter from Latin America on every Tuesday of the year" name-field ${consent}`,
      'with a name and its own colours': 'name-field theme="dark" heading="The letter"',
      'with a consent and its own colours': `theme="light" ${consent}`,
    };
    const styles = '<link rel="stylesheet" href="/newsrack/newsrack.css">';

    async function shifts(width: number, forms: string[], head: string) {
      // The wider are no phones.
      const slow = width < 560 || 'line';
      const test = await browser.newPage({ slow, viewport: { width, height: 3000 } });
      await show(test, forms.join('') + script, head);
      assert.equal(await test.page.getByLabel('Email address').count(), forms.length);
      // Nobody tells of what is moved below the edge.
      const height = await test.page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(height <= 3000, `${height} pixels`);
      return test.layoutShifts();
    }

    for (const width of [320, 530, 560, 760, 1000])
      it(`${Object.keys(looks).join('; ')}: ${width} pixels wide`, async () => {
        const forms = Object.values(looks).map((attributes) => form(attributes));
        const { sum, shifts: all } = await shifts(width, forms, styles);
        assert.equal(sum, 0, JSON.stringify(all));
      });

    it('with the author’s own form inside, and a text for the consent', async () => {
      const inside =
        '<form action="/join" method="post"><label>E-mail <input name="email"></label></form><span slot="consent">I agree.</span>';
      const { sum, shifts: all } = await shifts(700, [form('name-field', inside)], styles);
      assert.equal(sum, 0, JSON.stringify(all));
    });

    it('placed by data attributes, though the loader comes late', async () => {
      const release = partner.hold('/newsrack/newsrack.js');
      const attributes = looks['with everything']!.replace(
        /(heading|name-field|consent-text)/g,
        'data-nr-$1',
      );
      const body = `<div data-nr="newsletter-form" data-nr-action="${publisher.url}/join" ${attributes}></div>`;
      const test = await browser.newPage({ slow: true, viewport: { width: 700, height: 900 } });
      await test.page.goto(address(body + script, styles), { waitUntil: 'domcontentloaded' });
      await test.page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint').length,
      );
      release();
      await test.settled();
      assert.equal(await test.page.getByLabel('Email address').count(), 1);
      const { sum, shifts: all } = await test.layoutShifts();
      assert.equal(sum, 0, JSON.stringify(all));
    });

    it('without the style sheet it takes its room once', async () => {
      const { shifts: all } = await shifts(700, [form(looks['with everything'])], '');
      assert.ok(all.length <= 1, JSON.stringify(all));
    });

    it('as a page to be framed', async () => {
      const test = await browser.newPage({ slow: true });
      const body = form('provider="beehiiv" heading="The letter"', '<a href="/">Sign up</a>');
      await show(test, body + script, styles);
      assert.equal(await test.page.getByRole('button').count(), 1);
      const { sum, shifts: all } = await test.layoutShifts();
      assert.equal(sum, 0, JSON.stringify(all));
      assert.deepEqual(publisher.requests, []);
    });
  });
});
