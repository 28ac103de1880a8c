import { ownCommentStore } from '../adapters.js';
import { NewsrackError } from '../model/error.js';
import type { CommentStore, StoreTarget } from './comment-store.js';

/** The store that the page has registered by this name. Feeds come here, too: no store goes by what they are called. */
export async function open(target: StoreTarget, name: string): Promise<CommentStore> {
  if (!name.startsWith('x-'))
    throw new NewsrackError(
      'unsupported',
      `${target.source!.url} is a feed, and has no comments: give the publisher’s site as source, or another store.`,
    );
  return (await ownCommentStore(name))(target);
}
