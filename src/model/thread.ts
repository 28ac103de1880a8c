import type { ReaderComment } from './comment.js';

export type CommentOrder = 'newest' | 'oldest';

/** A comment at its place in a conversation. */
export interface ThreadItem {
  comment: ReaderComment;
  /** 0 for a comment on the article, 1 for an answer to it, and so on without end. */
  depth: number;
  /** What it answers. */
  parent?: ReaderComment;
}

const time = ({ published }: ReaderComment): number => Date.parse(published) || 0;

/**
 * The conversations that a heap of comments makes up, each from its first comment down through the answers to each answer,
 * oldest first. Every comment is in exactly one place: one whose parent is not there begins a conversation, and so does
 * the oldest of comments that answer each other in a circle. Of two with one id the first counts.
 */
export function threadsOf(comments: ReaderComment[], order: CommentOrder): ThreadItem[][] {
  const known = new Map<string, ReaderComment>();
  for (const comment of comments) if (!known.has(comment.id)) known.set(comment.id, comment);
  const oldestFirst = [...known.values()].sort((a, b) => time(a) - time(b));
  const answers = new Map<string | undefined, ReaderComment[]>();
  for (const comment of oldestFirst) {
    const parent = known.has(comment.parentId ?? '') ? comment.parentId : undefined;
    const siblings = answers.get(parent);
    if (siblings) siblings.push(comment);
    else answers.set(parent, [comment]);
  }

  const placed = new Set<ReaderComment>();
  const threads: ThreadItem[][] = [];
  const begin = (first: ReaderComment) => {
    const thread: ThreadItem[] = [];
    // A stack of our own: a conversation may be deeper than a browser lets functions call each other.
    const waiting: ThreadItem[] = [{ comment: first, depth: 0 }];
    for (let item; (item = waiting.pop());) {
      const { comment, depth } = item;
      if (placed.has(comment)) continue;
      placed.add(comment);
      thread.push(item);
      const below = answers.get(comment.id) ?? [];
      for (let index = below.length; index--;)
        waiting.push({ comment: below[index]!, depth: depth + 1, parent: comment });
    }
    threads.push(thread);
  };
  answers.get(undefined)?.forEach(begin);
  // What no conversation led to answers itself in a circle.
  for (const comment of oldestFirst) if (!placed.has(comment)) begin(comment);
  return order === 'newest' ? threads.reverse() : threads;
}
