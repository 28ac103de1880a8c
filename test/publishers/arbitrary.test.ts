import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { openStore } from '../../src/comments/open.js';
import type { StoreType } from '../../src/comments/comment-store.js';
import { lines } from '../../src/html/lines.js';
import { text } from '../../src/html/text.js';
import type { Article } from '../../src/model/article.js';
import type { ReaderComment } from '../../src/model/comment.js';
import { NewsrackError } from '../../src/model/error.js';
import { threadsOf } from '../../src/model/thread.js';
import { instant } from '../../src/publishers/feed/date.js';
import { openPublisher } from '../../src/publishers/open.js';
import type { SourceType } from '../../src/publishers/publisher.js';
import { openSource } from '../../src/server/open-source.js';
import { startOrigin, type Origin } from '../origin.js';

/** What was asked for, or an error of ours: nothing else may come. */
const honest = <T>(promise: Promise<T>): Promise<T | undefined> =>
  promise.catch((error: unknown) => {
    assert.ok(error instanceof NewsrackError, String((error as Error)?.stack ?? error));
    return undefined;
  });

const isLink = (url: string | undefined) =>
  assert.ok(url === undefined || /^(https?|mailto|tel):/.test(url), url);

function checkArticle(article: Article): void {
  // In feeds and snapshots of them some have no address.
  if (article.url) isLink(article.url);
  isLink(article.image?.url);
  article.image?.sources?.forEach(({ url }) => isLink(url));
  for (const author of article.authors) {
    isLink(author.url);
    isLink(author.image?.url);
    author.links?.forEach(({ url }) => isLink(url));
  }
  for (const words of [article.headline, article.excerpt, article.kicker, article.published])
    assert.ok(words === undefined || typeof words === 'string');
}

const address = fc.constantFrom(
  'https://a.example/1/',
  'javascript:alert(1)',
  'data:text/html,x',
  '//b.example',
  'mailto:a@b.example',
  '',
  'http://[',
);
const word = fc.oneof(
  fc.string({ unit: 'binary' }),
  address,
  fc.constantFrom(
    '2026-10-30T08:00:00',
    '+275760-09-13T00:00:00',
    '-000044-03-15T00:00:00',
    '<b>x',
    '&#xD800;',
  ),
);
const anything = fc.oneof(
  fc.jsonValue(),
  word,
  fc.constantFrom(1e308, -1, 0, 8.64e15 + 1, Number.MAX_SAFE_INTEGER),
);

/** What some of these fields may be; the rest of them is missing. */
const record = (...fields: string[]) =>
  fc.record(Object.fromEntries(fields.map((field) => [field, anything])), { requiredKeys: [] });

/** Things that look right but for some of their fields. */
const things = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: anything },
    {
      weight: 9,
      arbitrary: fc
        .tuple(
          fc.record({
            id: fc.oneof(fc.constantFrom(1, 2, 3, '1', 'x'), anything),
            link: address,
            url: address,
          }),
          record(
            'id',
            'link',
            'url',
            'title',
            'date_gmt',
            'excerpt',
            'content',
            '_embedded',
            'authors',
            'author',
            'tags',
            'feature_image',
            'image',
            'attachments',
            'summary',
            'content_html',
            'date_published',
            'published_at',
            '_newsrack',
            'parent',
            'parentId',
            'replies',
            'text',
            'created',
            'mode',
            'member',
            'html',
            'count',
            'by_nickname',
            'createdAt',
            'author_avatar_urls',
            'author_name',
            '@type',
            'headline',
            'mainEntityOfPage',
            'datePublished',
            'publisher',
          ),
        )
        .map(([first, second]) => ({ ...first, ...second })),
    },
  ),
  { maxLength: 5 },
);

let origin: Origin;
let body = '';
before(async () => {
  origin = await startOrigin();
  origin.route('/*', () => ({ body, headers: { 'content-type': 'application/json' } }));
});
after(() => origin.close());

/** Each answer is another address's, so that none is remembered. */
let number = 0;
const runs = { numRuns: 150 };

