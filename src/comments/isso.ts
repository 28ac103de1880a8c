import { withText } from '../html/plain.js';
import type { ReaderComment } from '../model/comment.js';
import { NewsrackError } from '../model/error.js';
import { webUrl } from '../model/url.js';
import { request } from '../net/http.js';
import { send } from '../net/send.js';
import { list, string, type Json } from '../publishers/json.js';
import { count, id, shaped } from './answers.js';
import type { CommentStore, Outcome, StoreTarget } from './comment-store.js';
import { among, outcomeByStatus } from './writing.js';

/** Isso counts a minute back when it limits how much one address may write. */
const PAUSE = 60;

type Text = (markup: string) => string;

function toComment(data: Json | undefined, text: Text): ReaderComment {
  const created = new Date((count(data?.created) ?? 0) * 1000);
  return {
    id: shaped(id(data?.id), 'Isso'),
    parentId: id(data!.parent),
    author: text(string(data!.author)),
    authorUrl: webUrl(text(string(data!.website))),
    avatar: webUrl(string(data!.gravatar_image)),
    // Empty where it was deleted, and has answers.
    body: string(data!.text),
    published: isNaN(+created) ? '' : created.toISOString(),
    status: count(data!.mode) === 2 ? 'pending' : 'approved',
  };
}

/** A comment and its answers, and theirs. */
function flat(replies: Json, text: Text): ReaderComment[] {
  const found: ReaderComment[] = [];
  // A stack of our own: answers may be deeper than a browser lets functions call each other.
  const waiting = [...list(replies)].reverse();
  while (waiting.length) {
    const each = waiting.pop();
    found.push(toComment(each, text));
    waiting.push(...[...list(each!.replies)].reverse());
  }
  return found;
}

/**
 * The comments of an article in an Isso. Its threads are called by the article's id where one is given, else by the path
 * of its address.
 *
 * @throws {NewsrackError} `bad-attribute`: `store-url` is missing.
 */
export function open({ article, url }: StoreTarget): CommentStore {
  if (!url) throw new NewsrackError('bad-attribute', 'store="isso" needs store-url.');
  const root = url.replace(/\/?$/, '/');
  const uri = encodeURIComponent(article.id ?? new URL(article.url!).pathname);

  async function read(fresh?: boolean, signal?: AbortSignal) {
    const { data } = await request<Json | undefined>(`${root}?uri=${uri}`, { fresh, signal });
    shaped(Array.isArray(data?.replies), 'Isso');
    return withText((text) => flat(data!.replies!, text));
  }

  return {
    // It gives all comments at once.
    async page(_query, options) {
      const comments = await read(options?.fresh, options?.signal).catch((error: unknown) => {
        // It answers so for an article that nobody has commented on.
        if ((error as NewsrackError).status === 404) return [];
        throw error;
      });
      return { comments, total: comments.length };
    },

    writer: () =>
      Promise.resolve({
        async send({ author, email, text: typed, parentId, fields = [] }) {
          const reply = await send(`${root}new?uri=${uri}`, {
            author,
            email,
            text: typed,
            parent: parentId ? Number(parentId) : null,
            title: article.headline || null,
            ...Object.fromEntries(fields),
          });
          if (reply.status < 300 && id((reply.data as Json | undefined)?.id)) {
            return { comment: await withText((text) => toComment(reply.data as Json, text)) };
          }
          if (reply.status !== 400 && reply.status !== 403) return outcomeByStatus(reply, PAUSE);
          return refusalOf(await withText((text) => text(reply.text.replace(/^.*?<p>/s, ''))));
        },

        async find(comment) {
          return among(await read(true), comment);
        },
      }),
  };
}

/** Isso says in a sentence what it objects to. */
function refusalOf(message: string): Outcome {
  if (/ratelimit/.test(message)) return { refusal: 'flood', wait: PAUSE };
  return {
    refusal: /too long/.test(message)
      ? 'too-long'
      : /rfc5321|email/.test(message)
        ? 'email'
        : /too short|missing|required/.test(message)
          ? 'invalid'
          : 'refused',
    message,
  };
}
