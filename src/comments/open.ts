import { loaded } from '../model/loaded.js';
import { open as openWordPress } from './wordpress.js';
import type { CommentStore, StoreTarget, StoreType } from './comment-store.js';

interface Opener {
  open(target: StoreTarget, name: string): CommentStore | Promise<CommentStore>;
}

const stores: Record<string, () => Promise<Opener>> = {
  // Most comments are there: not worth a request of its own.
  wordpress: () => Promise.resolve({ open: openWordPress }),
  ghost: () => import('./ghost.js'),
  isso: () => import('./isso.js'),
  cusdis: () => import('./cusdis.js'),
};

/** `x-…`: what the page has registered. */
const own = () => import('./own.js');

/**
 * The store of an article's comments. Opening asks nothing of it yet.
 *
 * @throws {NewsrackError} `network`: the store's code did not come. `unsupported`: nobody has registered it. `bad-attribute`: it needs to know more.
 */
export async function openStore(type: StoreType, target: StoreTarget): Promise<CommentStore> {
  const store = await loaded((stores[type] ?? own)());
  return store.open(target, type);
}
