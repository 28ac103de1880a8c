import type { ReaderComment } from '../model/comment.js';
import { NewsrackError } from '../model/error.js';
import { request } from '../net/http.js';
import { send } from '../net/send.js';
import { list, string, type Json } from '../publishers/json.js';
import { count, id, shaped } from './answers.js';
import type { CommentStore, StoreTarget } from './comment-store.js';
import { outcomeByStatus } from './writing.js';

/** Seconds. Cusdis limits nobody, but what stands before it may. */
const PAUSE = 15;

function toComment(data: Json | undefined, parentId?: string): ReaderComment {
  return {
    id: shaped(id(data?.id), 'Cusdis'),
    parentId,
    author: string(data!.moderator?.displayName) || string(data!.by_nickname),
    body:
      string(data!.parsedContent) ||
      string(data!.content).replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    published: string(data!.createdAt),
    status: 'approved',
  };
}

/** A comment and its answers, and theirs. */
function flat(data: Json): ReaderComment[] {
  const found: ReaderComment[] = [];
  // A stack of our own: answers may be deeper than a browser lets functions call each other.
  const waiting: [answer: Json | undefined, parentId?: string][] = [];
  const wait = (answers: Json | undefined, parentId?: string) => {
    for (const each of [...list(answers)].reverse()) waiting.push([each, parentId]);
  };
  wait(data);
  while (waiting.length) {
    const [each, parentId] = waiting.pop()!;
    found.push(toComment(each, parentId));
    wait(each!.replies?.data, id(each!.id));
  }
  return found;
}

/**
 * The comments of an article in a Cusdis. Its pages are called by the article's id where one is given, else by its
 * address. A comment is held there until somebody has approved it.
 *
 * @throws {NewsrackError} `bad-attribute`: `site-id` is missing.
 */
export function open({ article, url = 'https://cusdis.com', siteId }: StoreTarget): CommentStore {
  if (!siteId) throw new NewsrackError('bad-attribute', 'store="cusdis" needs site-id.');
  const address = `${url.replace(/\/$/, '')}/api/open/comments`;
  const pageId = article.id ?? article.url!;

  return {
    // Newest first and ten on a page, whatever is asked for.
    async page({ cursor = '1' }, options) {
      const query = new URLSearchParams({ appId: siteId, pageId, page: cursor });
      const answer = (await request<Json | undefined>(`${address}?${query}`, options)).data;
      const { data, pageCount } = answer?.data ?? {};
      shaped(Array.isArray(data), 'Cusdis');
      const comments = flat(data!);
      const next = Number(cursor) + 1;
      return next > (count(pageCount) ?? 1)
        ? { comments, total: cursor === '1' ? comments.length : undefined }
        : { comments, next: `${next}` };
    },

    writer: () =>
      Promise.resolve({
        async send({ author, email, text: typed, parentId, fields = [] }) {
          const reply = await send(address, {
            appId: siteId,
            pageId,
            pageUrl: article.url,
            pageTitle: article.headline,
            nickname: author,
            email,
            content: typed,
            parentId,
            ...Object.fromEntries(fields),
          });
          const answer = (reply.data as Json | undefined)?.data;
          if (reply.status < 300 && answer?.id) {
            return { comment: { ...toComment(answer, parentId), author, status: 'pending' } };
          }
          if (reply.status > 499 || !reply.data) return outcomeByStatus(reply, PAUSE);
          return {
            refusal: 'refused',
            message: string((reply.data as Json).message),
          };
        },
      }),
  };
}
