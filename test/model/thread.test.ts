import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReaderComment } from '../../src/model/comment.js';
import { threadsOf, type CommentOrder } from '../../src/model/thread.js';

let minute = 0;

const comment = (id: string, parentId?: string, published?: string): ReaderComment => ({
  id,
  parentId,
  author: `Reader ${id}`,
  body: id,
  published: published ?? new Date(Date.UTC(2026, 9, 1, 0, minute++)).toISOString(),
  status: 'approved',
});

/** `a b> c>>`: a reader sees b below a, and c below b. */
const drawn = (comments: ReaderComment[], order: CommentOrder = 'oldest') =>
  threadsOf(comments, order).map((thread) =>
    thread.map(({ comment, depth }) => comment.id + '>'.repeat(depth)).join(' '),
  );

describe('Threads', () => {
  const talk = [
    comment('a'),
    comment('b', 'a'),
    comment('x'),
    comment('c', 'b'),
    comment('d', 'a'),
    comment('y', 'x'),
  ];

  it('have each answer below what it answers, oldest first', () => {
    assert.deepEqual(drawn(talk), ['a b> c>> d>', 'x y>']);
  });

  it('stand newest first, and read from top to bottom all the same', () => {
    assert.deepEqual(drawn(talk, 'newest'), ['x y>', 'a b> c>> d>']);
  });

  it('do not depend on the order in which comments came', () => {
    assert.deepEqual(drawn(talk.toReversed()), ['a b> c>> d>', 'x y>']);
  });

  it('say what each comment answers', () => {
    const [[, answer]] = threadsOf(talk, 'oldest') as [[unknown, { parent: ReaderComment }]];
    assert.equal(answer.parent.id, 'a');
  });

  it('begin with a comment whose parent is missing', () => {
    assert.deepEqual(drawn([comment('a'), comment('b', 'gone'), comment('c', 'b')]), ['a', 'b c>']);
  });

  it('break a circle at its oldest comment, and lose none', () => {
    const circle = [comment('a', 'c'), comment('b', 'a'), comment('c', 'b'), comment('d', 'b')];
    assert.deepEqual(drawn(circle), ['a b> c>> d>>']);
    assert.deepEqual(drawn([comment('a', 'a'), comment('b')]), ['b', 'a']);
  });

  it('have every comment once, if it came twice', () => {
    assert.deepEqual(drawn([talk[0]!, talk[1]!, talk[0]!, talk[1]!]), ['a b>']);
  });

  it('take comments without a usable time', () => {
    assert.deepEqual(drawn([comment('a', undefined, 'yesterday'), comment('b', 'a', '')]), [
      'a b>',
    ]);
  });

  it('may be deeper than functions can call each other', () => {
    const deep = Array.from({ length: 50_000 }, (_, index) =>
      comment(`${index}`, index ? `${index - 1}` : undefined, '2026-01-01T00:00:00Z'),
    );
    const [thread] = threadsOf(deep, 'newest');
    assert.equal(thread!.length, 50_000);
    assert.equal(thread!.at(-1)!.depth, 49_999);
  });
});
