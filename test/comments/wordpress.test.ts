import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { NewComment } from '../../src/comments/comment-store.js';
import { open } from '../../src/comments/wordpress.js';
import type { ReaderComment } from '../../src/model/comment.js';
import { threadsOf } from '../../src/model/thread.js';
import { answerComments } from '../wordpress-comments.js';
import { startWordPress, type Site, type SiteOptions } from '../wordpress-api.js';

let site: Site | undefined;
afterEach(() => site?.close());

async function start(options: SiteOptions) {
  site = await startWordPress({ posts: 2, ...options });
  const { id, link } = site.posts[0]!;
  const store = open({ source: { url: site.url }, article: { id: `${id}`, url: link } });
  const asked = () => site!.requests.map(({ query }) => query.get('parent') ?? 'all');
  return { store, asked, site };
}

const ana = 'ana@readers.example';

const written = (text: string, more: Partial<NewComment> = {}): NewComment => ({
  author: 'Ana Paz',
  email: ana,
  text,
  key: `key of ${text}`,
  ...more,
});

const ids = (comments: ReaderComment[]) => comments.map(({ id }) => Number(id));

describe('Comments of WordPress', () => {
  it('come all at once, up to a hundred, in one request', async () => {
    const { store, asked } = await start({ comments: [0, 1, 2, 0, 1] });
    const page = await store.page({ order: 'newest', limit: 1 });
    assert.deepEqual(ids(page.comments), [5, 4, 3, 2, 1]);
    assert.equal(page.total, 5);
    assert.equal(page.next, undefined);
    assert.deepEqual(asked(), ['all']);
  });

  it('are read as they were written', async () => {
    const { store } = await start({ comments: [0, 1] });
    const { comments } = await store.page({ order: 'oldest', limit: 10 });
    const [{ avatar, url, ...first }, second] = comments as [ReaderComment, ReaderComment];
    assert.deepEqual(first, {
      id: '1',
      parentId: undefined,
      author: 'Ana Lucía Paz',
      authorUrl: 'https://readers.example/',
      body: '<p>This matches what we see on the ground. (1)</p>\n',
      published: '2026-10-20T00:00:00Z',
      status: 'approved',
    });
    assert.equal(avatar, 'https://avatars.example/1.png');
    assert.match(url!, /#comment-1$/);
    assert.equal(second.parentId, '1');
    assert.equal(second.author, 'Bob Keller');
  });

  it('come by conversations where there are more, one request for each level of answers', async () => {
    // 60 conversations, each with an answer and an answer to that.
    const { store, asked } = await start({
      comments: Array.from({ length: 180 }, (_, index) => (index < 60 ? 0 : index - 59)),
    });
    const first = await store.page({ order: 'newest', limit: 20 });
    assert.equal(first.total, 180);
    assert.equal(first.comments.length, 60);
    const threads = threadsOf(first.comments, 'newest');
    assert.deepEqual(
      threads.slice(0, 2).map((thread) => ids(thread.map(({ comment }) => comment))),
      [
        [60, 120, 180],
        [59, 119, 179],
      ],
    );
    assert.equal(asked().length, 5, 'all, the first ones, two levels, and that there are no more');

    const second = await store.page({ order: 'newest', limit: 20, cursor: first.next });
    const third = await store.page({ order: 'newest', limit: 20, cursor: second.next });
    assert.equal(third.next, undefined);
    const all = [first, second, third].flatMap(({ comments }) => ids(comments));
    assert.equal(new Set(all).size, 180);
  });

  it('come by conversations, too, where a server hides how many there are', async () => {
    const { store, site } = await start({
      comments: Array.from({ length: 130 }, (_, index) => (index < 110 ? 0 : index - 100)),
    });
    site.route('/wp-json/wp/v2/comments', ({ query }) => ({
      ...answerComments(site.comments, query),
      headers: {},
    }));
    const first = await store.page({ order: 'newest', limit: 80 });
    const second = await store.page({ order: 'newest', limit: 80, cursor: first.next });
    assert.deepEqual([first.total, second.total, second.next], [undefined, undefined, undefined]);
    assert.equal(new Set(ids([...first.comments, ...second.comments])).size, 130);
  });

  for (const [what, options, count] of [
    [
      'more than a hundred answers to one',
      { comments: Array.from({ length: 250 }, (_, index) => (index ? 1 : 0)) },
      250,
    ],
    [
      'answers to a comment that is gone',
      {
        comments: Array.from({ length: 120 }, (_, index) => (index < 100 ? 0 : 3)),
        commentChanges: { 2: { status: 'hold' } },
      },
      119,
    ],
    ['a hundred', { comments: Array.from({ length: 100 }, () => 0) }, 100],
    ['two hundred', { comments: Array.from({ length: 200 }, () => 0) }, 200],
  ] as [string, SiteOptions, number][])
    it(`are all there where a server hides how many there are: ${what}`, async () => {
      const { store, site } = await start(options);
      site.route('/wp-json/wp/v2/comments', ({ query }) => ({
        ...answerComments(site.comments, query),
        headers: {},
      }));
      const all: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.page({ order: 'oldest', limit: 50, cursor });
        all.push(...ids(page.comments));
        cursor = page.next;
      } while (cursor);
      assert.deepEqual([all.length, new Set(all).size], [count, count]);
    });

  it('come in few requests where one conversation has nearly all of them', async () => {
    const { store, asked } = await start({
      comments: Array.from({ length: 450 }, (_, index) => (index ? 1 : 0)),
    });
    const { comments, next } = await store.page({ order: 'oldest', limit: 20 });
    assert.equal(comments.length, 450);
    assert.equal(next, undefined);
    assert.ok(asked().length <= 12, asked().join(' '));
  });

  it('end, however many pages of answers there are said to be', async () => {
    const { store, site, asked } = await start({
      comments: Array.from({ length: 120 }, (_, index) => (index < 110 ? 0 : 1)),
    });
    site.route(/parent=1,/, {
      json: [],
      headers: { 'x-wp-total': '1', 'x-wp-totalpages': '1000000000000' },
    });
    await store.page({ order: 'oldest', limit: 20 });
    const answers = asked().filter((parent) => parent.startsWith('1,'));
    assert.equal(answers.length, 100);
  });

  it('are not lost when the comment that they answer is gone', async () => {
    const { store } = await start({
      comments: Array.from({ length: 120 }, (_, index) => (index < 100 ? 0 : 3)),
      commentChanges: { 2: { status: 'hold' } },
    });
    let cursor: string | undefined;
    const all: number[] = [];
    do {
      const page = await store.page({ order: 'oldest', limit: 50, cursor });
      all.push(...ids(page.comments));
      cursor = page.next;
    } while (cursor);
    assert.equal(new Set(all).size, 119);
    assert.equal(all.length, 119);
  });

  it('are sent as a form, which needs no preflight', async () => {
    const { store, site } = await start({ comments: [0], knownReaders: [ana] });
    const outcome = await (
      await store.writer!()
    ).send(written('It is 5 < 6 & <b>so</b>.', { parentId: '1', fields: [['captcha', 'passed']] }));
    assert.equal(outcome.comment!.status, 'approved');
    assert.equal(outcome.comment!.parentId, '1');
    const [request] = site.requests.filter(({ method }) => method === 'POST');
    assert.match(request!.headers['content-type']!, /^application\/x-www-form-urlencoded/);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(request!.body)), {
      post: `${site.posts[0]!.id}`,
      parent: '1',
      author_name: 'Ana Paz',
      author_email: ana,
      content: 'It is 5 &lt; 6 & <b>so</b>.',
      newsrack_key: 'key of It is 5 < 6 & <b>so</b>.',
      captcha: 'passed',
    });
  });

  it('wait for approval when WordPress holds them', async () => {
    const { store } = await start({});
    const { comment } = await (await store.writer!()).send(written('Hello'));
    assert.equal(comment!.status, 'pending');
  });

  const refused: [what: string, SiteOptions, Partial<NewComment>, refusal: string][] = [
    ['no login', { anonymousComments: false }, {}, 'login'],
    ['a closed article', { changes: { 0: { comment_status: 'closed' } } }, {}, 'closed'],
    ['a bad address', {}, { email: 'ana' }, 'email'],
    ['no name', {}, { author: '' }, 'invalid'],
    ['no text', {}, { text: '' }, 'invalid'],
    ['a long text', {}, { text: 'x'.repeat(70_000) }, 'too-long'],
    ['a word', {}, { text: 'viagra' }, 'disallowed'],
  ];
  for (const [what, options, more, refusal] of refused)
    it(`are refused for ${what}: ${refusal}`, async () => {
      const { store } = await start(options);
      assert.equal((await (await store.writer!()).send(written('Hello', more))).refusal, refusal);
    });

  it('are refused when sent too fast, with the time to wait', async () => {
    const { store } = await start({ commentFlood: true });
    await (await store.writer!()).send(written('Hello'));
    const { refusal, wait } = (await (await store.writer!()).send(written('Hello again'))) as {
      refusal: string;
      wait: number;
    };
    assert.deepEqual([refusal, wait], ['flood', 15]);
  });

  it('are refused when they are there already', async () => {
    const { store } = await start({});
    await (await store.writer!()).send(written('Hello'));
    const outcome = await (await store.writer!()).send(written('Hello'));
    assert.equal(outcome.refusal, 'duplicate');
    assert.match((outcome as { message: string }).message, /you’ve already said that/);
  });

  it('are refused in WordPress’ own words for reasons of a plugin', async () => {
    const { store, site } = await start({});
    site.route('/wp-json/wp/v2/comments', {
      status: 403,
      json: { code: 'captcha_failed', message: 'Solve the <b>captcha</b>.', data: { status: 403 } },
    });
    assert.deepEqual(await (await store.writer!()).send(written('Hello')), {
      refusal: 'refused',
      message: 'Solve the captcha.',
    });
  });

  it('are refused when sent too fast, with the time to wait that WordPress asks for', async () => {
    const { store, site } = await start({});
    site.route('/wp-json/wp/v2/comments', {
      status: 429,
      json: { code: 'too_many_requests', message: 'Slow down.', data: { status: 429 } },
      headers: { 'retry-after': '120' },
    });
    assert.deepEqual(await (await store.writer!()).send(written('Hello')), {
      refusal: 'flood',
      message: 'Slow down.',
      wait: 120,
    });
  });

  const page = { body: '<!doctype html><title>Not here</title><h1>Not here</h1>' };
  for (const [what, answer, outcome] of [
    ['limits how often', { ...page, status: 429 }, { refusal: 'flood', wait: 15 }],
    [
      'says how long to wait',
      { ...page, status: 429, headers: { 'retry-after': '60' } },
      { refusal: 'flood', wait: 60 },
    ],
    [
      'answers in its own JSON',
      { status: 429, json: { error: 'x' } },
      { refusal: 'flood', wait: 15 },
    ],
    ['finds it too large', { ...page, status: 413 }, { refusal: 'too-long' }],
    ['does not like it', { ...page, status: 403 }, { refusal: 'refused' }],
    ['does not like it, as ModSecurity says so', { ...page, status: 406 }, { refusal: 'refused' }],
  ] as const)
    it(`are turned away by a firewall before WordPress that ${what}`, async () => {
      const { store, site } = await start({});
      site.route('/wp-json/wp/v2/comments', answer);
      assert.deepEqual(await (await store.writer!()).send(written('Hello')), outcome);
    });

  for (const [what, answer] of [
    ['an error page', { status: 502, body: '<h1>Bad gateway</h1>' }],
    ['an error', { status: 500, json: { code: 'internal_server_error', message: 'x' } }],
    ['a captcha page', { body: '<!doctype html><title>Are you human?</title>' }],
  ] as const)
    it(`may have arrived when ${what} comes back`, async () => {
      const { store, site } = await start({});
      site.route('/wp-json/wp/v2/comments', answer);
      await assert.rejects((await store.writer!()).send(written('Hello')), { code: 'bad-answer' });
    });

  it('may have arrived when no answer comes back', async () => {
    const { store, site } = await start({});
    site.route('/wp-json/wp/v2/comments', { reset: 'before' });
    await assert.rejects((await store.writer!()).send(written('Hello')), { code: 'network' });
  });

  it('are found again, typography or not, and asked for anew', async () => {
    const { store, site } = await start({ comments: [0], knownReaders: [ana] });
    const comment = written("Don't ask.", { parentId: '1' });
    assert.equal(await (await store.writer!()).find!(comment), undefined);
    await (await store.writer!()).send(comment);
    assert.equal((await (await store.writer!()).find!(comment))!.id, '2');
    assert.equal(
      await (
        await store.writer!()
      ).find!({ ...comment, parentId: undefined }),
      undefined,
    );
    assert.equal(await (await store.writer!()).find!({ ...comment, author: 'Bob' }), undefined);
    assert.equal(site.requests.filter(({ method }) => method === 'GET').length, 4);
  });

  it('cannot be told from a repetition with a link or an ampersand', async () => {
    const { store } = await start({});
    const writer = await store.writer!();
    const notices = (text: string) => writer.noticesRepetition!(written(text));
    assert.deepEqual(
      ['Plain.', 'Salt & pepper', 'See https://a.example/', '<b>bold</b>'].map(notices),
      [true, false, false, false],
    );
  });
});
