import { NewsrackError } from '../model/error.js';
import { open as openWordPress } from './wordpress.js';
import type { CommentStore, StoreTarget, StoreType } from './comment-store.js';

interface Opener {
  open(target: StoreTarget): CommentStore;
}

const stores: Record<StoreType, () => Promise<Opener>> = {
  // Most comments are there: not worth a request of its own.
  wordpress: () => Promise.resolve({ open: openWordPress }),
  ghost: () => import('./ghost.js'),
  isso: () => import('./isso.js'),
  cusdis: () => import('./cusdis.js'),
};

export const storeTypes = Object.keys(stores);

/**
 * The store of an article's comments. Opening asks nothing of it yet.
 *
 * @throws {NewsrackError} `network`: the store's code did not come. `bad-attribute`: it needs to know more.
 */
export async function openStore(type: StoreType, target: StoreTarget): Promise<CommentStore> {
  const store = await stores[type]().catch((cause: unknown) => {
    throw new NewsrackError('network', 'A part of Newsrack could not be loaded.', { cause });
  });
  return store.open(target);
}
