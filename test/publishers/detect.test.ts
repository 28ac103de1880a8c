import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { NewsrackError } from '../../src/model/error.js';
import { detect } from '../../src/publishers/detect.js';
import { openPublisher } from '../../src/publishers/open.js';
import { html, startOrigin, type Answer, type Origin } from '../origin.js';
import { startWordPress } from '../wordpress-api.js';

let origin: Origin | undefined;
afterEach(() => origin?.close());

const story = { id: 'a', url: 'https://daily.example/a', title: 'From JSON' };
const jsonFeed = { version: 'https://jsonfeed.org/version/1.1', title: 'Daily', items: [story] };
const rss = { body: '<?xml version="1.0"?><!-- x --><rss version="2.0"><channel/></rss>' };
const page = (links = '') => html(`<!doctype html><head>${links}</head><body>Hello</body>`);

async function serve(routes: Record<string, Answer>) {
  const own = await startOrigin();
  origin = own;
  for (const [path, answer] of Object.entries(routes)) own.route(path, answer);
  return own;
}

const asked = () => origin!.requests.map(({ path }) => path);

async function headline(path: string): Promise<string> {
  const publisher = await openPublisher({ url: origin!.url + path });
  const { articles } = await publisher.articles({ limit: 1 });
  return articles[0]!.headline;
}

describe('A source without a type', () => {
  const direct: [path: string, answer: Answer, type: string | undefined][] = [
    ['/feed.json', { json: jsonFeed }, 'json-feed'],
    ['/feeds/all', { body: JSON.stringify(jsonFeed).replaceAll('/', '\\/') }, 'json-feed'],
    ['/index.xml', rss, 'rss'],
    ['/feed/', { body: '\n<feed xmlns="http://www.w3.org/2005/Atom">' }, 'rss'],
    ['/rss', { body: '<rdf:RDF xmlns:rdf="x">' }, 'rss'],
    ['/all.atom', { body: '<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>' }, 'rss'],
    ['/news.json', { json: { items: [] } }, 'json-feed'],
    ['/blog.xml', { status: 404 }, 'rss'],
    ['/rss-news', page('<rss>'), undefined],
  ];
  for (const [path, answer, type] of direct)
    it(`at ${path} is ${type ?? 'looked at as any other'}`, async () => {
      const { url } = await serve({ [path]: answer });
      assert.deepEqual(await detect({ url: url + path }), {
        url: url + path,
        ...(type && { type }),
      });
      assert.deepEqual(asked(), [path]);
    });

  it('that its address names is read in one request', async () => {
    await serve({ '/feed.json': { json: jsonFeed } });
    assert.equal(await headline('/feed.json'), 'From JSON');
    assert.deepEqual(asked(), ['/feed.json']);
  });

  it('is asked for nothing more when it is WordPress', async () => {
    const site = await startWordPress();
    origin = site;
    assert.equal(await headline('/'), site.posts[0]!.title.rendered);
    assert.equal(site.requests.length, 1);
  });

  it('is WordPress where that lets its feed not be read', async () => {
    const site = await startWordPress();
    origin = site;
    site.route('/feed/', { reset: 'before' });
    assert.equal(await headline('/feed/'), site.posts[0]!.title.rendered);
    assert.ok(site.requests.length <= 4, asked().join(' '));
  });

  it('may be the pages of a dozen articles, of whose site nothing is known', async () => {
    const own = await serve({});
    const numbers = [...Array(12).keys()];
    const types = [
      '<meta property="og:type" content="article">',
      "<meta content='article' data-rh='true' property='og:type' />",
      '<meta name=og:type content=article>',
    ];
    for (const number of numbers)
      own.route(
        `/news/${number}`,
        page(`${types[number % 3]}<meta property="og:title" content="No. ${number}">`),
      );
    const headlines = numbers.map(async (number) => {
      const url = `${own.url}/news/${number}`;
      return (await (await openPublisher({ url })).article({ url })).headline;
    });
    assert.deepEqual(
      await Promise.all(headlines),
      numbers.map((number) => `No. ${number}`),
    );
  });

  it('is asked as for the first time where others wrote into what the tab remembers', async (t) => {
    Object.assign(globalThis, { sessionStorage: { getItem: () => '{"a":1}', setItem() {} } });
    t.after(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));
    const site = await startWordPress();
    origin = site;
    const wordpress = await openPublisher({ url: site.url, type: 'wordpress' });
    const { articles } = await wordpress.articles({ limit: 1, categories: ['topic-1'] });
    assert.equal(articles.length, 1);
    site.route('/ghost/*', { json: { posts: [] } });
    const ghost = await openPublisher({ url: site.url, key: 'k' });
    assert.deepEqual((await ghost.articles({ limit: 1 })).articles, []);
  });

  it('that the tab remembers is looked for again when a reader tries again', async (t) => {
    const tab = new Map<string, string>();
    Object.assign(globalThis, {
      sessionStorage: {
        getItem: (key: string) => tab.get(key) ?? null,
        setItem: (key: string, value: string) => tab.set(key, value),
        removeItem: (key: string) => tab.delete(key),
      },
    });
    t.after(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));
    const { url } = await serve({ '/rss': rss });
    assert.equal((await detect({ url: `${url}/rss` })).type, 'rss');
    origin!.route('/rss', { json: jsonFeed });
    assert.equal((await detect({ url: `${url}/rss` })).type, 'rss');
    assert.equal((await detect({ url: `${url}/rss` }, { fresh: true })).type, 'json-feed');
    assert.equal((await detect({ url: `${url}/rss` })).type, 'json-feed');
  });

  it('may be a home page beside a JSON Feed', async () => {
    await serve({ '/': page(), '/feed.json': { json: jsonFeed } });
    assert.equal(await headline('/'), 'From JSON');
    assert.deepEqual(asked(), ['/wp-json/wp/v2/posts', '/', '/', '/feed.json']);
  });

  it('may be a home page that names its feeds', async () => {
    const links =
      '<link rel=alternate type="application/rss+xml" href="/rss"><link rel="alternate" href="/news?a=1&amp;f=x" type="application/feed+json">';
    await serve({ '/': page(links), '/news': { json: jsonFeed } });
    assert.equal(await headline('/'), 'From JSON');
    assert.equal(origin!.requests.length, 4);
    assert.equal(origin!.requests.at(-1)!.url, '/news?a=1&f=x');
  });

  it('may be a feed whose address tells nothing', async () => {
    await serve({ '/api/latest': { json: jsonFeed } });
    assert.equal(await headline('/api/latest'), 'From JSON');
    assert.ok(origin!.requests.length <= 4, asked().join(' '));
  });

  it('may be nothing, which takes four requests at most', async () => {
    for (const path of ['/', '/blog/', '/rss-news']) {
      await serve({ [path]: page() });
      await assert.rejects(headline(path), (error: unknown) => {
        assert.ok(error instanceof NewsrackError);
        assert.equal(error.code, path === '/' ? 'not-found' : error.code);
        assert.match(error.message, /No WordPress REST API.*Nor was a feed found/);
        return true;
      });
      assert.ok(origin!.requests.length <= 4, asked().join(' '));
      await origin!.close();
    }
  });

  it('is not looked for again because an article is gone', async () => {
    const site = await startWordPress();
    origin = site;
    const publisher = await openPublisher({ url: site.url });
    await assert.rejects(publisher.article({ url: `${site.url}/gone/` }), /no article at/);
    assert.ok(asked().every((path) => path.startsWith('/wp-json/')));
  });
});
