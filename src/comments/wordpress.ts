import { withText } from '../html/plain.js';
import type { ReaderComment } from '../model/comment.js';
import { loaded } from '../model/loaded.js';
import { webUrl } from '../model/url.js';
import { list, string, type Json } from '../publishers/json.js';
import type { ReadOptions } from '../publishers/publisher.js';
import { MOST_PER_PAGE, readerOf, rootOf } from '../publishers/wordpress/discovery.js';
import { id, shaped } from './answers.js';
import type { CommentQuery, CommentStore, StoreTarget } from './comment-store.js';

/** Asks for comments of the article. */
export type Ask = (
  parameters: string,
  options?: ReadOptions,
) => Promise<{ comments: ReaderComment[]; total?: number; pages?: number }>;

/** A comment as WordPress answers it, to what was asked and to what was sent. */
export function toComment(data: Json | undefined, text: (markup: string) => string): ReaderComment {
  const avatars = Object.values(data?.author_avatar_urls ?? {});
  return {
    id: shaped(id(data?.id), 'WordPress'),
    parentId: id(data!.parent),
    url: webUrl(string(data!.link)),
    author: text(string(data!.author_name)),
    authorUrl: webUrl(string(data!.author_url)),
    avatar: webUrl(string(avatars.at(-1))),
    body: string(data!.content?.rendered),
    // Universal time, without saying so.
    published: `${string(data!.date_gmt)}Z`,
    // Absent from what everyone may read; what is taken for spam is looked at, too.
    status: /^(approved)?$/.test(string(data!.status)) ? 'approved' : 'pending',
  };
}

/** The comments of a WordPress article. */
export function open({ source, article }: StoreTarget): CommentStore {
  const read = readerOf(source!);
  /** What has been given out: what is left of the total at the end answers comments that are gone. */
  let given = new Set<string>();
  let total: number | undefined;

  const ask: Ask = async (parameters, options) => {
    const answer = await read<unknown>(
      'wp/v2/comments',
      `post=${article.id}&${parameters}&_fields=id,parent,author_name,author_url,date_gmt,content,link,author_avatar_urls`,
      options,
    );
    shaped(Array.isArray(answer.data), 'WordPress');
    const header = (name: string) => Number(answer.headers.get(name)) || undefined;
    return {
      comments: await withText((text) => list(answer.data).map((each) => toComment(each, text))),
      total: header('X-WP-Total'),
      pages: header('X-WP-TotalPages'),
    };
  };

  return {
    async page({ order, limit, cursor }: CommentQuery, options) {
      const direction = order === 'newest' ? 'desc' : 'asc';
      if (!cursor) {
        // Most articles have fewer than a hundred comments: one request brings all of them.
        const first = await ask(`per_page=${MOST_PER_PAGE}&order=${direction}`, options);
        const { comments } = first;
        given = new Set();
        total = first.total;
        // A server may hide how many there are.
        if (total ? total <= comments.length : comments.length < MOST_PER_PAGE) {
          return { comments, total: comments.length };
        }
      }
      const page = Number(cursor ?? 1);
      const [top, { conversations }] = await Promise.all([
        ask(`parent=0&per_page=${limit}&page=${page}&order=${direction}`, options),
        loaded(import('./wordpress-conversations.js')),
      ]);
      const isLast = top.pages ? page >= top.pages : top.comments.length < limit;
      const expected = isLast ? total : 0;
      const comments = await conversations(ask, top.comments, given, expected, options);
      return { comments, total, next: isLast ? undefined : `${page + 1}` };
    },

    writer: async () => {
      const { writerOf } = await import('./wordpress-writer.js');
      const latest = async () =>
        (await ask(`per_page=${MOST_PER_PAGE}&order=desc`, { fresh: true })).comments;
      return writerOf(`${rootOf(source!)}wp/v2/comments`, article.id!, latest);
    },
  };
}
