import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NewsrackError } from '../../src/model/error.js';
import type { Article } from '../../src/model/article.js';
import type { ReaderComment } from '../../src/model/comment.js';
import { json as sendJson } from '../../src/newsletters/json.js';
import { open as openWordPressComments } from '../../src/comments/wordpress.js';
import { openPublisher } from '../../src/publishers/open.js';
import type { Publisher } from '../../src/publishers/publisher.js';
import {
  commentStoreTests,
  newsletterTests,
  publisherTests,
  type ConformanceTest,
  type NewsletterSubject,
} from '../../src/testing/index.js';
import { json, startOrigin, type Origin } from '../origin.js';
import { startWordPress, type Site } from '../wordpress-api.js';

describe('the tests for adapters', () => {
  let site: Site;
  let newsletter: Origin;
  before(async () => {
    site = await startWordPress({ posts: 12, comments: [0, 1, 0, 3, 0] });
    newsletter = await startOrigin();
    newsletter.route('/join', ({ body }) =>
      body.includes('refused')
        ? { status: 400, json: { code: 'invalid_email' } }
        : json({ status: 'confirm' }),
    );
  });
  after(() => Promise.all([site.close(), newsletter.close()]));

  for (const { name, run } of publisherTests({
    open: () => openPublisher({ url: site.url, type: 'wordpress' }),
    missingId: '999999',
    get missingUrl() {
      return `${site.url}/2026/01/never-written/`;
    },
  }))
    it(`pass for WordPress: ${name}`, run);

  for (const { name, run } of commentStoreTests({
    open: () =>
      openWordPressComments({
        source: { url: site.url },
        article: { id: String(site.posts[0]!.id) },
      }),
    openEmpty: () =>
      openWordPressComments({
        source: { url: site.url },
        article: { id: String(site.posts[1]!.id) },
      }),
  }))
    it(`pass for WordPress’ comments: ${name}`, run);

  let count = 0;
  const list = { provider: 'json' as const, list: [], tags: [] };
  const letters: NewsletterSubject = {
    send: sendJson,
    get newsletter() {
      return { ...list, action: `${newsletter.url}/join` };
    },
    newAddress: () => `reader-${++count}@readers.example`,
    welcome: 'confirm',
    refused: 'refused@readers.example',
    unreachable: { ...list, action: 'http://127.0.0.1:1/join' },
  };
  for (const { name, run } of newsletterTests(letters))
    it(`pass for a JSON endpoint: ${name}`, run);

  /** Names of the tests that an adapter does not pass. */
  const failing = async (tests: ConformanceTest[]) => {
    const outcomes = await Promise.allSettled(tests.map(({ run }) => run()));
    return tests
      .filter((_, place) => outcomes[place]!.status === 'rejected')
      .map(({ name }) => name);
  };

  const day = (index: number) => new Date(Date.UTC(2026, 9, 30 - index)).toISOString();
  const articles: Article[] = [0, 1, 2, 3, 4].map((index) => ({
    id: `a${index}`,
    url: `https://cms.example/${index}/`,
    headline: `Part ${index}`,
    authors: [],
    body: '<p>Text</p>',
    published: day(index),
  }));
  const good: Publisher = {
    async articles({ limit, cursor = '0', exclude = [], ...filters }, options) {
      await Promise.resolve();
      if (Object.values(filters).some(Boolean))
        throw new NewsrackError('unsupported', 'all or nothing');
      options?.signal?.throwIfAborted();
      const left = articles.filter(
        ({ id, url }) => !exclude.includes(id) && !exclude.includes(url),
      );
      const end = Number(cursor) + limit;
      return {
        articles: left.slice(Number(cursor), end),
        next: end < left.length ? String(end) : undefined,
      };
    },
    article(reference) {
      const found = articles.find(({ id, url }) =>
        'id' in reference ? id === reference.id : reference.url.startsWith(url),
      );
      return found
        ? Promise.resolve(found)
        : Promise.reject(new NewsrackError('not-found', 'not there'));
    },
    author: () => Promise.reject(new NewsrackError('unsupported', 'no authors')),
  };
  const subject = (changes: Partial<Publisher>) =>
    publisherTests({
      open: () => ({ ...good, ...changes }),
      missingId: 'none',
      missingUrl: 'https://cms.example/none/',
    });
  const listing = (change: (article: Article, index: number) => object): Partial<Publisher> => ({
    articles: async (query, options) => {
      const page = await good.articles(query, options);
      return {
        ...page,
        articles: page.articles.map((article, index) => ({
          ...article,
          ...change(article, index),
        })),
      };
    },
  });

  it('pass for an adapter that does as the port says', async () => {
    assert.deepEqual(await failing(subject({})), []);
  });

  for (const [what, changes, caught] of [
    ['markup in a headline', listing(() => ({ headline: 'Ports &amp; <em>people</em>' })), /whole/],
    ['an address that is a path', listing(({ id }) => ({ url: `/${id}` })), /whole/],
    ['a word for access that is none', listing(() => ({ access: 'everyone' })), /whole/],
    ['a language that is none', listing(() => ({ language: 'en_GB' })), /whole/],
    ['tags that are no texts', listing(() => ({ tags: [{ slug: 'ports' }] })), /whole/],
    [
      'an author’s address that is a path',
      listing(() => ({ authors: [{ name: 'Ana', url: '/ana' }] })),
      /whole/,
    ],
    [
      'a size of a picture that is at a path',
      listing(() => ({
        image: { url: 'https://cms.example/a.jpg', alt: '', sources: [{ url: 'a.jpg', width: 9 }] },
      })),
      /whole/,
    ],
    ['a list in place of a page', { articles: () => Promise.resolve([] as never) }, /whole/],
    ['a date without a zone', listing(() => ({ published: '2026-10-30 08:00' })), /whole/],
    ['the oldest first', listing((_, index) => ({ published: day(-index) })), /newest first/],
    [
      'pages that never go on',
      { articles: (query) => good.articles({ ...query, cursor: undefined }) },
      /page to page/,
    ],
    [
      'a filter that is not heeded',
      { articles: (query, options) => good.articles({ ...query, exclude: [] }, options) },
      /left out/,
    ],
    [
      'a category that is overlooked',
      {
        articles: (query, options) => good.articles({ ...query, categories: undefined }, options),
      },
      /overlooks no categories/,
    ],
    ['another error than ours', { article: () => Promise.reject(new Error('404')) }, /not there/],
    [
      'a next page that counts without what was left out',
      {
        articles: async (query, options) => {
          const from = Number(query.cursor ?? 0);
          const rest = articles
            .slice(from)
            .filter(({ id, url }) => !query.exclude?.some((each) => each === id || each === url));
          await good.articles(query, options);
          const next = from + query.limit;
          return {
            articles: rest.slice(0, query.limit),
            next: next < articles.length ? String(next) : undefined,
          };
        },
      },
      /while it leaves out/,
    ],
    [
      'seconds that were taken for milliseconds',
      listing((_, index) => ({ published: new Date(1_790_000_000 - index).toISOString() })),
      /whole/,
    ],
    [
      'fewer than it was asked for, and more behind them',
      {
        articles: (query, options) =>
          good.articles({ ...query, limit: Math.min(query.limit, 3) }, options),
      },
      /as many as are asked for/,
    ],
    ['a deaf ear to the signal', { articles: (query) => good.articles(query) }, /called off/],
  ] satisfies [string, Partial<Publisher>, RegExp][])
    it(`catch ${what}`, async () => {
      const names = await failing(subject(changes));
      assert.ok(
        names.some((name) => caught.test(name)),
        `failing: ${names.join('; ')}`,
      );
    });

  describe('of filters', () => {
    /** Articles by their category, any of those that are asked for. */
    const filed =
      (heeded: (categories: string[]) => string[]): Publisher['articles'] =>
      async ({ categories, ...query }, options) => {
        const { articles: all } = await good.articles({ ...query, limit: 100 }, options);
        const wanted = categories && heeded(categories);
        const found = all.filter(
          ({ id }) => !wanted || wanted.includes(id < 'a2' ? 'trade' : 'sea'),
        );
        return {
          articles: found.slice(0, query.limit),
          next: query.limit < found.length ? String(query.limit) : undefined,
        };
      };
    const failingOf = (heeded: (categories: string[]) => string[]) =>
      failing(
        publisherTests({
          open: () => ({ ...good, articles: filed(heeded) }),
          missingId: 'none',
          missingUrl: 'https://cms.example/none/',
          filters: { trade: { categories: ['trade'] } },
        }).filter(({ name }) => /trade/.test(name)),
      );

    it('pass where any of several is found, and where several are refused', async () => {
      assert.deepEqual(await failingOf((categories) => categories), []);
      const one = (categories: string[]) => {
        if (categories.length > 1) throw new NewsrackError('unsupported', 'one at a time');
        return categories;
      };
      assert.deepEqual(await failingOf(one), []);
    });

    it('catch that only the first of several is heeded', async () => {
      assert.deepEqual(await failingOf((categories) => categories.slice(0, 1)), [
        'lists trade, also beside another value: as many, or says that it cannot',
      ]);
    });
  });

  /** Four comments, the last of which answers another. */
  const thread = (answered: string): ReaderComment[] =>
    [2, 0, 1, 3].map((index) => ({
      id: `c${index}`,
      parentId: index === 3 ? answered : undefined,
      author: 'Ana',
      body: '<p>Yes.</p>',
      published: day(index),
      status: 'approved',
    }));
  const talk = (...pages: ReaderComment[][]) =>
    failing(
      commentStoreTests({
        open: () => ({
          page: ({ order }) =>
            Promise.resolve({ comments: pages[order === 'newest' ? 0 : pages.length - 1]! }),
        }),
        openEmpty: () => ({ page: () => Promise.resolve({ comments: [] }) }),
      }),
    );

  it('pass for a store that gives all comments at once, in whatever order', async () => {
    assert.deepEqual(await talk(thread('c1')), []);
  });

  it('catch a comment whose question is missing', async () => {
    const names = await talk(thread('gone'));
    assert.ok(names.some((name) => /each once/.test(name)));
  });

  it('catch a store that begins at the wrong end', async () => {
    const [, newest, , answer] = thread('c0');
    const [oldest] = thread('c0');
    const names = await talk([oldest!], [newest!, answer!]);
    assert.ok(
      names.some((name) => /newest conversation/.test(name)),
      names.join(),
    );
  });
});
