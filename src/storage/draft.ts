import { readSession, writeSession } from './session.js';

/** What a reader has written and not sent, or sent without getting an answer. */
export interface Draft {
  /** Below which article. */
  thread: string;
  /** A random number, which its copy in a duplicated tab has, too. */
  id?: number;
  text: string;
  author: string;
  email: string;
  /** The comment that it answers. */
  parentId?: string;
  /** The reader wants name and e-mail to be remembered on this site. */
  remember?: boolean;
  /** Goes with the comment each time it is sent. */
  key?: string;
  /** What exactly was sent under this key; absent when nothing was, or an answer came. */
  sent?: string;
  /** Ids of the comments of that name that were there before: none of them is what was sent. */
  known?: string[];
}

export const keyOf = (thread: string) => `draft:${thread}`;

const memory = new Map<string, Draft>();

/** The draft of a thread, the same object for all who ask: from this page, else from this tab before a reload. */
export function draftOf(thread: string): Draft {
  let draft = memory.get(thread);
  if (!draft) {
    const kept = readSession<Partial<Draft>>(keyOf(thread));
    draft = { id: Math.random(), text: '', author: '', email: '', ...kept, thread };
    memory.set(thread, draft);
  }
  return draft;
}

/** Keeps a draft for as long as the tab lives; where storage is blocked, as the page does. */
export function keepDraft(draft: Draft): void {
  writeSession(keyOf(draft.thread), draft);
}
