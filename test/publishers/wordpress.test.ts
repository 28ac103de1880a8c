import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openPublisher } from '../../src/publishers/open.js';
import type { Answer } from '../origin.js';
import { startWordPress, type SiteOptions } from '../wordpress-api.js';
import { conformance } from './conformance.js';

const decoded = (markup: string) =>
  markup
    .replace(/&#8211;/g, '–')
    .replace(/&#8217;/g, '’')
    .replace(/&amp;/g, '&');

conformance('WordPress', {
  async start(posts) {
    const site = await startWordPress({ posts });
    return {
      origin: site,
      source: { url: site.url },
      articles: site.posts.map(({ id, link, title, _embedded }) => ({
        id: `${id}`,
        url: link,
        headline: decoded(title.rendered),
        kicker: decoded((_embedded['wp:term'] as { name: string }[][])[0]![0]!.name),
        authors: (_embedded['author'] as { name: string }[]).map(({ name }) => ({
          name: decoded(name),
        })),
      })),
      asked: site.dataRequests,
      // Both addresses of its API: one would stand in for the other.
      data: /wp-json|rest_route/,
      record: site.posts[0]!,
    };
  },
  filters: {
    'a category': {
      query: { categories: ['topic-2'] },
      among: ({ kicker }) => kicker === 'Trade',
    },
    'categories by id': {
      query: { categories: ['1', '3'] },
      among: ({ kicker }) => kicker !== 'Trade',
    },
    'an author': {
      query: { authorId: '3' },
      among: ({ authors }) => authors[0]!.id === '3',
    },
    'articles with a word in it': {
      query: { search: 'software' },
      among: ({ headline }) => headline.includes('Software'),
    },
  },
  author: { id: '2', name: 'Tom O’Hara & Sons', bio: /^Writes about <em>/ },
  stranger: '77',
  nowhere: '99999',
  listOf: (posts) => posts,
  gated: {
    change: {
      excerpt: { rendered: '', protected: true },
      content: { rendered: '', protected: true },
    },
    access: 'protected',
  },
});

describe('A WordPress', () => {
  const wordpress = async (options?: SiteOptions) => {
    const site = await startWordPress(options);
    after(() => site.close());
    const open = (url = site.url) => openPublisher({ url, type: 'wordpress' });
    return { site, open };
  };

  it('is asked in the language that its address names', async () => {
    const { site, open } = await wordpress();
    await (await open(`${site.url}/?lang=pt-br`)).articles({ limit: 1 });
    await (await open(site.url)).articles({ limit: 1 });
    const [named, plain] = site.dataRequests();
    assert.match(named!.url, /posts\?.*&lang=pt-br$/);
    assert.doesNotMatch(plain!.url, /lang=/);
  });

  it('whose addresses have no host is read', async () => {
    const { site, open } = await wordpress();
    const [post] = site.posts;
    const local = JSON.parse(JSON.stringify(post).replaceAll(site.url, '')) as typeof post;
    site.route('/wp-json/wp/v2/posts', { json: [local] });
    const { articles } = await (await open()).articles({ limit: 1 });
    assert.equal(articles[0]!.url, post!.link);
    assert.match(articles[0]!.image!.url, /^http.*\/wp-content\//);
    assert.ok(articles[0]!.image!.sources!.length > 2);
  });

  it('has links to the sound and the films in a body, and none to what only moves behind a text', async () => {
    const { site, open } = await wordpress();
    const files = [
      '<figure><audio controls src="/wp-content/talk.mp3"></audio></figure>',
      '<video poster="/p.jpg" controls><source type="video/mp4" src=\'https://cdn.example/film.mp4?_=1\'>Old browser</video>',
      '<video autoplay muted src="/behind.mp4"></video><video></video><img src="/a.jpg"><video src="data:a"></video>',
    ];
    site.posts[0]!['content'] = { rendered: files.join('') };
    const publisher = await open();
    const { id, link } = site.posts[0]!;
    for (const reference of [{ id: `${id}` }, { url: link }]) {
      const { body } = await publisher.article(reference, { body: true });
      assert.deepEqual(body!.match(/<a .*?<\/a>(?=<)/g), [
        '<a href="/wp-content/talk.mp3">▶ talk.mp3</a>',
        '<a href="https://cdn.example/film.mp4?_=1">▶ film.mp4</a>',
      ]);
    }
  });

  it('that bars one thing is found all the same by who asks for another', async () => {
    const { site, open } = await wordpress({ prettyPermalinks: false });
    site.route(/users/, { status: 403 });
    const publisher = await open();
    const release = site.hold('/wp-json/wp/v2/posts');
    const list = publisher.articles({ limit: 1 });
    await assert.rejects(publisher.author('2'), { code: 'forbidden' });
    release();
    assert.equal((await list).articles.length, 1);
  });

  it('says in WordPress’ words that its posts cannot be asked for', async () => {
    const { site, open } = await wordpress();
    const message = 'No route was found matching the URL and request method.';
    site.route('/*', { status: 404, json: { code: 'rest_no_route', message } });
    const article = (await open()).article({ url: `${site.url}/rain/` });
    await assert.rejects(article, { code: 'not-found', message: /No route was found/ });
  });

  describe('whose articles’ own addresses nobody may read, as where copies of its pages are kept', () => {
    const readAll = async (api?: Answer) => {
      const { site } = await wordpress();
      const path = '/wp-json/wp/v2/posts';
      site.route('/*', (request) =>
        !api && request.path === path
          ? {
              json: site.posts.filter(({ slug }) => slug === request.query.get('slug')),
            }
          : (api ?? { reset: 'before' }),
      );
      const read = (places: number[]) =>
        Promise.allSettled(
          places.map(async (place) => {
            const { link } = site.posts[place]!;
            return (await openPublisher({ url: link })).article({ url: link });
          }),
        );
      const first = await read([...Array(20).keys()]);
      const asked = site.requests.length;
      const later = await read([20, 21, 22, 23]);
      const found = [...first, ...later].filter(({ status }) => status === 'fulfilled').length;
      return { found, asked, later: site.requests.length - asked };
    };

    it('gives all of many at once', async () => {
      const { found, asked } = await readAll();
      assert.equal(found, 24);
      assert.ok(asked < 40, `${asked} requests`);
    });

    it('is left alone where its API cannot be reached either', async () => {
      assert.deepEqual(await readAll({ reset: 'before' }), { found: 0, asked: 7, later: 0 });
    });
  });

  const places = {
    'the id behind the name': '/news/exports-grow-998/',
    'a number for a name': '/2026/',
  };
  for (const [what, path] of Object.entries(places))
    it(`finds an article whose address has ${what}`, async () => {
      const { site, open } = await wordpress();
      const post = site.posts[2]!;
      Object.assign(post, {
        link: `${site.url}${path}`,
        slug: path === '/2026/' ? '2026' : 'exports-grow',
      });
      const article = await (await open()).article({ url: post.link });
      assert.equal(article.id, `${post.id}`);
    });

  for (const slug of ['2026', 'another'])
    it(`looks for an article whose address is a private one’s number: ${slug}`, async () => {
      const { site, open } = await wordpress();
      const post = site.posts[2]!;
      Object.assign(post, { link: `${site.url}/2026/`, slug });
      site.route('/wp-json/wp/v2/posts/2026', {
        status: 401,
        json: { code: 'rest_forbidden', message: 'Sorry', data: { status: 401 } },
      });
      const article = (await open()).article({ url: post.link });
      if (slug === '2026') assert.equal((await article).id, `${post.id}`);
      else await assert.rejects(article, { code: 'forbidden' });
    });

  it('tells no private article from none where an address ends in its number', async () => {
    const { site, open } = await wordpress();
    site.route('/wp-json/wp/v2/posts/2026', {
      status: 401,
      json: { code: 'rest_forbidden', message: 'Sorry', data: { status: 401 } },
    });
    const publisher = await open();
    await assert.rejects(publisher.article({ url: `${site.url}/budget-2026/` }), {
      code: 'not-found',
    });
  });
});
