import { keyOf, type Draft } from './draft.js';
import { readSession, writeSession } from './session.js';

const sentKey = (thread: string) => `sent:${thread}`;

/** What the tab has kept of a draft. */
export const keptDraft = ({ thread }: Draft): Partial<Draft> | undefined =>
  readSession(keyOf(thread));

/** When a comment below this article last arrived, from whichever page of the tab: milliseconds since 1970, 0 for never. */
export const lastSent = ({ thread }: Draft): number => readSession<number>(sentKey(thread)) ?? 0;

/** The tab forgets a draft that has arrived; the page keeps the object. */
export function forgetDraft({ thread }: Draft): void {
  writeSession(keyOf(thread), undefined);
  writeSession(sentKey(thread), Date.now());
}
