import { ownCommentStore } from '../adapters.js';
import type { CommentStore, StoreTarget } from './comment-store.js';

/** The store that the page has registered by this name. */
export const open = async (target: StoreTarget, name: string): Promise<CommentStore> =>
  (await ownCommentStore(name))(target);
