import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { NewsrackError } from '../../src/model/error.js';
import { open } from '../../src/publishers/feed/json-feed.js';
import type { ArticleQuery } from '../../src/publishers/publisher.js';
import { startOrigin, type Answer, type Origin } from '../origin.js';

let origin: Origin | undefined;
afterEach(() => origin?.close());

const version = 'https://jsonfeed.org/version/1.1';

/** A feed at /news/feed.json, as it was served. */
async function serve(feed: unknown, answer: Answer = { json: feed }) {
  origin = await startOrigin();
  origin.route('/news/feed.json', answer);
  return { origin, base: origin.url, publisher: open({ url: `${origin.url}/news/feed.json` }) };
}

const list = async (feed: unknown, query: Partial<ArticleQuery> = {}) =>
  (await (await serve(feed)).publisher.articles({ limit: 10, ...query })).articles;

const items = (...items: object[]) => ({ version, title: 'The Daily', items });

const fails = (code: string, message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof NewsrackError);
  assert.equal(error.code, code);
  assert.match(error.message, message);
  return true;
};

const harbour = {
  id: 'a',
  url: '/harbour',
  title: 'Harbour & Rail:\n a <plan>',
  summary: 'Two berths.',
  content_html: '<p>Two <b>berths</b> by spring.</p>',
  image: 'img/harbour.jpg',
  banner_image: 'https://cdn.example/banner.jpg',
  date_published: '2024-03-01T08:30:00+02:00',
  date_modified: '2024-03-01T09:00:00Z',
  authors: [{ name: 'Ana Núñez', url: '/people/ana', avatar: '/ana.jpg' }, { url: '/nameless' }],
  tags: ['Ports & Rail', 'Brazil'],
  language: 'en-GB',
};
const elections = {
  id: 7,
  url: 'https://daily.example/elections?utm_source=feed',
  title: 'Elections in São Paulo',
  content_text: 'Ballots <open> at 8.\nEverywhere.\n\nAnd close at 17.',
  author: { name: 'Ben' },
  tags: ['Politics'],
};
const weather = { id: 'c', url: 'https://daily.example/?story=3', title: 'Weather' };
const daily = items(harbour, elections, weather);