describe('Whatever comes', () => {
  const wraps: Record<string, (list: unknown) => unknown> = {
    wordpress: (list) => list,
    ghost: (list) => ({ posts: list, authors: list, meta: {} }),
    'json-feed': (items) => ({ version: 'https://jsonfeed.org/version/1.1', items, title: 'x' }),
  };
  const sourceOf = (type: string) =>
    type === 'json-feed'
      ? `${origin.url}/${number++}.json`
      : `${origin.url}/${number++}/${type === 'wordpress' ? 'wp-json/' : ''}`;

  for (const [type, wrap] of Object.entries(wraps))
    it(`from ${type}: articles that lead to the web, or an error of ours`, () =>
      fc.assert(
        fc.asyncProperty(fc.oneof(things.map(wrap), anything), async (data) => {
          body = JSON.stringify(data);
          const source = { url: sourceOf(type), type: type as SourceType, key: 'k' };
          const publisher = await openPublisher(source);
          const fresh = { background: true, fresh: true };
          const page = await honest(publisher.articles({ limit: 5 }, fresh));
          page?.articles.forEach(checkArticle);
          const one = await honest(publisher.article({ id: '1' }, { ...fresh, body: true }));
          if (one) checkArticle(one);
          const author = await honest(publisher.author('1', fresh));
          isLink(author?.url);
        }),
        runs,
      ));

  it('on a page with JSON-LD: likewise', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(things, anything), async (data) => {
        body = `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
        const publisher = await openPublisher({
          url: `${origin.url}/${number++}`,
          type: 'json-ld',
        });
        const page = await honest(publisher.articles({ limit: 5 }, { fresh: true }));
        page?.articles.forEach(checkArticle);
      }),
      runs,
    ));

  const stores: Record<string, (list: unknown) => unknown> = {
    wordpress: (list) => list,
    ghost: (list) => ({ comments: list, meta: {} }),
    isso: (list) => ({ replies: list }),
    cusdis: (list) => ({ data: { data: list, pageCount: 1 } }),
  };
  for (const [type, wrap] of Object.entries(stores))
    it(`as comments from ${type}: each in one place, or an error of ours`, () =>
      fc.assert(
        fc.asyncProperty(fc.oneof(things.map(wrap), anything), async (data) => {
          body = JSON.stringify(data);
          const url = `${origin.url}/${number++}/`;
          const store = await openStore(type as StoreType, {
            source: { url: `${url}wp-json/`, type: 'wordpress' },
            article: { id: '1' },
            url,
            siteId: 's',
          });
          const page = await honest(
            store.page({ order: 'newest', limit: 20 }, { background: true, fresh: true }),
          );
          for (const { authorUrl, avatar } of page?.comments ?? []) {
            isLink(authorUrl);
            isLink(avatar);
          }
          if (page) checkThreads(page.comments);
        }),
        runs,
      ));

  const id = fc.constantFrom('1', '2', '3', '4', '__proto__', 'constructor');
  it('as a thread: cyclic, doubled or without its beginning, each comment is in one place', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id, parentId: fc.option(id, { nil: undefined }), published: word })),
        (list) =>
          checkThreads(
            list.map((each) => ({ ...each, author: '', body: '', status: 'approved' as const })),
          ),
      ),
    );
  });

  it('as a date: one that every browser reads, or none', () => {
    fc.assert(
      fc.property(fc.oneof(word, fc.date({ noInvalidDate: true }).map(String)), (written) => {
        const found = instant(written);
        assert.ok(found === undefined || !isNaN(Date.parse(found)), found);
      }),
    );
  });

  it('as markup: text that has no tags left that are closed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                '<b>',
                '</b>',
                '<',
                '>',
                '"',
                '&amp;',
                '&#60;',
                'a',
                ' ',
                '<!--',
                '-->',
                '<script>',
              ),
            )
            .map((all) => all.join('')),
        ),
        (markup) => {
          assert.equal(typeof text(markup), 'string');
          lines(markup);
        },
      ),
    );
  });
});

function checkThreads(comments: ReaderComment[]): void {
  const threads = threadsOf(comments, 'oldest');
  const placed = threads.flat().map(({ comment }) => comment.id);
  assert.equal(new Set(placed).size, placed.length);
  assert.deepEqual(new Set(placed), new Set(comments.map(({ id }) => id)));
}

describe('An article', () => {
  const wraps: Record<string, (list: object[]) => unknown> = {
    wordpress: (list) => list,
    ghost: (posts) => ({ posts, meta: {} }),
    'json-feed': (items) => ({ version: 'https://jsonfeed.org/version/1.1', items }),
  };
  for (const [type, wrap] of Object.entries(wraps))
    it(`from ${type} is of one piece, whatever is between it and the next`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 6 }),
          fc.array(anything, { maxLength: 6 }),
          async (numbers, junk) => {
            const good = numbers.map((each) => ({
              id: type === 'wordpress' ? each : String(each),
              link: `https://a.example/${each}/`,
              url: `https://a.example/${each}/`,
              title: type === 'wordpress' ? { rendered: `Title ${each}` } : `Title ${each}`,
            }));
            body = JSON.stringify(
              wrap([...good.flatMap((each, index) => [each, junk[index]])] as object[]),
            );
            const url = `${origin.url}/${number++}${type === 'json-feed' ? '.json' : type === 'wordpress' ? '/wp-json/' : '/'}`;
            const publisher = await openPublisher({ url, type: type as SourceType, key: 'k' });
            const page = await honest(
              publisher.articles({ limit: 20 }, { fresh: true, background: true }),
            );
            for (const article of page?.articles ?? []) {
              const of = /\/(\d+)\/$/.exec(article.url)?.[1];
              if (article.headline.startsWith('Title '))
                assert.equal(article.headline, `Title ${of}`);
              if (numbers.includes(Number(of))) assert.equal(article.id, of);
            }
          },
        ),
        runs,
      ));
});

