import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { open } from '../../src/comments/isso.js';
import { startOrigin, type Origin } from '../origin.js';

let isso: Origin | undefined;
afterEach(() => isso?.close());

/** Exchanges made from Isso's API documentation and its source (0.13). */
const comment = (id: number, more: object = {}) => ({
  id,
  parent: null,
  author: 'Max &amp; Moritz',
  website: null,
  text: '<p>Stop saying that! <em>isso</em>!</p>',
  created: 1464940838.254393,
  modified: null,
  mode: 1,
  hash: 'e644f6ee43c0',
  likes: 0,
  dislikes: 0,
  ...more,
});

const thread = {
  id: null,
  total_replies: 2,
  hidden_replies: 0,
  replies: [
    {
      ...comment(1),
      total_replies: 1,
      hidden_replies: 0,
      replies: [comment(3, { parent: 1, website: 'http://readers.example' })],
    },
    // Deleted, and answered: Isso keeps its place.
    { ...comment(2, { mode: 4, text: '', author: null }), total_replies: 0, replies: [] },
  ],
};

const article = { url: 'https://publisher.example/drug-trafficking/', headline: 'A headline' };

async function start() {
  isso = await startOrigin();
  isso.route('/isso/', { json: thread });
  return { isso, store: open({ source: undefined, article, url: `${isso.url}/isso` }) };
}

const written = { author: 'Ana', email: 'ana@readers.example', text: 'Hello', key: 'k' };

const refusalPage = (status: number, reason: string) => ({
  status,
  body: `<!doctype html>\n<html lang=en>\n<title>${status} Refused</title>\n<h1>Refused</h1>\n<p>${reason}</p>\n`,
});

describe('Comments of Isso', () => {
  it('come all at once, by the path of the article', async () => {
    const { isso, store } = await start();
    const { comments, total, next } = await store.page({ order: 'newest', limit: 1 });
    assert.equal(isso.requests[0]!.query.get('uri'), '/drug-trafficking/');
    assert.equal(total, 3);
    assert.equal(next, undefined);
    assert.deepEqual(
      comments.map(({ id, parentId, author, body }) => [id, parentId, author, body.length]),
      [
        ['1', undefined, 'Max & Moritz', 39],
        ['3', '1', 'Max & Moritz', 39],
        ['2', undefined, '', 0],
      ],
    );
    assert.equal(comments[0]!.published, '2016-06-03T08:00:38.254Z');
    assert.equal(comments[1]!.authorUrl, 'http://readers.example/');
  });

  it('are called by the article’s id where one is given', async () => {
    const { isso } = await start();
    const store = open({
      source: undefined,
      article: { id: 'thread 7' },
      url: `${isso.url}/isso/`,
    });
    await store.page({ order: 'newest', limit: 1 });
    assert.equal(isso.requests[0]!.query.get('uri'), 'thread 7');
  });

  it('are none where nobody has written yet', async () => {
    const { isso, store } = await start();
    isso.route('/isso/', refusalPage(404, 'Not found'));
    assert.deepEqual(await store.page({ order: 'newest', limit: 1 }), { comments: [], total: 0 });
  });

  it('are sent as JSON, and published or held', async () => {
    const { isso, store } = await start();
    isso.route(
      '/isso/new',
      { status: 201, json: comment(4, { parent: 1 }) },
      { status: 202, json: comment(5, { mode: 2 }) },
    );
    const published = await (await store.writer!()).send({ ...written, parentId: '1' });
    assert.equal(published.comment!.status, 'approved');
    assert.equal((await (await store.writer!()).send(written)).comment!.status, 'pending');
    const [request] = isso.requests;
    assert.equal(request!.query.get('uri'), '/drug-trafficking/');
    assert.deepEqual(JSON.parse(request!.body), {
      author: 'Ana',
      email: 'ana@readers.example',
      text: 'Hello',
      parent: 1,
      title: 'A headline',
    });
  });

  for (const [status, reason, refusal] of [
    [403, '10.0.0.0: ratelimit exceeded (1, 2)', 'flood'],
    [400, 'text is too short (minimum length: 3)', 'invalid'],
    [400, 'text is too long (maximum length: 65535)', 'too-long'],
    [400, 'http://tools.ietf.org/html/rfc5321#section-4.5.3', 'email'],
    [403, '3 direct responses to /drug-trafficking/', 'refused'],
  ] as const)
    it(`are refused: ${reason}`, async () => {
      const { isso, store } = await start();
      isso.route('/isso/new', refusalPage(status, reason));
      const outcome = await (await store.writer!()).send(written);
      assert.equal(outcome.refusal, refusal);
      if (refusal === 'refused') assert.equal((outcome as { message: string }).message, reason);
    });

  for (const [status, outcome] of [
    [429, { refusal: 'flood', wait: 60 }],
    [413, { refusal: 'too-long' }],
  ] as const)
    it(`are turned away by what stands before Isso with ${status}`, async () => {
      const { isso, store } = await start();
      isso.route('/isso/new', refusalPage(status, 'nginx'));
      assert.deepEqual(await (await store.writer!()).send(written), outcome);
    });

  it('may have arrived when no clear answer comes', async () => {
    const { isso, store } = await start();
    isso.route('/isso/new', { status: 502, body: 'Bad gateway' });
    await assert.rejects((await store.writer!()).send(written), { code: 'bad-answer' });
  });

  it('are found again', async () => {
    const { store } = await start();
    const found = await (
      await store.writer!()
    ).find!({
      ...written,
      author: 'Max & Moritz',
      text: 'Stop saying that! isso!',
    });
    assert.equal(found!.id, '1');
  });

  it('need an address', () => {
    assert.throws(() => open({ source: undefined, article }), { code: 'bad-attribute' });
  });
});
