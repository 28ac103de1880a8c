import { keyOf, type Draft } from './draft.js';
import { readSession, writeSession } from './session.js';

/** What the tab has kept of a draft. */
export const keptDraft = ({ thread }: Draft): Partial<Draft> | undefined =>
  readSession(keyOf(thread));

/** The tab forgets a draft; the page keeps the object. */
export function forgetDraft({ thread }: Draft): void {
  writeSession(keyOf(thread), undefined);
}
