import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { open } from '../../src/comments/cusdis.js';
import { startOrigin, type Origin } from '../origin.js';

let cusdis: Origin | undefined;
afterEach(() => cusdis?.close());

const nothing = { data: [], commentCount: 0, pageSize: 10, pageCount: 1 };

/** Exchanges made from Cusdis' source: what its own widget reads and sends. */
const comment = (id: string, more: object = {}) => ({
  id,
  createdAt: '2026-10-20T08:00:00.000Z',
  content: 'Is *this* <b>right</b>?',
  by_nickname: 'Ana',
  moderatorId: null,
  page: { id: 'p', slug: 'article-7', url: null, title: null },
  parsedContent: '<p>Is <em>this</em> &lt;b&gt;right&lt;/b&gt;?</p>\n',
  parsedCreatedAt: '2026-10-20 08:00',
  replies: nothing,
  ...more,
});

const pages = [
  {
    ...nothing,
    data: [
      comment('c3', {
        replies: {
          ...nothing,
          data: [comment('c4', { by_nickname: '', moderator: { displayName: 'The editor' } })],
        },
      }),
      comment('c2'),
    ],
    commentCount: 11,
    pageCount: 2,
  },
  { ...nothing, data: [comment('c1')], commentCount: 11, pageCount: 2 },
];

const article = { id: 'article-7', url: 'https://publisher.example/a/', headline: 'A headline' };

async function start() {
  cusdis = await startOrigin();
  cusdis.route('/api/open/comments', ({ method, query }) =>
    method === 'POST'
      ? {
          json: {
            data: {
              id: 'c5',
              content: 'Hello',
              createdAt: '2026-10-21T08:00:00.000Z',
              approved: false,
            },
          },
        }
      : { json: { data: pages[Number(query.get('page')) - 1] } },
  );
  return {
    cusdis,
    store: open({ source: undefined, article, url: `${cusdis.url}/`, siteId: 'app' }),
  };
}

const written = { author: 'Ana', email: 'ana@readers.example', text: 'Hello', key: 'k' };

describe('Comments of Cusdis', () => {
  it('come a page at a time, with their answers', async () => {
    const { cusdis, store } = await start();
    const first = await store.page({ order: 'newest', limit: 20 });
    assert.deepEqual(
      first.comments.map(({ id, parentId, author }) => [id, parentId, author]),
      [
        ['c3', undefined, 'Ana'],
        ['c4', 'c3', 'The editor'],
        ['c2', undefined, 'Ana'],
      ],
    );
    assert.match(first.comments[0]!.body, /<em>this<\/em>/);
    assert.equal(first.total, undefined);
    const second = await store.page({ order: 'newest', limit: 20, cursor: first.next });
    assert.deepEqual([second.comments.length, second.next], [1, undefined]);
    assert.equal(cusdis.requests[0]!.url, '/api/open/comments?appId=app&pageId=article-7&page=1');
  });

  it('are sent, and wait for approval', async () => {
    const { cusdis, store } = await start();
    const { comment } = await (await store.writer!()).send({ ...written, parentId: 'c3' });
    assert.deepEqual(
      [comment!.id, comment!.status, comment!.author, comment!.parentId],
      ['c5', 'pending', 'Ana', 'c3'],
    );
    assert.deepEqual(JSON.parse(cusdis.requests[0]!.body), {
      appId: 'app',
      pageId: 'article-7',
      pageUrl: 'https://publisher.example/a/',
      pageTitle: 'A headline',
      nickname: 'Ana',
      email: 'ana@readers.example',
      content: 'Hello',
      parentId: 'c3',
    });
  });

  it('show what was typed, where nothing has made markup of it', async () => {
    const { cusdis, store } = await start();
    cusdis.route('/api/open/comments', {
      json: { data: { ...nothing, data: [comment('c1', { parsedContent: undefined })] } },
    });
    const { comments } = await store.page({ order: 'newest', limit: 20 });
    assert.equal(comments[0]!.body, 'Is *this* &#60;b>right&#60;/b>?');
  });

  it('are refused in its own words', async () => {
    const { cusdis, store } = await start();
    cusdis.route('/api/open/comments', { status: 404, json: { message: 'Project not found' } });
    assert.deepEqual(await (await store.writer!()).send(written), {
      refusal: 'refused',
      message: 'Project not found',
    });
  });

  it('are turned away by a page that stands before it', async () => {
    const { cusdis, store } = await start();
    cusdis.route('/api/open/comments', { status: 429, body: '<h1>Too many requests</h1>' });
    assert.deepEqual(await (await store.writer!()).send(written), { refusal: 'flood', wait: 15 });
  });

  it('may have arrived when no clear answer comes, and nobody can tell', async () => {
    const { cusdis, store } = await start();
    cusdis.route('/api/open/comments', { status: 500, json: { message: 'x' } });
    await assert.rejects((await store.writer!()).send(written), { code: 'bad-answer' });
    const writer = await store.writer!();
    assert.equal(writer.find, undefined);
    assert.equal(writer.noticesRepetition, undefined);
  });

  it('need to know the site', () => {
    assert.throws(() => open({ source: undefined, article }), { code: 'bad-attribute' });
  });
});
