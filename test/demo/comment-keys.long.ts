import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { useOwnPublisher } from '../e2e/publisher.js';

interface Answer {
  status: number;
  body: {
    id?: number;
    post?: number;
    status?: string;
    code?: string;
    content?: { rendered: string };
  };
}

/** The publisher's plugin answers a comment that comes twice with the first one. */
describe('The key of a comment', () => {
  const publisher = useOwnPublisher({ commentFlood: false });
  let article: number;
  before(() => {
    article = publisher.ids['articles']!['second-berth']!.id;
  });

  const known = { author_name: 'Bruno Cardenal', author_email: 'bruno@readers.example' };
  const stranger = { author_name: 'Nadia Prats', author_email: 'nadia@readers.example' };

  async function send(comment: object): Promise<Answer> {
    const response = await fetch(`${publisher.url}/wp-json/wp/v2/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ post: article, ...known, ...comment }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  /** How many readers find a comment under an article. */
  async function shown(text: string, post = article) {
    const answer = await fetch(
      `${publisher.url}/wp-json/wp/v2/comments?post=${post}&per_page=100&search=${encodeURIComponent(text)}`,
    );
    return ((await answer.json()) as unknown[]).length;
  }

  it('answers the same comment twice, and keeps it once', async () => {
    // WordPress itself does not find a duplicate with `&` and a link in it.
    const comment = {
      content: 'Tides & timetables: <a href="https://ledger.example/?a=1&b=2">here</a>',
      newsrack_key: 'tides-and-timetables',
    };
    const first = await send(comment);
    const second = await send(comment);
    assert.equal(first.status, 201);
    assert.equal(second.status, 200);
    assert.equal(second.body.id, first.body.id);
    assert.deepEqual(Object.keys(second.body), Object.keys(first.body));
    assert.equal(second.body.status, 'approved');
    assert.deepEqual(second.body.content, first.body.content);
    assert.equal(await shown('Tides'), 1);
  });

  it('makes one comment of several that are sent at the same time', async () => {
    const comment = { content: 'Sent by an impatient finger.', newsrack_key: 'impatient_finger-1' };
    const answers = await Promise.all([send(comment), send(comment), send(comment)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 201]);
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.equal(await shown('impatient'), 1);
  });

  it('finds a comment that is held, which nobody could read back', async () => {
    const comment = {
      ...stranger,
      content: 'My first comment here & elsewhere.',
      newsrack_key: 'first-of-nadia',
    };
    const first = await send(comment);
    const second = await send(comment);
    assert.equal(first.body.status, 'hold');
    assert.equal(second.body.status, 'hold');
    assert.equal(second.body.id, first.body.id);
    assert.equal(await shown('elsewhere'), 0);
  });

  it('leaves the same text with another key to WordPress, which calls it a duplicate', async () => {
    const content = 'Said once, and said again.';
    assert.equal((await send({ content, newsrack_key: 'said-once-1' })).status, 201);
    const { status, body } = await send({ content, newsrack_key: 'said-again-1' });
    assert.equal(status, 409);
    assert.equal(body.code, 'comment_duplicate');
    // The refused one can be corrected and sent with its key.
    const corrected = { content: 'Said otherwise.', newsrack_key: 'said-again-1' };
    assert.equal((await send(corrected)).status, 201);
  });

  it('means another comment under another article', async () => {
    const other = publisher.ids['articles']!['tren-encina']!.id;
    const comment = { content: 'The same key, elsewhere.', newsrack_key: 'one-key-for-two' };
    const here = await send(comment);
    const there = await send({ ...comment, post: other });
    assert.equal(there.status, 201);
    assert.notEqual(there.body.id, here.body.id);
    assert.equal(there.body.post, other);
  });

  it('does not open an article whose comments are closed', async () => {
    const post = publisher.ids['articles']!['comments-closed']!.id;
    const { status, body } = await send({
      post,
      content: 'Too late?',
      newsrack_key: 'too-late-000',
    });
    assert.equal(status, 403);
    assert.equal(body.code, 'rest_comment_closed');
  });

  for (const key of ['short', 'x'.repeat(65), 'no spaces here', ['a-list-of-keys']])
    it(`is refused when it is ${JSON.stringify(key).slice(0, 20)}`, async () => {
      const { status, body } = await send({ content: 'Hello.', newsrack_key: key });
      assert.equal(status, 400);
      assert.equal(body.code, 'rest_invalid_param');
    });

  it('is shown to nobody', async () => {
    const { body } = await send({ content: 'A secret?', newsrack_key: 'a-secret-key-1' });
    const all = await fetch(`${publisher.url}/wp-json/wp/v2/comments/${body.id}`);
    assert.doesNotMatch(await all.text(), /a-secret-key/);
  });
});
