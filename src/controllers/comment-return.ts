import { toJson } from '../model/json.js';
import type { Draft } from '../storage/draft.js';
import { keptDraft } from '../storage/kept-draft.js';
import { desks } from './comment-desk.js';

const kept = (draft: Draft): string => toJson(keptDraft(draft));

/**
 * A page that the browser has put aside comes back as it was left. By then its draft may have been sent, or changed, on
 * another page of the tab: what the tab has kept is what holds. To be called once.
 */
export function watchReturn(): void {
  let left = new Map<Draft, string>();
  addEventListener('pagehide', () => {
    left = new Map([...desks].map(({ draft }) => [draft, kept(draft)]));
  });
  addEventListener('pageshow', ({ persisted }) => {
    for (const desk of persisted ? desks : []) {
      const { draft, isBusy } = desk;
      const before = left.get(draft);
      // Where nothing was kept, storage is blocked: what stands in the box is all there is.
      if (isBusy || !before || before === kept(draft)) continue;
      const none = { text: '', parentId: undefined, key: undefined, sent: undefined };
      Object.assign(draft, none, keptDraft(draft));
      desk.become('writing');
    }
  });
}
