import { toJson } from '../model/json.js';
import type { Draft } from '../storage/draft.js';
import { keptDraft, lastSent } from '../storage/kept-draft.js';
import { rememberedReader } from '../storage/reader.js';
import { desks, type CommentDesk } from './comment-desk.js';

/** How the tab has a draft. */
function keptOf(draft: Draft) {
  const kept = keptDraft(draft);
  return {
    kept: toJson(kept),
    sent: lastSent(draft),
    /** What stands in the box is kept; it is not where storage is blocked or full. */
    isWhole: (kept?.text ?? '') === draft.text,
  };
}

/** What the tab has in place of what the page has. */
function replace(desk: CommentDesk): void {
  const { draft } = desk;
  const none = {
    id: Math.random(),
    text: '',
    parentId: undefined,
    key: undefined,
    sent: undefined,
  };
  Object.assign(draft, none, { remember: !!rememberedReader() }, keptDraft(draft));
  desk.become('writing');
}

/** When the page came; it may have a `performance` of its own. A machine that sleeps makes the other reckoning later. */
const began = () => performance?.timeOrigin ?? Date.now() - new CustomEvent('').timeStamp;

/**
 * A page that the browser has put aside comes back as it was left. By then its draft may have been sent, or changed, on
 * another page of the tab: what the tab has kept is what holds, where it had kept all. To be called when a reader turns to
 * a box.
 */
export function watchReturn(): void {
  for (const desk of desks) {
    const { draft, isBusy } = desk;
    const kept = keptDraft(draft);
    // The page may have been put aside before anybody turned to its box.
    const isSent = !kept && lastSent(draft) > began();
    if (!isBusy && (draft.text ? isSent : kept?.text)) replace(desk);
  }

  let left = new Map<Draft, ReturnType<typeof keptOf>>();
  addEventListener('pagehide', () => {
    left = new Map([...desks].map(({ draft }) => [draft, keptOf(draft)]));
  });
  addEventListener('pageshow', ({ persisted }) => {
    for (const desk of persisted ? desks : []) {
      const before = left.get(desk.draft);
      if (desk.isBusy || !before?.isWhole) continue;
      const { kept, sent } = keptOf(desk.draft);
      // A site may empty the tab's storage, which sends nothing.
      if (kept ? kept !== before.kept : sent !== before.sent) replace(desk);
    }
  });
}
