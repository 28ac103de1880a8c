import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ownCommentStore,
  ownNewsletter,
  registerCommentStore,
  registerNewsletter,
} from '../../src/adapters.js';
import type { CommentStore } from '../../src/comments/comment-store.js';

const never = () => new Promise<never>(() => {});
const late = { code: 'timeout', retryable: true };
const comment = { author: 'Ana', email: 'ana@readers.example', text: 'Hello', key: 'k' };
const article = { id: '7' };

/** Opens a store of a page's own. */
async function opened(store: CommentStore) {
  registerCommentStore('x-forum', () => store);
  return (await ownCommentStore('x-forum'))({ source: undefined, article });
}

describe('A store of a page’s own', () => {
  it('gives a page in time, or none', async () => {
    const store = await opened({ page: never });
    const page = store.page({ order: 'newest', limit: 5 }, { timeout: 20 });
    await assert.rejects(page, late);
  });

  it('sends and finds in time, or not', async (t) => {
    const store = await opened({
      page: never,
      writer: () => Promise.resolve({ send: never, find: never }),
    });
    const writer = await store.writer!();
    t.mock.timers.enable({ apis: ['setTimeout'] });
    for (const asked of [writer.send(comment), writer.find!(comment)]) {
      t.mock.timers.tick(20_000);
      await assert.rejects(asked, late);
    }
  });

  it('says as ever whether readers can write, and what its writer can do', async () => {
    const page = () => Promise.resolve({ comments: [] });
    assert.equal((await opened({ page })).writer, undefined);
    const outcome = { refusal: 'closed' } as const;
    const send = () => Promise.resolve(outcome);
    const plain = await (await opened({ page, writer: () => Promise.resolve({ send }) })).writer!();
    assert.equal(await plain.send(comment), outcome);
    assert.equal(await plain.find?.(comment), undefined);
    assert.ok(!plain.noticesRepetition?.(comment));

    /** As somebody may write it who likes classes. */
    class Writer {
      sent = { id: '1', author: 'Ana', body: '', published: '', status: 'approved' } as const;
      send() {
        return Promise.resolve({ comment: this.sent });
      }
      find() {
        return Promise.resolve(this.sent);
      }
      noticesRepetition() {
        return !!this.sent;
      }
    }
    const able = new Writer();
    const writer = await (await opened({ page, writer: () => Promise.resolve(able) })).writer!();
    assert.deepEqual(await writer.send(comment), { comment: able.sent });
    assert.equal(await writer.find!(comment), able.sent);
    assert.equal(writer.noticesRepetition!(comment), true);
  });
});

describe('A newsletter of a page’s own', () => {
  const newsletter = {
    provider: 'x-crm',
    action: 'https://crm.example/',
    list: [],
    tags: [],
  } as const;
  const reader = { email: comment.email, page: 'https://partner.example/', more: {} };

  it('answers in time, or not', async (t) => {
    registerNewsletter('x-crm', never);
    const send = await ownNewsletter('x-crm');
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const sent = send({ ...newsletter, list: [], tags: [] }, reader);
    t.mock.timers.tick(20_000);
    await assert.rejects(sent, late);
  });
});
