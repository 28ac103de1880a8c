import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cookie, Page } from 'playwright-core';
import { useBrowser } from '../e2e/browser.js';
import { useOwnPublisher } from '../e2e/publisher.js';
import { openBuilder } from './builder.js';
import { useSite } from './site.js';

const builder = 'https://embed.example/builder.html?preset=partners';

/** What a publisher installs in its WordPress, in the demo's. */
describe('The publisher’s plugin', () => {
  const browser = useBrowser();
  const publisher = useOwnPublisher({ commentFlood: false, builder });
  const site = useSite(publisher);
  let login: Cookie[] | undefined;

  const api = (path: string) => `${publisher.url}/wp-json/wp/v2/${path}`;
  const article = () => publisher.ids['articles']!['second-berth']!;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(api(path), { headers });

  async function logIn(page: Page) {
    if (login) return page.context().addCookies(login);
    await page.goto(`${publisher.url}/wp-login.php`);
    await page.getByLabel('Username').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill('password');
    await page.getByRole('button', { name: 'Log In' }).click();
    await page.waitForURL('**/wp-admin/**');
    login = await page.context().cookies();
  }

  async function openSettings(page: Page) {
    await logIn(page);
    await page.goto(`${publisher.url}/wp-admin/options-general.php?page=newsrack`);
  }

  async function save(page: Page, answer = 'Settings saved') {
    await page.getByRole('button', { name: 'Save Changes' }).click();
    await page.getByText(answer).waitFor();
  }

  const comment = async (text: string, headers: Record<string, string>) => {
    const answer = await fetch(api('comments'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        post: article().id,
        author_name: 'Bruno Cardenal',
        author_email: 'bruno@readers.example',
        content: text,
      }),
    });
    return answer.status;
  };

  it('lets every site read and keep what is public, and says when nothing has changed', async () => {
    for (const route of ['posts', 'users', 'categories', 'tags', 'media', 'comments']) {
      const path = `${route}?per_page=3&_embed=1`;
      const first = await get(path, { origin: 'https://partner.example' });
      const { headers } = first;
      assert.equal(headers.get('access-control-allow-origin'), '*', route);
      assert.equal(headers.get('access-control-allow-credentials'), null, route);
      assert.doesNotMatch(headers.get('vary') ?? '', /origin/i, route);
      assert.match(headers.get('access-control-expose-headers')!, /X-WP-Total/i, route);
      assert.match(
        headers.get('cache-control')!,
        route === 'comments' ? /^public, max-age=0/ : /^public, max-age=60$/,
      );
      const again = await get(path, { 'if-none-match': `W/${headers.get('etag')}` });
      assert.equal(again.status, 304, route);
      assert.equal(await again.text(), '');
      assert.equal(again.headers.get('etag'), headers.get('etag'));
      assert.equal(again.headers.get('access-control-allow-origin'), '*');
      assert.equal(again.headers.get('x-wp-total'), headers.get('x-wp-total'));
    }
    const one = await get(`posts/${article().id}`);
    assert.match(one.headers.get('etag')!, /^"\w+"$/);
  });

  it('gives another ETag to other content', async () => {
    const path = `comments?post=${article().id}`;
    const before = await get(path);
    assert.equal(await comment('News for the ETag.', {}), 201);
    const after = await get(path, { 'if-none-match': before.headers.get('etag')! });
    assert.equal(after.status, 200);
    assert.notEqual(after.headers.get('etag'), before.headers.get('etag'));
  });

  it('lets every site read an error, and nobody keep it', async () => {
    const { status, headers } = await get('posts/99999999', { origin: 'https://partner.example' });
    assert.equal(status, 404);
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('cache-control'), null);
    assert.equal(headers.get('etag'), null);
  });

  it('lets nobody keep what is not for everybody', async () => {
    const { page } = await browser.newPage();
    await logIn(page);
    const nonce = await (
      await page.request.get(`${publisher.url}/wp-admin/admin-ajax.php?action=rest-nonce`)
    ).text();
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const origin = 'https://partner.example';
    const asked: [string, Record<string, string>][] = [
      ['posts?context=edit', { cookie, 'x-wp-nonce': nonce }],
      ['posts', { cookie, 'x-wp-nonce': nonce }],
      ['users/me', { cookie, 'x-wp-nonce': nonce }],
      // Without its nonce the login counts for nothing, but a cache cannot know that.
      ['posts', { cookie }],
      ['posts?context=edit', {}],
      ['users/me', {}],
      ['posts', { authorization: 'Basic YWRtaW46d3Jvbmc=' }],
      [`posts/${article().id}?password=guess`, {}],
      ['settings', {}],
    ];
    for (const [path, headers] of asked) {
      const answer = await get(path, { origin, ...headers });
      const what = `${path} ${Object.keys(headers).join()}`;
      assert.notEqual(answer.headers.get('access-control-allow-origin'), '*', what);
      assert.doesNotMatch(answer.headers.get('cache-control') ?? '', /public/, what);
      assert.equal(answer.headers.get('etag'), null, what);
      if (headers['cookie']) assert.match(answer.headers.get('cache-control')!, /no-cache/, what);
    }
  });

  it('takes comments without a login from the sites in its settings only', async () => {
    const { page } = await browser.newPage();
    await openSettings(page);
    await page
      .getByLabel('Partners whose readers may comment')
      .fill('https://Partner.example/news/\nnonsense\nhttp://localhost:8080');
    await save(page, '“nonsense” is not the address of a site');
    assert.equal(
      await page.getByLabel('Partners whose readers may comment').inputValue(),
      'https://partner.example\nhttp://localhost:8080',
    );

    assert.equal(await comment('From a partner.', { origin: 'https://partner.example' }), 201);
    assert.equal(await comment('From the site itself.', { origin: publisher.url }), 201);
    for (const origin of ['https://foreign.example', 'https://partner.example.evil', 'null'])
      assert.equal(await comment('From elsewhere.', { origin }), 401, origin);
    assert.equal(await comment('From nowhere.', {}), 401);

    await page.getByLabel('Partners whose readers may comment').fill('');
    await save(page);
    // As the demo's WordPress is: open.
    assert.equal(await comment('From anywhere.', { origin: 'https://foreign.example' }), 201);
  });

  it('keeps its settings from strangers, and foreign forms out', async () => {
    const { page } = await browser.newPage();
    await logIn(page);
    const forged = await page.request.post(`${publisher.url}/wp-admin/options.php`, {
      form: {
        option_page: 'newsrack',
        action: 'update',
        'newsrack[origins]': 'https://evil.example',
      },
    });
    assert.equal(forged.status(), 403);
    const readers = `${publisher.url}/wp-admin/admin-post.php?action=newsrack_readers`;
    assert.equal((await page.request.get(readers)).status(), 403);
    const stranger = await fetch(readers, { redirect: 'manual' });
    assert.doesNotMatch(stranger.headers.get('content-type') ?? '', /csv/);
  });

  it('has an “Embed this” below an article, which opens the builder with it', async () => {
    const { page, axe } = await browser.newPage();
    await page.goto(article().url);
    const link = page.getByRole('link', { name: 'Embed this' });
    const address = new URL((await link.getAttribute('href'))!);
    assert.equal(address.origin + address.pathname, 'https://embed.example/builder.html');
    assert.deepEqual(Object.fromEntries(address.searchParams), {
      preset: 'partners',
      widget: 'article-card',
      src: article().url,
    });
    assert.deepEqual(await axe('.newsrack-embed'), []);

    // The demo's builder shows what the address asks for.
    address.searchParams.delete('preset');
    const { specimen, code } = await openBuilder(browser, site, address.search);
    await specimen('article-card').getByRole('link').first().waitFor();
    assert.ok((await code('Custom element')).includes(`src="${article().url}"`));

    // What others show of the article has no button.
    const post = (await (await get(`posts/${article().id}`)).json()) as object;
    assert.doesNotMatch(JSON.stringify(post), /newsrack-embed/);
    await page.goto(publisher.url);
    assert.doesNotMatch(await page.content(), /newsrack-embed/);
  });

  it('answers oEmbed with the frame, when it knows one', async () => {
    const frame = 'https://embed.example/frame.html';
    const oembed = async (url: string): Promise<Record<string, unknown>> => {
      const answer = await fetch(
        `${publisher.url}/wp-json/oembed/1.0/embed?url=${encodeURIComponent(url)}&maxwidth=400`,
      );
      return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) };
    };
    const headlines = `${frame}?widget=headlines&source=https://ledger.example&limit=5`;
    assert.equal((await oembed(headlines)).status, 404);

    const { page, problems } = await browser.newPage();
    await openSettings(page);
    await page.getByLabel('Address of frame.html').fill(frame);
    await page.getByLabel('The button says').fill('Use & share');
    await page.getByLabel('The button offers').selectOption('the whole article');
    await save(page);

    const list = await oembed(headlines);
    assert.equal(list['type'], 'rich');
    assert.equal(list['width'], 400);
    assert.match(
      String(list['html']),
      /^<iframe src="https:\/\/embed\.example\/frame\.html\?widget=headlines&#038;source=/,
    );
    const whole = await oembed(article().url);
    assert.equal(whole['type'], 'rich');
    assert.ok(String(whole['html']).includes(encodeURIComponent(article().url)));
    for (const other of ['https://evil.example/frame.html?widget=headlines', `${frame}?limit=5`])
      assert.equal((await oembed(other)).status, 404, other);

    await page.goto(article().url);
    const link = page.getByRole('link', { name: 'Use & share' });
    assert.match((await link.getAttribute('href'))!, /widget=article&/);
    assert.deepEqual(problems, []);
  });

  it('takes the newsletter’s readers only while that is switched on, and hands over the confirmed ones', async () => {
    const endpoint = `${publisher.url}/wp-json/newsrack/v1/newsletter`;
    const join = async (email: string, name: string) =>
      (
        await fetch(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email, name }),
        })
      ).status;
    assert.equal(await join('ana@readers.example', '=1+1'), 200);
    const [mail] = await publisher.mails();
    await fetch(/http\S+newsrack-confirm=\S+/.exec(mail!.text)![0], { method: 'POST' });
    assert.equal(await join('bea@readers.example', 'Bea'), 200);

    const { page } = await browser.newPage();
    await openSettings(page);
    const file = await (
      await page.request.get(
        (await page.getByRole('link', { name: /confirmed readers/ }).getAttribute('href'))!,
      )
    ).text();
    assert.match(file, /^email,name,/);
    assert.match(file, /^ana@readers\.example,'=1\+1,/m);
    assert.doesNotMatch(file, /bea@/);

    await page.getByLabel('Newsletter').uncheck();
    await save(page);
    assert.equal(await join('cid@readers.example', 'Cid'), 404);
  });
});