describe('A JSON Feed', () => {
  it('1.1 gives articles with all that it says', async () => {
    const { publisher, base } = await serve({ ...daily, home_page_url: '/' });
    const { articles, next } = await publisher.articles({ limit: 1 });
    assert.deepEqual(JSON.parse(JSON.stringify(articles)), [
      {
        id: 'a',
        url: `${base}/harbour`,
        headline: 'Harbour & Rail: a <plan>',
        excerpt: 'Two berths.',
        image: { url: `${base}/news/img/harbour.jpg`, alt: '' },
        kicker: 'Ports & Rail',
        tags: ['Ports & Rail', 'Brazil'],
        authors: [
          {
            id: `${base}/people/ana`,
            name: 'Ana Núñez',
            url: `${base}/people/ana`,
            image: { url: `${base}/ana.jpg`, alt: '' },
          },
        ],
        published: '2024-03-01T08:30:00+02:00',
        updated: '2024-03-01T09:00:00Z',
        language: 'en-GB',
        publisher: { name: 'The Daily', url: `${base}/` },
      },
    ]);
    assert.ok(next);
  });

  it('1 has one author, of the item or of the feed', async () => {
    const articles = await list({
      version: 'https://jsonfeed.org/version/1',
      title: 'Old',
      author: { name: 'Everyone' },
      items: [elections, weather],
    });
    assert.deepEqual(
      articles.map(({ authors }) => authors.map(({ name }) => name)),
      [['Ben'], ['Everyone']],
    );
  });

  it('has the language of the feed where an item names none', async () => {
    const [article] = await list({ ...items(weather), language: 'pt-BR' });
    assert.equal(article!.language, 'pt-BR');
  });

  it('counts its items, and they are found by number', async () => {
    const { publisher } = await serve(daily);
    assert.equal((await publisher.article({ id: '7' })).headline, 'Elections in São Paulo');
  });

  it('shows a text as excerpt and as body, never as markup', async () => {
    const { publisher } = await serve(daily);
    const article = await publisher.article({ id: '7' }, { body: true });
    assert.equal(article.excerpt, 'Ballots <open> at 8. Everywhere. And close at 17.');
    assert.equal(article.body, '<p>Ballots &lt;open> at 8.<br>Everywhere.<p>And close at 17.');
  });

  it('brings bodies only to who asks for one', async () => {
    const { publisher } = await serve(daily);
    assert.equal((await publisher.article({ id: 'a' })).body, undefined);
    assert.equal(
      (await publisher.article({ id: 'a' }, { body: true })).body,
      '<p>Two <b>berths</b> by spring.</p>',
    );
  });

  it('shortens a body that stands in for a summary', async () => {
    const [article] = await list(
      items({ ...weather, content_html: `<p>${'Rain again, '.repeat(90)}</p>` }),
    );
    assert.match(article!.excerpt!, /Rain again…$/);
    assert.ok(article!.excerpt!.length <= 401);
  });

  it('has pictures from the banner and from attachments where there is no image', async () => {
    const attachments = [
      { url: '/a.mp3', mime_type: 'audio/mpeg' },
      { url: '/b.png', mime_type: 'image/png' },
    ];
    const articles = await list(
      items(
        { ...weather, banner_image: 'https://cdn.example/b.jpg' },
        { ...weather, attachments },
        { ...weather, image: 'javascript:alert(1)' },
      ),
    );
    assert.deepEqual(
      articles.map(({ image }) => image?.url),
      ['https://cdn.example/b.jpg', `${origin!.url}/b.png`, undefined],
    );
  });

  const dates: [written: unknown, read: string | undefined][] = [
    ['2024-02-29T23:59:60.5Z', undefined],
    ['2024-02-29T23:59:59.5-03:00', '2024-02-29T23:59:59.5-03:00'],
    ['2023-02-29T10:00:00Z', undefined],
    ['2024-03-01T10:00:00', undefined],
    ['2024-03-01', undefined],
    ['Fri, 01 Mar 2024 10:00:00 GMT', undefined],
    [1709287200000, undefined],
    [null, undefined],
  ];
  for (const [written, read] of dates)
    it(`published ${JSON.stringify(written)} was published ${read ?? 'nobody knows when'}`, async () => {
      const [article] = await list(items({ ...weather, date_published: written }));
      assert.equal(article!.published, read);
    });

  it('leaves out what says nothing, and takes what it links to', async () => {
    const articles = await list(
      items(
        { id: 'x' },
        { id: 'y', url: 'javascript:alert(1)' },
        null as never,
        {
          id: 'z',
          external_url: 'https://other.example/z',
        },
        { id: 'https://daily.example/w' },
      ),
    );
    assert.deepEqual(
      articles.map(({ url }) => url),
      ['https://other.example/z', 'https://daily.example/w'],
    );
  });

  it('takes the date of the last change where there is no other', async () => {
    const [article] = await list(items({ ...weather, date_modified: '2024-03-02T08:30:00Z' }));
    assert.equal(article!.published, '2024-03-02T08:30:00Z');
  });

  it('keeps what has no address', async () => {
    const articles = await list(
      items(
        { id: 'x', title: 'Nowhere', _newsrack: {} },
        { id: 'y', title: 'Nowhere', url: 'javascript:alert(1)' },
        { title: 'Nowhere' },
        { id: 3 as never, content_text: 'Rain all day' },
      ),
    );
    assert.deepEqual(
      articles.map(({ id, url, headline, excerpt }) => [id, url, headline, excerpt]),
      [
        ['x', '', 'Nowhere', undefined],
        ['y', '', 'Nowhere', undefined],
        ['Nowhere', '', 'Nowhere', undefined],
        ['3', '', '', 'Rain all day'],
      ],
    );
  });

  it('takes whatever types its fields have', async () => {
    const articles = await list(
      items({
        ...weather,
        id: {},
        title: ['x'],
        summary: 5,
        authors: 'Ana',
        tags: [3, null, 'Sun'],
        image: {},
        content_html: null,
        attachments: [null],
      }),
    );
    assert.deepEqual(JSON.parse(JSON.stringify(articles)), [
      {
        id: weather.url,
        url: weather.url,
        headline: '',
        kicker: 'Sun',
        tags: ['Sun'],
        authors: [],
        publisher: { name: 'The Daily', url: origin!.url },
      },
    ]);
  });

  const filters: [what: Partial<ArticleQuery>, ids: string[]][] = [
    [{ categories: ['ports-rail'] }, ['a']],
    [{ categories: ['Ports & Rail', 'politics'] }, ['a', '7']],
    [{ categories: ['ports-rail'], tags: ['brazil'] }, ['a']],
    [{ categories: ['ports-rail'], tags: ['politics'] }, []],
    [{ authorId: 'Ben' }, ['7']],
    [{ search: 'sao ELECTIONS' }, ['7']],
    [{ search: 'spring' }, ['a']],
    [{ exclude: ['a', 'http://www.daily.example/elections/'] }, ['c']],
    [{ exclude: ['https://daily.example/?story=4'] }, ['a', '7', 'c']],
  ];
  for (const [query, ids] of filters)
    it(`lists by ${JSON.stringify(query)}`, async () => {
      assert.deepEqual(
        (await list(daily, query)).map(({ id }) => id),
        ids,
      );
    });

  it('comes by the page, on through its further files, each read once', async () => {
    const { publisher, origin } = await serve({ ...daily, next_url: '?page=2' });
    const more = { ...items({ id: 'd', url: 'https://daily.example/d' }), next_url: 'feed.json' };
    origin.route(/page=2/, { json: more });
    const first = await publisher.articles({ limit: 2 });
    const second = await publisher.articles({ limit: 2, cursor: first.next });
    assert.deepEqual(
      [...first.articles, ...second.articles].map(({ id }) => id),
      ['a', '7', 'c', 'd'],
    );
    assert.equal(origin.requests.length, 2);
  });

  it('asks no other site, whatever the feed names as what comes after', async () => {
    const other = await startOrigin();
    try {
      const { publisher } = await serve({ ...daily, next_url: `${other.url}/more.json` });
      const { articles, next } = await publisher.articles({ limit: 100 });
      assert.equal(articles.length, daily.items.length);
      assert.equal(next, undefined);
      assert.deepEqual(other.requests, []);
    } finally {
      await other.close();
    }
  });

  it('says that a page was the last one', async () => {
    const { publisher } = await serve(daily);
    const first = await publisher.articles({ limit: 2, tags: ['brazil'] });
    assert.equal(first.next, undefined);
    assert.equal((await publisher.articles({ limit: 3 })).next, undefined);
    const { next } = await publisher.articles({ limit: 2 });
    assert.equal((await publisher.articles({ limit: 2, cursor: next })).next, undefined);
  });

  it('looks for an article in its further files, too, but not for ever', async () => {
    const { publisher, origin } = await serve({ ...daily, next_url: '/more?n=1' });
    origin.route('/more', ({ query }) => {
      const n = Number(query.get('n'));
      const url = `https://daily.example/more/${n}`;
      return { json: { ...items({ id: `m${n}`, url }), next_url: `/more?n=${n + 1}` } };
    });
    assert.equal((await publisher.article({ id: 'm2' })).url, 'https://daily.example/more/2');
    await assert.rejects(publisher.article({ id: 'm9' }), fails('not-found', /no article “m9”/));
    assert.equal(origin.requests.length, 4);
  });

  it('finds an article by its address, and never one of another query', async () => {
    const { publisher } = await serve(daily);
    const { headline } = await publisher.article({
      url: 'http://www.daily.example/?story=3&utm_medium=mail#top',
    });
    assert.equal(headline, 'Weather');
    await assert.rejects(
      publisher.article({ url: 'https://daily.example/?story=4' }),
      fails('not-found', /story=4/),
    );
  });

  it('knows its authors by name and by address', async () => {
    const { publisher, base } = await serve(daily);
    assert.equal((await publisher.author('Ana Núñez')).url, `${base}/people/ana`);
    assert.equal((await publisher.author(`${base}/people/ana`)).name, 'Ana Núñez');
    await assert.rejects(publisher.author('Zoe'), fails('not-found', /no author “Zoe”/));
  });

  it('is read after a byte-order mark', async () => {
    const { publisher } = await serve(0, { body: `\ufeff ${JSON.stringify(daily)}` });
    assert.equal((await publisher.articles({ limit: 10 })).articles.length, 3);
  });

  const wrong: [what: string, answer: Answer][] = [
    ['other JSON', { json: [{ id: 1 }] }],
    ['null', { json: null }],
    ['a page', { body: '<!doctype html><title>Sign in</title>' }],
    ['nothing', { body: '' }],
    ['half a feed', { body: '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a",' }],
  ];
  for (const [what, answer] of wrong)
    it(`is not ${what}`, async () => {
      const { publisher } = await serve(0, answer);
      await assert.rejects(
        publisher.articles({ limit: 10 }),
        fails('bad-answer', /this is not a JSON Feed/),
      );
    });

  it('that is gone is not found', async () => {
    const { publisher } = await serve(0, { status: 410, body: 'Gone' });
    await assert.rejects(publisher.articles({ limit: 10 }), fails('not-found', /answered 410/));
  });

  it('over 32 MB is refused', async () => {
    const { publisher } = await serve(0, { body: new Uint8Array(33 * 2 ** 20).fill(32) });
    await assert.rejects(
      publisher.articles({ limit: 10 }),
      fails('bad-answer', /longer than 32 MB/),
    );
  });
});
