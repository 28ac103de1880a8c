import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openPublisher } from '../../src/publishers/open.js';
import type { Feed, FeedItem } from '../../src/server/feed.js';
import { snapshot, writeSnapshot, type SnapshotOptions } from '../../src/server/snapshot.js';
import { startOrigin } from '../origin.js';
import { startWordPress, type Site, type SiteOptions } from '../wordpress-api.js';

const asJson = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;

describe('A snapshot', () => {
  let site: Site;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-snapshot-'));
    file = join(folder, 'headlines.json');
  });
  afterEach(async () => {
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (options?: SiteOptions) => (site = await startWordPress(options));
  const take = async (options?: SnapshotOptions) => asJson(await snapshot(site.url, options));
  const ids = ({ items }: Feed) => items.map(({ id }) => id);
  const newest = (count: number, from = 0) =>
    new Array(count).fill(0).map((_, index) => String(1000 - from - index));
  const onDisk = async () => JSON.parse(await readFile(file, 'utf8')) as Feed;

  it('is a JSON Feed 1.1 of the newest articles', async () => {
    await start();
    const before = new Date().toISOString();
    const feed = await take({ limit: 2, maxAge: 900, feedUrl: 'https://cdn.example/news.json' });
    assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
    assert.equal(feed.title, new URL(site.url).host);
    assert.equal(feed.home_page_url, `${site.url}/`);
    assert.equal(feed.feed_url, 'https://cdn.example/news.json');
    assert.equal(feed._newsrack.maxAge, 900);
    assert.ok(feed._newsrack.made >= before && feed._newsrack.made <= new Date().toISOString());
    assert.deepEqual(ids(feed), ['1000', '999']);
    const [{ _newsrack: own, ...item }] = feed.items as [FeedItem];
    assert.deepEqual(item, {
      id: '1000',
      url: site.posts[0]!.link,
      title: 'Chile Opens Its Grid to Data Centers',
      summary: item.summary,
      content_text: item.summary,
      image: `${site.url}/wp-content/uploads/1000-1600x1067.svg`,
      date_published: '2026-10-30T14:00:00Z',
      date_modified: '2026-10-30T14:00:00Z',
      authors: [
        {
          name: 'Ana Sofía Rojas',
          url: `${site.url}/author/1/`,
          avatar: `${site.url}/wp-content/uploads/0-96x96.svg`,
        },
      ],
      tags: ['Technology & Startups'],
    });
    assert.deepEqual(
      own.image?.sources?.map(({ width }) => width),
      [300, 768, 1024, 1600],
    );
    assert.equal(own.authors[0]!.jobTitle, 'Reporter');
    assert.equal(own.authors[0]!.bio, 'Writes about <em>work</em>.');
  });

  /** The snapshot as a widget's source. */
  async function reread(options: SnapshotOptions) {
    const path = '/headlines.json';
    site.route(path, { json: await snapshot(site.url, options) });
    return openPublisher({ url: site.url + path, type: 'json-feed' });
  }

  it('is to widgets what the publisher is: lists, articles, authors', async () => {
    await start();
    const publisher = await openPublisher({ url: site.url });
    const copy = await reread({ body: true });
    const query = { limit: 5 };
    const said = await publisher.articles(query);
    const read = await copy.articles(query);
    assert.ok(said.next && read.next);
    for (const [index, { id, ...card }] of said.articles.entries()) {
      const article = await publisher.article({ id }, { body: true });
      const authors = [await publisher.author(article.authors[0]!.id!)];
      const { commentsOpen } = article;
      assert.deepEqual(
        asJson(read.articles[index]),
        asJson({ id, ...card, authors, commentsOpen }),
      );
      assert.deepEqual(
        asJson(await copy.article({ id }, { body: true })),
        asJson({ ...article, authors }),
      );
      assert.deepEqual(asJson(await copy.author(authors[0]!.id!)), asJson(authors[0]));
    }
  });

  it('is filtered as the publisher is, by ids and slugs', async () => {
    await start();
    const publisher = await openPublisher({ url: site.url });
    const copy = await reread({ limit: 12 });
    const [[category]] = site.posts[0]!._embedded['wp:term'] as [[{ id: number; slug: string }]];
    for (const name of [category.slug, String(category.id)]) {
      const query = { limit: 3, categories: [name] };
      const ids = (await publisher.articles(query)).articles.map(({ id }) => id);
      assert.ok(ids.length === 3 && !ids.includes('999'), ids.join());
      assert.deepEqual(
        (await copy.articles(query)).articles.map(({ id }) => id),
        ids,
      );
    }
  });

  it('keeps an item’s text apart from a body that was not asked for', async () => {
    await start();
    const copy = await reread({ limit: 1 });
    assert.equal((await copy.article({ id: '1000' }, { body: true })).body, undefined);
  });

  it('of a snapshot is the same again', async () => {
    await start();
    const feed = await take({ limit: 3, body: true });
    site.route('/headlines.json', { json: feed });
    const url = `${site.url}/headlines.json`;
    const again = await snapshot(url, { sourceType: 'json-feed', body: true });
    assert.deepEqual(asJson(again.items), feed.items);
  });

  it('has the articles that the filters leave', async () => {
    await start();
    const feed = await take({
      categories: ['topic-1'],
      exclude: ['1000', site.posts[3]!.link],
      limit: 3,
    });
    assert.deepEqual(ids(feed), ['994', '991', '988']);
    assert.deepEqual(ids(await take({ authorId: '2', limit: 2 })), ['999', '995']);
    assert.deepEqual(ids(await take({ search: 'uruguay', limit: 2 })), ['995', '988']);
  });

  it('goes on to the next page for more than a publisher gives at once', async () => {
    await start({ posts: 130 });
    assert.deepEqual(ids(await take({ limit: 1000 })), newest(130));
    assert.deepEqual(ids(await take({ limit: 120 })), newest(120));
  });

  it('asks about each author once, and keeps one who cannot be asked as the article has them', async () => {
    await start();
    site.route('/wp-json/wp/v2/users/2', {
      status: 401,
      json: { code: 'rest_user_cannot_view', message: 'No.', data: { status: 401 } },
    });
    const feed = await take({ limit: 8 });
    const authors = feed.items.map(({ authors, _newsrack }) => [
      authors![0]!.name,
      _newsrack.authors[0]!.jobTitle,
    ]);
    assert.deepEqual(authors[0], ['Ana Sofía Rojas', 'Reporter']);
    assert.deepEqual(authors[1], ['Tom O’Hara & Sons', undefined]);
    const users = site.dataRequests().filter(({ path }) => path.includes('/users/'));
    assert.equal(users.length, 4);
  });

  it('has every article of a feed of many files, with its body or without one', async (t) => {
    const origin = await startOrigin();
    t.after(() => origin.close());
    const title = (page: number, item: number) => `${page}-${item}`;
    origin.route('/feed.json', ({ query }) => {
      const page = Number(query.get('page') ?? 0);
      const items = [0, 1].map((item) => ({
        id: title(page, item),
        title: title(page, item),
        content_html: item ? `<p>Body ${title(page, item)}` : undefined,
      }));
      const next_url = page < 6 ? `/feed.json?page=${page + 1}` : undefined;
      return { json: { version: 'https://jsonfeed.org/version/1.1', title: 'F', items, next_url } };
    });
    const feed = await snapshot(`${origin.url}/feed.json`, { limit: 100, body: true });
    assert.deepEqual(
      feed.items.map(({ id, content_html }) => [id, content_html]),
      [0, 1, 2, 3, 4, 5, 6].flatMap((page) => [
        [title(page, 0), undefined],
        [title(page, 1), `<p>Body ${title(page, 1)}`],
      ]),
    );
  });

  it('leaves out what was taken down since the list was made', async () => {
    await start();
    site.route('/wp-json/wp/v2/posts/999', {
      status: 404,
      json: { code: 'rest_post_invalid_id', message: 'Invalid post ID.', data: { status: 404 } },
    });
    assert.deepEqual(ids(await take({ limit: 3, body: true })), ['1000', '998']);
  });

  it('replaces the one before, without what the publisher took down and with what it changed', async () => {
    await start({ posts: 3 });
    assert.equal((await writeSnapshot(site.url, file)).outcome, 'written');
    assert.deepEqual(ids(await onDisk()), ['1000', '999', '998']);
    site.posts.splice(1, 1);
    site.posts[0]!.title.rendered = 'Corrected';
    const { bytes } = await writeSnapshot(site.url, file);
    assert.deepEqual(ids(await onDisk()), ['1000', '998']);
    assert.equal((await onDisk()).items[0]!.title, 'Corrected');
    assert.equal((await readFile(file)).length, bytes);
    assert.deepEqual(await readdir(folder), ['headlines.json']);
  });

  it('leaves the file alone when there is nothing to write, unless that may be', async () => {
    await start({ posts: 0 });
    await writeFile(file, 'old');
    assert.equal((await writeSnapshot(site.url, file)).outcome, 'empty');
    assert.equal(await readFile(file, 'utf8'), 'old');
    assert.equal((await writeSnapshot(site.url, file, { allowEmpty: true })).outcome, 'written');
    assert.deepEqual((await onDisk()).items, []);
  });

  const unavailable = { status: 503, json: {}, headers: { 'retry-after': '60' } };
  for (const [what, route, answer] of [
    ['the list', /\/posts[?&]/, unavailable],
    ['one article', '/wp-json/wp/v2/posts/999', unavailable],
    ['one author', '/wp-json/wp/v2/users/3', unavailable],
    ['the list, by HTML instead of JSON,', /\/posts[?&]/, { body: '<h1>Maintenance</h1>' }],
    ['the list, by JSON of another kind,', /\/posts[?&]/, { json: { hello: 'world' } }],
    ['the list, by items of another kind,', /\/posts[?&]/, { json: [{ hello: 'world' }] }],
  ] as const)
    it(`fails as a whole when ${what} fails, and leaves the file alone`, async () => {
      await start();
      site.route(route, answer);
      await writeFile(file, 'old');
      await assert.rejects(writeSnapshot(site.url, file, { limit: 5, body: true }), {
        name: 'NewsrackError',
        code: 'bad-answer',
      });
      assert.equal(await readFile(file, 'utf8'), 'old');
      assert.deepEqual(await readdir(folder), ['headlines.json']);
    });

  it('can be called off, and leaves the file alone then', async () => {
    await start();
    site.hold('/wp-json/wp/v2/users/*');
    await writeFile(file, 'old');
    const abort = new AbortController();
    const writing = writeSnapshot(site.url, file, { signal: abort.signal });
    await site.received('/wp-json/wp/v2/users/*');
    abort.abort(new Error('enough'));
    await assert.rejects(writing, /enough/);
    assert.equal(await readFile(file, 'utf8'), 'old');
  });

  it('refuses what cannot be meant', async () => {
    const wrong = { code: 'bad-attribute' };
    await assert.rejects(snapshot('publisher'), wrong);
    await assert.rejects(snapshot('file:///etc/passwd'), wrong);
    await assert.rejects(snapshot('https://publisher.example', { limit: 0 }), wrong);
    await assert.rejects(snapshot('https://publisher.example', { maxAge: -1 }), wrong);
    const list = 'trade' as unknown as string[];
    for (const name of ['categories', 'tags', 'exclude'])
      await assert.rejects(snapshot('https://publisher.example', { [name]: list }), wrong);
  });
});
