import type { Answer, Received } from './origin.js';

/** A comment in the shape in which WordPress answers, and what it keeps to itself. */
export interface Comment {
  id: number;
  post: number;
  parent: number;
  author: number;
  author_name: string;
  author_url: string;
  date: string;
  date_gmt: string;
  content: { rendered: string };
  link: string;
  status: 'approved' | 'hold' | 'trash';
  type: 'comment';
  author_avatar_urls: Record<string, string>;
  secret?: { email: string; typed: string; key: string };
}

export interface CommentOptions {
  /** Comments of the newest post, oldest first: the place in the list of what each one answers, from 1; 0 for nothing. None when left out. */
  comments?: number[];
  /** Fields that differ from the usual ones, by place in the list from 0. */
  commentChanges?: Record<number, Partial<Comment>>;
  /** Readers by e-mail whose comments appear at once; those of others wait. */
  knownReaders?: string[];
  /** WordPress' pause of 15 s between comments; false when left out. */
  commentFlood?: boolean;
  /** The demo's plugin: a comment that is sent again under its key is answered with the first one; false when left out. */
  idempotent?: boolean;
  /** Readers need no login; true when left out. */
  anonymousComments?: boolean;
}

const refusal = (status: number, code: string, message: string, more = {}): Answer => ({
  status,
  json: { code, message, data: { status, ...more } },
});

const readers = ['Ana Lucía Paz', 'Bob Keller', 'Carlos Méndez', 'Dorothy O&#8217;Wells', 'سارة'];
const sayings = [
  'This matches what we see on the ground.',
  'Is there a source for the 99% figure?',
  'Agradezco la nota. Falta hablar de los salarios.',
  'Not convinced &#8212; the numbers are from 2019.',
  'شكرا على المقال',
];

export function makeComments(post: number, link: string, options: CommentOptions): Comment[] {
  return (options.comments ?? []).map((parent, index) => {
    const date = new Date(Date.UTC(2026, 9, 20) + index * 60_000).toISOString().slice(0, 19);
    const id = index + 1;
    return {
      id,
      post,
      parent,
      author: 0,
      author_name: readers[index % readers.length]!,
      author_url: index % 2 ? '' : 'https://readers.example/',
      date,
      date_gmt: date,
      content: { rendered: `<p>${sayings[index % sayings.length]!} (${id})</p>\n` },
      link: `${link}#comment-${id}`,
      status: 'approved',
      type: 'comment',
      author_avatar_urls: { 96: `https://avatars.example/${id}.png` },
      ...options.commentChanges?.[index],
    };
  });
}

const numbers = (value: string | null) => value?.split(',').map(Number);

/** What WordPress shows of a comment; `_fields` names what. */
function shown({ secret: _, ...comment }: Comment, query: URLSearchParams): object {
  const fields = query.get('_fields')?.split(',');
  return Object.fromEntries(
    Object.entries(comment).filter(([name]) => fields?.includes(name) ?? true),
  );
}

export function answerComments(comments: Comment[], query: URLSearchParams): Answer {
  const post = numbers(query.get('post'));
  const parent = numbers(query.get('parent'));
  const parentExclude = numbers(query.get('parent_exclude'));
  const found = comments
    .filter(({ status }) => status === 'approved')
    .filter((comment) => !post || post.includes(comment.post))
    .filter((comment) => !parent || parent.includes(comment.parent))
    .filter((comment) => !parentExclude?.includes(comment.parent));
  if (query.get('order') !== 'asc') found.reverse();
  const perPage = Number(query.get('per_page') ?? 10);
  const page = Number(query.get('page') ?? 1);
  const pages = Math.ceil(found.length / perPage);
  if (!(perPage >= 1 && perPage <= 100))
    return refusal(400, 'rest_invalid_param', 'Invalid parameter(s): per_page');
  return {
    json: found.slice((page - 1) * perPage, page * perPage).map((each) => shown(each, query)),
    headers: { 'x-wp-total': String(found.length), 'x-wp-totalpages': String(pages) },
  };
}

/** Takes a comment or refuses it, in the order in which WordPress looks at it. */
export function takeComment(
  comments: Comment[],
  post: { id: number; link: string; comment_status?: unknown } | undefined,
  { body }: Received,
  options: CommentOptions,
): Answer {
  const sent = new URLSearchParams(body);
  const of = (name: string) => sent.get(name) ?? '';
  const first = comments.find(({ secret }) => secret && secret.key === of('newsrack_key'));
  if (options.idempotent && first) return { json: shown(first, new URLSearchParams()) };
  if (options.anonymousComments === false)
    return refusal(401, 'rest_comment_login_required', 'Sorry, you must be logged in to comment.');
  const email = of('author_email');
  if (email && !/^\S+@\S+\.\S+$/.test(email))
    return refusal(400, 'rest_invalid_param', 'Invalid parameter(s): author_email', {
      params: { author_email: 'Invalid email address.' },
    });
  if (!post)
    return refusal(
      403,
      'rest_comment_invalid_post_id',
      'Sorry, you are not allowed to create this comment without a post.',
    );
  if (post.comment_status === 'closed')
    return refusal(403, 'rest_comment_closed', 'Sorry, comments are closed for this item.');
  const typed = of('content');
  if (!typed.trim())
    return refusal(400, 'rest_comment_content_invalid', 'Invalid comment content.');
  if (!of('author_name') || !email)
    return refusal(
      400,
      'rest_comment_author_data_required',
      'Creating a comment requires valid author name and email values.',
    );
  if (typed.length > 65_525)
    return refusal(
      400,
      'comment_content_column_length',
      'Comment field exceeds maximum length allowed.',
    );
  const parent = Number(of('parent'));
  // What its filters change is not found again.
  const filtered = typed
    .replace(/<a [^>]*>/g, '$& rel="nofollow ugc"')
    .replace(/&(?!amp;)/g, '&amp;');
  if (
    comments.some(
      ({ secret, parent: its }) =>
        secret?.typed === typed && its === parent && secret.email === email,
    ) &&
    filtered === typed
  )
    return refusal(
      409,
      'comment_duplicate',
      'Duplicate comment detected; it looks as though you&#8217;ve already said that!',
    );
  if (options.commentFlood && comments.some(({ secret }) => secret?.email === email))
    return refusal(400, 'comment_flood', 'You are posting comments too quickly. Slow down.');
  const id = Math.max(0, ...comments.map((each) => each.id)) + 1;
  const date = new Date(Date.UTC(2026, 10, 1) + id * 1000).toISOString().slice(0, 19);
  const comment: Comment = {
    id,
    post: post.id,
    parent,
    author: 0,
    author_name: of('author_name'),
    author_url: '',
    date,
    date_gmt: date,
    content: { rendered: `<p>${filtered.replace(/'/g, '&#8217;')}</p>\n` },
    link: `${post.link}#comment-${id}`,
    status: /viagra/.test(typed)
      ? 'trash'
      : options.knownReaders?.includes(email)
        ? 'approved'
        : 'hold',
    type: 'comment',
    author_avatar_urls: {},
    secret: { email, typed, key: of('newsrack_key') },
  };
  comments.push(comment);
  return { status: 201, json: shown(comment, new URLSearchParams()) };
}
