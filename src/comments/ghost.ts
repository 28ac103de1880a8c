import type { ReaderComment } from '../model/comment.js';
import type { NewsrackError } from '../model/error.js';
import { webUrl } from '../model/url.js';
import { request } from '../net/http.js';
import { rootOf } from '../publishers/ghost/site.js';
import { list, string, type Json } from '../publishers/json.js';
import { kindOf } from '../publishers/open.js';
import type { ReadOptions } from '../publishers/publisher.js';
import { count, id, shaped } from './answers.js';
import type { CommentStore, StoreTarget } from './comment-store.js';

/** Answers on a page, and pages of them. */
const MOST = 100;

function toComment(data: Json | undefined, parentId?: string): ReaderComment {
  // Empty where it was hidden or deleted, and has answers: whose it was is then nobody's business, either.
  const body = string(data?.html);
  const member = body ? data!.member : undefined;
  return {
    id: shaped(id(data?.id), 'Ghost'),
    parentId,
    author: string(member?.name),
    avatar: webUrl(string(member?.avatar_image)),
    body,
    published: string(data!.created_at),
    status: 'approved',
  };
}

/** The comments of a Ghost post: read only, since Ghost takes a member's cookie from its own pages and from no others. */
export function open({ source, article, url }: StoreTarget): CommentStore {
  // Without a key the address may be an article's, and nobody has looked for a folder: `store-url` names it.
  const site = (): string =>
    kindOf({ ...source!, type: undefined }) === 'ghost'
      ? rootOf(source!)
      : new URL('/', source!.url).href;
  const root = `${url ? url.replace(/\/?$/, '/') : site()}members/api/comments/`;

  const ask = async (path: string, options?: ReadOptions) =>
    (await request<Json | undefined>(root + path, options)).data;

  /** A comment comes with three of its answers at most; where there are more, all of them are fetched. */
  async function withAnswers(data: Json, options?: ReadOptions): Promise<ReaderComment[]> {
    const comment = toComment(data);
    let answers = list(data.replies);
    if (answers.length < (count(data.count?.replies) ?? 0)) {
      answers = [];
      for (let page = 1, next: number | undefined; page <= MOST; page = next) {
        const more: Json | undefined = await ask(
          `${comment.id}/replies/?limit=${MOST}&page=${page}`,
          options,
        );
        answers.push(...list(more?.comments));
        next = count(more?.meta?.pagination?.next) ?? 0;
        // A cache that looks at no query answers the first page for each.
        if (next <= page) break;
      }
    }
    const here = new Set(answers.map((answer: Json | undefined) => id(answer?.id)));
    return [
      comment,
      ...answers.map((answer: Json | undefined) => {
        // An answer to an answer is listed below the first comment, too, and stays there when the other one was hidden.
        const answered = id(answer?.in_reply_to_id);
        return toComment(answer, here.has(answered) ? answered : comment.id);
      }),
    ];
  }

  return {
    async page({ order, limit, cursor = '1' }, options) {
      const direction = order === 'newest' ? 'desc' : 'asc';
      const [answer, counts] = await Promise.all([
        ask(
          `post/${article.id}/?limit=${limit}&page=${cursor}&order=created_at%20${direction}`,
          options,
        ).catch((error: unknown): Json => {
          // The publisher has switched comments off.
          const { status, cause } = error as NewsrackError;
          if (status === 405 && (cause as Json | undefined)?.errors)
            return { comments: [] as never };
          throw error;
        }),
        // The comments are worth showing without their number.
        ask(`counts/?ids=${article.id}`, options).catch(() => undefined),
      ]);
      shaped(Array.isArray(answer?.comments), 'Ghost');
      const threads = await Promise.all(
        list(answer!.comments).map((data) => withAnswers(data, options)),
      );
      return {
        comments: threads.flat(),
        total: count(counts?.[article.id!]),
        next: id(answer!.meta?.pagination?.next),
      };
    },
  };
}
