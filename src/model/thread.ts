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

/** What is known of a comment while conversations are put together; its depth is below zero until it is in one. */
interface Entry extends ThreadItem {
  time: number;
  answers?: Entry[];
}

/**
 * The conversations that a heap of comments makes up, each from its first comment down through the answers to each answer,
 * oldest first. Every comment is in exactly one place: one whose parent is not there begins a conversation, and so does
 * the oldest of comments that answer each other in a circle. Of two with one id the first counts.
 */
export function threadsOf(comments: ReaderComment[], order: CommentOrder): ThreadItem[][] {
  const entries = new Map<string | undefined, Entry>();
  for (const comment of comments)
    if (!entries.has(comment.id))
      entries.set(comment.id, {
        comment,
        depth: -1,
        // Once for each: ten thousand are put in order before the first is shown.
        time: Date.parse(comment.published) || 0,
      });
  const oldestFirst = [...entries.values()].sort((a, b) => a.time - b.time);
  const firsts = oldestFirst.filter((entry) => {
    const parent = entries.get(entry.comment.parentId);
    if (parent?.answers) parent.answers.push(entry);
    // An array that begins with its first is as long as that; `push` makes room for sixteen.
    else if (parent) parent.answers = [entry];
    return !parent;
  });

  const threads: ThreadItem[][] = [];
  // What no conversation leads to answers itself in a circle.
  for (const first of [...firsts, ...oldestFirst]) {
    if (first.depth >= 0) continue;
    first.depth = 0;
    const thread: ThreadItem[] = [];
    // A stack of our own: a conversation may be deeper than a browser lets functions call each other.
    const waiting = [first];
    for (let entry; (entry = waiting.pop());) {
      thread.push(entry);
      for (const answer of entry.answers?.reverse() ?? []) {
        if (answer.depth >= 0) continue;
        answer.depth = entry.depth + 1;
        answer.parent = entry.comment;
        waiting.push(answer);
      }
    }
    threads.push(thread);
  }
  return order === 'newest' ? threads.reverse() : threads;
}
