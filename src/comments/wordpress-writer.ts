import { withText } from '../html/plain.js';
import type { ReaderComment } from '../model/comment.js';
import { send, type Reply } from '../net/send.js';
import { string, type Json } from '../publishers/json.js';
import { id } from './answers.js';
import type { CommentWriter, Outcome, Refusal } from './comment-store.js';
import { toComment } from './wordpress.js';
import { among, outcomeByStatus, turnedAway, waitFor } from './writing.js';

/** Seconds between a reader's comments, unless a site has changed it. WordPress does not say. */
const PAUSE = 15;

/** By WordPress' codes. */
const refusals: Record<string, Refusal> = {
  rest_comment_closed: 'closed',
  rest_comment_login_required: 'login',
  comment_duplicate: 'duplicate',
  comment_flood: 'flood',
  rest_comment_author_data_required: 'invalid',
  rest_comment_content_invalid: 'invalid',
};

/** What WordPress lets readers write; any other `<` would go, and what follows it. */
const notMarkup =
  /<(?!\/?(?:a|abbr|acronym|b|blockquote|cite|code|del|em|i|q|s|strike|strong)\b[^<>]*>)/gi;

/** Writes below a WordPress article; `latest` are the comments that everyone sees now, as far as they fit in one answer. */
export const writerOf = (
  address: string,
  post: string,
  latest: () => Promise<ReaderComment[]>,
): CommentWriter => ({
  async send({ author, email, text, parentId, key, fields = [] }) {
    const form = new URLSearchParams([
      ['post', post],
      ['parent', parentId ?? '0'],
      ['author_name', author],
      ['author_email', email],
      ['content', text.replace(notMarkup, '&lt;')],
      ['newsrack_key', key],
      ...fields,
    ]);
    return outcomeOf(await send(address, form));
  },

  find: async (comment) => among(await latest(), comment),

  // WordPress compares what was typed with what its filters made of it.
  noticesRepetition: ({ text }) => !/[&<>\\]|:\/\//.test(text),
});

/** @throws {NewsrackError} Nobody knows what became of the comment. */
async function outcomeOf(reply: Reply): Promise<Outcome> {
  const { status, data } = reply;
  const answer = data as Json | undefined;
  if (status < 300 && id(answer?.id)) {
    return string(answer!.status) === 'trash'
      ? { refusal: 'disallowed' }
      : { comment: await withText((text) => toComment(answer, text)) };
  }
  const code = string(answer?.code);
  if (!code || status > 499) return outcomeByStatus(reply, PAUSE);
  const refusal =
    refusals[code] ??
    (/_length$/.test(code)
      ? 'too-long'
      : answer!.data?.params?.author_email
        ? 'email'
        : (turnedAway[status] ?? 'refused'));
  return {
    refusal,
    message: await withText((text) => text(string(answer!.message))),
    ...waitFor(refusal, reply, PAUSE),
  };
}