describe('Answers to answers', () => {
  const deep = (open: string, close: string) => open.repeat(20_000) + close.repeat(20_000);
  for (const [type, answer] of [
    ['isso', `{"replies":[${deep('{"id":1,"text":"a","replies":[', ']}')}]}`],
    ['cusdis', `{"data":{"pageCount":1,"data":[${deep('{"id":"a","replies":{"data":[', ']}}')}]}}`],
  ] as const)
    it(`of ${type}, 20,000 levels deep`, async () => {
      body = answer;
      const url = `${origin.url}/${number++}/`;
      const article = { id: '1' };
      const store = await openStore(type, { source: undefined, article, url, siteId: 's' });
      await honest(store.page({ order: 'newest', limit: 20 }, { background: true, fresh: true }));
    });
});

describe('A megabyte of one sign', () => {
  for (const sign of [
    'x',
    ' ',
    '<',
    '&',
    '@',
    '.',
    '"',
    '<a ',
    '<!--',
    '</',
    '[',
    '(',
    '-1',
    'a:',
    '<p>',
  ])
    it(`takes no longer than it is long: ${sign}`, () => {
      const long = sign.repeat(2 ** 20 / sign.length);
      // Of this process alone: the machine may have others to run meanwhile.
      const start = process.cpuUsage();
      text(long);
      lines(long);
      instant(long);
      const { user, system } = process.cpuUsage(start);
      assert.ok((user + system) / 1000 < 3000, `${(user + system) / 1000} ms`);
    });
});

describe('A megabyte of a body', () => {
  const bodies: Record<string, string> = {
    'players that nothing closes': '<audio src="/a.mp3">'.repeat(50_000),
    'players of which not even the beginning ends': '<audio '.repeat(140_000),
    'a player’s time that nothing closes': '<span class="kg-audio-time">'.repeat(40_000),
    'a player’s time that is many': `<span${' class="kg-audio-time'.repeat(45_000)}`,
    'a picture of an emoji with endless words': `<img src="https://s.w.org/images/core/emoji/1.png" ${' alt="a" b'.repeat(100_000)}`,
  };
  for (const [what, html] of Object.entries(bodies))
    it(`takes no longer than it is long: ${what}`, async () => {
      const post = { id: '1', url: 'https://a.example/1/', title: 'One', html };
      const rss = `<rss><channel><item><link>https://a.example/1/</link><title>One</title><description><![CDATA[${html}]]></description></item></channel></rss>`;
      const rendered = {
        ...post,
        id: 1,
        link: post.url,
        title: { rendered: 'One' },
        content: { rendered: html },
      };
      const answers = {
        wordpress: JSON.stringify(rendered),
        ghost: JSON.stringify({ posts: [post] }),
        rss,
      };
      for (const [type, answer] of Object.entries(answers)) {
        body = answer;
        const url = `${origin.url}/${number++}/${type === 'wordpress' ? 'wp-json/' : ''}`;
        const publisher = await openSource({ url, type: type as SourceType, key: 'k' });
        const start = process.cpuUsage();
        const one = type === 'rss' ? { url: post.url } : { id: '1' };
        const article = await publisher.article(one, { fresh: true, background: true, body: true });
        assert.ok(article.body);
        const { user, system } = process.cpuUsage(start);
        assert.ok((user + system) / 1000 < 3000, `${type}: ${(user + system) / 1000} ms`);
      }
    });
});
