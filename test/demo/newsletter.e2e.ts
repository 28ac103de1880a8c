import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { useOwnPublisher } from '../e2e/publisher.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';

const tries = 8;

/** The endpoint that the demo's WordPress has for newsletter forms, from a partner's page. */
describe('The newsletter of the demo', () => {
  const browser = useBrowser();
  const publisher = useOwnPublisher({ newsletterTries: tries });
  let partner: PartnerPage;
  before(async () => {
    partner = await servePartnerPage('<!doctype html><html lang="es"><title>Partner</title>');
  });
  after(() => partner.close());
  beforeEach(() => publisher.reset());

  const endpoint = () => `${publisher.url}/wp-json/newsrack/v1/newsletter`;

  async function join(reader: object) {
    const response = await fetch(endpoint(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(reader),
    });
    return {
      http: response.status,
      ...((await response.json()) as { status?: string; code?: string; message?: string }),
    };
  }

  const linkIn = (text: string) => /http\S+newsrack-confirm=\S+/.exec(text)![0];

  it('mails a link, confirms it, and knows the reader from then on', async () => {
    const reader = { email: 'Ana@readers.example', name: 'Ana', language: 'pt-BR' };
    assert.deepEqual(await join(reader), { http: 200, status: 'confirm' });

    const [mail] = await publisher.mails();
    assert.equal(mail!.to, 'ana@readers.example');
    assert.match(mail!.subject, /newsletter de The Austral Ledger/);

    const { page } = await browser.newPage();
    await page.goto(linkIn(mail!.text));
    assert.equal(await page.locator('html').getAttribute('lang'), 'pt');
    await page.getByRole('button', { name: 'Sim, confirmar' }).click();
    await page.getByText(/^Confirmado/).waitFor();
    // Some readers click twice.
    await page.reload();
    assert.match(await page.getByRole('status').innerText(), /^Confirmado/);
    await page.goto(linkIn(mail!.text));
    assert.match(await page.getByRole('status').innerText(), /^Confirmado/);

    assert.deepEqual(await join({ email: ' ana@readers.example' }), {
      http: 200,
      status: 'already',
    });
    assert.equal((await publisher.mails()).length, 1);
  });

  it('is not confirmed by a program that opens the links of a mail', async () => {
    const reader = { email: 'fina@readers.example' };
    await join(reader);
    const [mail] = await publisher.mails();
    for (const method of ['HEAD', 'GET'])
      assert.equal((await fetch(linkIn(mail!.text), { method })).status, 200);
    assert.equal((await join(reader)).status, 'confirm');
  });

  it('mails once for two requests at the same time, and not again at once', async () => {
    const reader = { email: 'bea@readers.example' };
    const both = await Promise.all([join(reader), join(reader)]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['confirm', 'confirm'],
    );
    assert.equal((await join(reader)).status, 'confirm');
    assert.equal((await publisher.mails()).length, 1);
  });

  for (const email of ['', 'ana', 'ana@readers', 'ana@readers.example, bea@readers.example', 7])
    it(`says that ${JSON.stringify(email)} is no address`, async () => {
      const { http, code, message } = await join({ email });
      assert.equal(http, 400);
      assert.equal(code, 'invalid_email');
      assert.ok(message);
      assert.deepEqual(await publisher.mails(), []);
    });

  it('says when there were too many requests', async () => {
    for (let i = 0; i < tries; i++) assert.equal((await join({ email: 'no address' })).http, 400);
    const { http, code } = await join({ email: 'late@readers.example' });
    assert.equal(http, 429);
    assert.equal(code, 'too_many_requests');
    assert.deepEqual(await publisher.mails(), []);
  });

  it('does not know a link that is not whole', async () => {
    const { page } = await browser.newPage({ locale: 'es-MX' });
    const answer = await page.goto(`${publisher.url}/?newsrack-confirm=abc`);
    assert.equal(answer!.status(), 404);
    assert.match(await page.getByRole('status').innerText(), /No conocemos este enlace/);
  });

  it('can be asked and read by a script of another site', async () => {
    const { page } = await browser.newPage();
    await page.goto(partner.url);
    const send = (email: string) =>
      page.evaluate(
        async ([url, address]) => {
          const response = await fetch(url!, {
            method: 'POST',
            credentials: 'omit',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ email: address, list: ['weekly'], consent: true }),
          });
          return { http: response.status, ...((await response.json()) as object) };
        },
        [endpoint(), email],
      );
    assert.deepEqual(await send('cid@readers.example'), { http: 200, status: 'confirm' });
    assert.equal(((await send('cid@')) as { code?: string }).code, 'invalid_email');
    assert.equal((await publisher.mails())[0]!.to, 'cid@readers.example');
    const shown = await page.evaluate(
      async (url) => (await (await fetch(url)).json()) as { to: string }[],
      `${publisher.url}/wp-json/newsrack/v1/mails`,
    );
    assert.equal(shown[0]!.to, 'cid@readers.example');
  });

  it('serves a form without script with a page in the reader’s language', async () => {
    const { page } = await browser.newPage({ javaScriptEnabled: false, locale: 'es-CO' });
    await page.goto(
      partner.page(
        'form',
        `<!doctype html><html lang="es"><title>Partner</title>
         <form action="${endpoint()}" method="post">
           <input name="email" type="email" aria-label="Correo"><button>Enviar</button>
         </form>`,
      ),
    );
    await page.getByLabel('Correo').fill('dora@readers.example');
    await page.getByRole('button').click();
    await page.getByRole('status').waitFor();
    assert.match(await page.getByRole('status').innerText(), /le hemos enviado un correo/);
    assert.equal((await publisher.mails())[0]!.to, 'dora@readers.example');

    await page.goBack();
    // No address for WordPress, but one for the browser.
    await page.getByLabel('Correo').fill('dora@localhost');
    await page.getByRole('button').click();
    await page.getByRole('status').waitFor();
    assert.match(await page.getByRole('status').innerText(), /No es una dirección de correo/);
  });

  it('is on the demo’s article page, without script too, and its mail in the demo’s mailbox', async () => {
    const demo = await startDemoPartner();
    try {
      const plain = await browser.newPage({ javaScriptEnabled: false });
      await plain.page.goto(`${demo.url}/articulo.html`);
      assert.doesNotMatch(await plain.page.content(), /\{\{/);
      await plain.page.getByLabel('Su correo').fill('eva@readers.example');
      await plain.page.getByRole('checkbox').check();
      await plain.page.getByRole('button', { name: 'Recibir el boletín' }).click();
      await plain.page.getByRole('status').filter({ hasText: 'un correo' }).waitFor();

      const { page, problems } = await browser.newPage();
      await page.goto(`${demo.url}/mailbox.html`);
      await page.getByRole('heading', { name: 'Confirme su boletín' }).waitFor();
      await page.getByRole('link', { name: 'newsrack-confirm' }).click();
      await page.getByRole('button', { name: 'Sí, confirmar' }).click();
      await page.getByRole('status').filter({ hasText: 'Confirmado' }).waitFor();
      assert.deepEqual(problems, []);
    } finally {
      await demo.stop();
    }
  });

  /** The pages that `npm start` serves. */
  async function startDemoPartner() {
    const module = new URL('../../demo/partner/server.js', import.meta.url).href;
    const { startPartner } = (await import(module)) as {
      startPartner(options: object): Promise<{ url: string; stop(): Promise<void> }>;
    };
    return startPartner({
      port: Number(new URL(publisher.url).port) + 1,
      publisherUrl: publisher.url,
      articles: publisher.ids['articles'],
      authors: publisher.ids['authors'],
    });
  }
});
