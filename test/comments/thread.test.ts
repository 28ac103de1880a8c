import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CommentThread } from '../../src/reading/comment-thread.js';
import type { ReaderComment } from '../../src/model/comment.js';

const comment = (id: string): ReaderComment => ({
  id,
  author: 'Ana',
  body: id,
  published: '2026-10-30T08:00:00Z',
  status: 'approved',
});

describe('A thread of comments', () => {
  it('shows a new one though its store put it into the list that it gave out', () => {
    const list = [comment('1')];
    const thread = new CommentThread({ order: 'newest', limit: 20 }, { comments: list, total: 1 });
    assert.equal(thread.items.length, 1);
    list.push(comment('2'));
    thread.add(comment('2'));
    assert.deepEqual(thread.items.map(({ comment }) => comment.id).sort(), ['1', '2']);
    assert.equal(thread.total, 2);
  });
});
