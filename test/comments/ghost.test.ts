import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { afterEach, describe, it } from 'node:test';
import { open } from '../../src/comments/ghost.js';
import { startOrigin, type Origin } from '../origin.js';

interface Recorded {
  comments: { id: string; replies: { id: string }[]; count: { replies: number } }[];
  meta: object;
}

/** From a real Ghost 5. */
const recorded = JSON.parse(
  await readFile(new URL('recorded/ghost-comments.json', import.meta.url), 'utf8'),
) as Recorded;

let ghost: Origin | undefined;
afterEach(() => ghost?.close());

const article = { id: '6b053d7c41dc830b7aa13497' };

async function start(path = '') {
  ghost = await startOrigin();
  const members = `${path}/members/api/comments`;
  ghost.route(`${members}/post/${article.id}/`, { json: recorded });
  ghost.route(`${members}/counts/`, { json: { [article.id]: 33 } });
  const folded = recorded.comments.find(({ replies, count }) => count.replies > replies.length)!;
  const fourth = { ...folded.replies[0], id: 'fourth', in_reply_to_id: folded.replies[0]!.id };
  const pages = [
    { comments: folded.replies, meta: { pagination: { page: 1, next: 2 } } },
    { comments: [fourth], meta: { pagination: { page: 2, next: null } } },
  ];
  ghost.route(`${members}/${folded.id}/replies/`, ({ query }) => ({
    json: pages[Number(query.get('page')) - 1],
  }));
  return { ghost, folded };
}

describe('Comments of Ghost', () => {
  it('come a page at a time, with the answers that Ghost folds', async () => {
    const { ghost, folded } = await start();
    const store = open({ source: { url: `${ghost.url}/an-article/` }, article });
    const { comments, total, next } = await store.page({ order: 'newest', limit: 5 });
    assert.equal(total, 33);
    assert.equal(next, '2');
    const answers = comments.filter(({ parentId }) => parentId === folded.id);
    assert.equal(answers.length, 3);
    assert.equal(comments.find(({ id }) => id === 'fourth')!.parentId, folded.replies[0]!.id);
    assert.equal(
      comments.length,
      recorded.comments.reduce((sum, { count }) => sum + 1 + count.replies, 0),
    );
    const [query] = ghost.requests.map(({ query }) => query.toString());
    assert.equal(query, 'limit=5&page=1&order=created_at+desc');
  });

  for (const [what, next, most] of [
    ['that a cache answers alike for every page', () => 2, 2],
    ['that never end', (page: number) => page + 1, 100],
  ] as const)
    it(`end, of answers ${what}, too`, async () => {
      const { ghost, folded } = await start();
      const replies = `/members/api/comments/${folded.id}/replies/`;
      ghost.route(replies, ({ query }) => {
        const page = Number(query.get('page'));
        // Who asks for more than this asks for ever.
        return page > 200 || ghost.requests.length > 300
          ? { status: 404, json: {} }
          : { json: { comments: [], meta: { pagination: { page, next: next(page) } } } };
      });
      const store = open({ source: { url: ghost.url }, article });
      await store.page({ order: 'newest', limit: 5 });
      const asked = ghost.requests.filter(({ path }) => path === replies);
      assert.equal(asked.length, most);
    });

  it('are read with their writers', async () => {
    const { ghost } = await start();
    const store = open({ source: { url: ghost.url }, article });
    const { comments } = await store.page({ order: 'oldest', limit: 5 });
    const arabic = comments.find(({ author }) => author === 'سارة حداد')!;
    assert.match(arabic.body, /شكرا/);
    assert.equal(arabic.published, '2026-11-24T07:32:37.000Z');
    assert.equal(arabic.avatar, undefined);
  });

  it('may be in a folder, which store-url names', async () => {
    const { ghost } = await start('/blog');
    const store = open({ source: { url: ghost.url }, article, url: `${ghost.url}/blog` });
    assert.equal((await store.page({ order: 'newest', limit: 5 })).total, 33);
  });

  it('are shown without their number where that cannot be had', async () => {
    const { ghost } = await start();
    ghost.route('/members/api/comments/counts/', { status: 404, json: { errors: [] } });
    const store = open({ source: { url: ghost.url }, article });
    const { comments, total } = await store.page({ order: 'newest', limit: 5 });
    assert.ok(comments.length);
    assert.equal(total, undefined);
  });

  it('stay in their conversation when what they answer was hidden, and say nothing of its writer', async () => {
    const { ghost, folded } = await start();
    const removed = { ...folded.replies[0], id: 'removed', html: null, in_reply_to_id: null };
    const orphan = { ...folded.replies[0], id: 'orphan', in_reply_to_id: 'hidden' };
    ghost.route(`/members/api/comments/${folded.id}/replies/`, {
      json: { comments: [removed, orphan], meta: { pagination: { next: null } } },
    });
    const store = open({ source: { url: ghost.url }, article });
    const { comments } = await store.page({ order: 'newest', limit: 5 });
    const found = (wanted: string) => comments.find(({ id }) => id === wanted)!;
    assert.equal(found('orphan').parentId, folded.id);
    assert.deepEqual(
      [found('removed').author, found('removed').avatar, found('removed').body],
      ['', undefined, ''],
    );
  });

  it('are none where the publisher has switched them off', async () => {
    const { ghost } = await start();
    ghost.route(/comments/, {
      status: 405,
      json: { errors: [{ message: 'Comments are not enabled for this site.' }] },
    });
    const store = open({ source: { url: ghost.url }, article });
    assert.deepEqual((await store.page({ order: 'newest', limit: 5 })).comments, []);
  });

  it('cannot be written from another site', () => {
    assert.equal(open({ source: { url: 'https://a.example/' }, article }).writer, undefined);
  });

  it('are a bad answer in any other shape', async () => {
    ghost = await startOrigin();
    ghost.route(/./, { json: { posts: [] } });
    const store = open({ source: { url: ghost.url }, article });
    await assert.rejects(store.page({ order: 'newest', limit: 5 }), { code: 'bad-answer' });
  });
});
