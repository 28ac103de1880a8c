import { startOrigin, type Answer, type Origin, type Received } from './origin.js';
import {
  answerComments,
  makeComments,
  takeComment,
  type Comment,
  type CommentOptions,
} from './wordpress-comments.js';

/** A post in the shape in which WordPress answers, with everything embedded; see its REST handbook. */
export interface Post {
  id: number;
  date: string;
  date_gmt: string;
  slug: string;
  link: string;
  title: { rendered: string };
  excerpt: { rendered: string; protected: boolean };
  author: number;
  featured_media: number;
  categories: number[];
  tags: number[];
  _links: object;
  _embedded: Record<string, unknown>;
  [field: string]: unknown;
}

export interface SiteOptions extends CommentOptions {
  /** How many posts there are, the newest first; 30 when left out. */
  posts?: number;
  /** Whether posts have pictures; true when left out. */
  images?: boolean;
  /** The folder that WordPress is installed in: `/blog`. */
  folder?: string;
  /** Whether addresses such as `/wp-json/` work, or only `/?rest_route=/`; true when left out. */
  prettyPermalinks?: boolean;
  /** Fields that differ from the usual ones, by place in the list. */
  changes?: Record<number, Partial<Post>>;
  port?: number;
}

export interface Site extends Origin {
  posts: Post[];
  /** As they are now, those that wait included. */
  comments: Comment[];
  /** Requests for data, images and pages left out. */
  dataRequests(): Received[];
}

const subjects = ['Chile', 'Mexico', 'Costa Rica', 'Colombia', 'Brazil', 'Uruguay', 'Peru'];
const happenings = [
  'Opens Its Grid to Data Centers',
  'Doubles Software Exports &#8211; Again',
  'Trains Ten Thousand Developers a Year',
  'Wants a Share of Asia&#8217;s Chip Testing',
  'Cuts Red Tape for Shared Service Centers &amp; Labs',
];
const names = ['Ana Sofía Rojas', 'Tom O&#8217;Hara &amp; Sons', 'João Peçanha', 'Rosa Ibarra'];
const topics = ['Technology &amp; Startups', 'Trade', 'Talent'];
const widths = { medium: 300, medium_large: 768, large: 1024, full: 1600 };
const ratio = 2 / 3;

export const picture = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#47a"/></svg>`;

/** An article's body with what bodies are made of. */
const body = (base: string) =>
  `<p>Exports grew by <strong>8.4%</strong> over the year, says <a href="/report/">the report</a>.</p>
<figure><img src="${base}/wp-content/uploads/0-640x360.svg" alt="A chart" width="640" height="360"><figcaption>Exports by year</figcaption></figure>
<h2>What it means</h2>
<p>More of the same.</p>
<table><caption>Exports</caption><thead><tr><th scope="col">Year</th><th scope="col">Tonnes</th></tr></thead><tbody><tr><td>2026</td><td>1,200</td></tr></tbody></table>
<pre><code>a &lt; b</code></pre>
<iframe src="https://www.youtube.com/embed/abc123" title="A film"></iframe>
<p>The end.</p>`;

function makePost(index: number, base: string, image: boolean, change: Partial<Post> = {}): Post {
  const id = 1000 - index;
  const subject = subjects[index % subjects.length]!;
  const slug = `${subject.toLowerCase().replace(/\W/g, '-')}-${id}`;
  const date = new Date(Date.UTC(2026, 9, 30, 14) - index * 36e5 * 7).toISOString().slice(0, 19);
  const author = (index % names.length) + 1;
  const category = (index % topics.length) + 1;
  const size = (width: number) => ({
    width,
    height: Math.round(width * ratio),
    mime_type: 'image/svg+xml',
    source_url: `${base}/wp-content/uploads/${id}-${width}x${Math.round(width * ratio)}.svg`,
  });
  const sizes = Object.fromEntries(
    Object.entries(widths).map(([name, width]) => [name, size(width)]),
  );
  return {
    id,
    date,
    date_gmt: date,
    slug,
    link: `${base}/${slug}/`,
    title: { rendered: `${subject} ${happenings[index % happenings.length]!}` },
    excerpt: {
      rendered: `<p>Exports grew by 8.4% over the year, the central bank of ${subject} said, while goods &#038; services were flat. A spokesperson declined to say how many jobs would follow [&hellip;]</p>\n`,
      protected: false,
    },
    content: { rendered: body(base), protected: false },
    comment_status: 'open',
    modified_gmt: date,
    author,
    featured_media: image ? id : 0,
    categories: [category],
    tags: [],
    _links: { self: [{ href: `${base}/wp-json/wp/v2/posts/${id}` }] },
    _embedded: {
      author: [
        {
          id: author,
          name: names[author - 1],
          url: '',
          description: 'Writes about <em>work</em>.',
          link: `${base}/author/${author}/`,
          slug: `author-${author}`,
          avatar_urls: { 96: `${base}/wp-content/uploads/0-96x96.svg` },
        },
      ],
      ...(image
        ? {
            'wp:featuredmedia': [
              {
                id,
                alt_text: `Office towers in ${subject}`,
                caption: { rendered: '' },
                media_type: 'image',
                mime_type: 'image/svg+xml',
                source_url: size(widths.full).source_url,
                media_details: { ...size(widths.full), sizes },
              },
            ],
          }
        : {}),
      'wp:term': [
        [
          {
            id: category,
            name: topics[category - 1],
            slug: `topic-${category}`,
            taxonomy: 'category',
            link: `${base}/category/topic-${category}/`,
          },
        ],
        [],
      ],
    },
    ...change,
  };
}

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  json: { code, message, data: { status } },
});

const list = (value: string | null) => value?.split(',').filter(Boolean) ?? [];

/** What WordPress leaves of an answer for `_fields` and `_embed`. */
function trimmed(post: Record<string, unknown>, query: URLSearchParams): Record<string, unknown> {
  const { _embedded, ...rest } = post;
  const fields = list(query.get('_fields'));
  const wanted = (name: string) =>
    !fields.length || fields.some((field) => field === name || field.startsWith(`${name}.`));
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => wanted(name)));
  if (!query.has('_embed') || !wanted('_embedded') || !wanted('_links')) return kept;
  if (!_embedded || typeof _embedded !== 'object') return { ...kept, _embedded };
  const relations = list(query.get('_embed'));
  const embedded = Object.entries(_embedded).filter(
    ([relation]) => !/^\D/.test(relations[0] ?? '') || relations.includes(relation),
  );
  return { ...kept, _embedded: Object.fromEntries(embedded) };
}

/** The posts that a query asks for, before it is cut into pages. */
function found(posts: Post[], query: URLSearchParams): Post[] {
  const within = (name: string, values: (post: Post) => (string | number)[]) => (post: Post) => {
    const asked = list(query.get(name));
    return !query.has(name) || values(post).some((value) => asked.includes(String(value)));
  };
  const excluded = list(query.get('exclude'));
  const search = query.get('search')?.toLowerCase();
  return posts
    .filter(within('categories', (post) => post.categories))
    .filter(within('tags', (post) => post.tags))
    .filter(within('author', (post) => [post.author]))
    .filter(within('slug', (post) => [post.slug]))
    .filter(within('include', (post) => [post.id]))
    .filter((post) => !excluded.includes(String(post.id)))
    .filter((post) => !search || post.title.rendered.toLowerCase().includes(search));
}

function answerPosts(posts: Post[], query: URLSearchParams): Answer {
  const perPage = Number(query.get('per_page') ?? 10);
  if (!(perPage >= 1 && perPage <= 100))
    return refusal(400, 'rest_invalid_param', 'Invalid parameter(s): per_page');
  const page = Number(query.get('page') ?? 1);
  const all = found(posts, query);
  const pages = Math.ceil(all.length / perPage);
  if (page > 1 && page > pages)
    return refusal(
      400,
      'rest_post_invalid_page_number',
      'The page number requested is larger than the number of pages available.',
    );
  const start = Number(query.get('offset') ?? (page - 1) * perPage);
  return {
    json: all.slice(start, start + perPage).map((post) => trimmed(post, query)),
    headers: { 'x-wp-total': String(all.length), 'x-wp-totalpages': String(pages) },
  };
}

interface Publication {
  posts: Post[];
  comments: Comment[];
  url: string;
  options: SiteOptions;
}

/** The answer to a REST route such as `/wp/v2/posts/12`. */
function answerRoute(
  route: string,
  request: Received,
  { posts, comments, url: base, options }: Publication,
): Answer {
  const { query } = request;
  const [, kind, id] = /^\/wp\/v2\/(\w+)(?:\/(\d+))?\/?$/.exec(route) ?? [];
  const terms = topics.map((name, index) => ({ id: index + 1, name, slug: `topic-${index + 1}` }));
  if (route === '/' || route === '')
    return {
      json: { name: 'Nearshore Notes', url: base, home: base, namespaces: ['oembed/1.0', 'wp/v2'] },
    };
  if (kind === 'posts' && id) {
    const post = posts.find((each) => each.id === Number(id));
    return post
      ? { json: trimmed(post, query) }
      : refusal(404, 'rest_post_invalid_id', 'Invalid post ID.');
  }
  if (kind === 'posts') return answerPosts(posts, query);
  if (kind === 'comments' && request.method === 'POST') {
    const post = new URLSearchParams(request.body).get('post');
    return takeComment(
      comments,
      posts.find(({ id }) => id === Number(post)),
      request,
      options,
    );
  }
  if (kind === 'comments') return answerComments(comments, query);
  if (kind === 'users') {
    const author = posts
      .flatMap((post) => post._embedded['author'] as { id: number }[])
      .find((each) => each.id === Number(id));
    // WordPress leaves “meta” out of an answer that is asked for “meta.job_title”.
    const fields = list(query.get('_fields'));
    const user = Object.entries({ ...author, meta: { job_title: 'Reporter' } });
    return author
      ? { json: Object.fromEntries(user.filter(([name]) => !fields[0] || fields.includes(name))) }
      : refusal(401, 'rest_user_cannot_view', 'Sorry, you are not allowed to view users.');
  }
  if (kind === 'categories' || kind === 'tags') {
    const slugs = list(query.get('slug'));
    const known = kind === 'tags' ? [] : terms;
    return { json: known.filter(({ slug }) => !slugs.length || slugs.includes(slug)) };
  }
  return refusal(404, 'rest_no_route', 'No route was found matching the URL and request method.');
}

/**
 * The outside world as a WordPress site: as many posts as a test needs, in the shape of recorded answers, and whatever
 * faults it adds with `route` and `hold`.
 */
export async function startWordPress(options: SiteOptions = {}): Promise<Site> {
  const { posts: count = 30, images = true, folder = '', prettyPermalinks = true } = options;
  const origin = await startOrigin({ port: options.port });
  const base = origin.url + folder;
  const posts = Array.from({ length: count }, (_, index) =>
    makePost(index, base, images, options.changes?.[index]),
  );
  const comments = makeComments(posts[0]?.id ?? 0, posts[0]?.link ?? base, options);
  const publication = { posts, comments, url: base, options };

  origin.route(/\/uploads\/\d+-(\d+)x(\d+)\.svg/, ({ path }) => {
    const [, width, height] = /-(\d+)x(\d+)\.svg$/.exec(path) ?? [];
    return {
      body: picture(Number(width), Number(height)),
      headers: { 'content-type': 'image/svg+xml' },
      cors: false,
    };
  });
  origin.route(`${folder}/`, (request) =>
    request.query.has('rest_route')
      ? answerRoute(request.query.get('rest_route')!, request, publication)
      : { body: '<!doctype html><title>Nearshore Notes</title>', cors: false },
  );
  if (prettyPermalinks)
    origin.route(`${folder}/wp-json*`, (request) =>
      answerRoute(request.path.slice(`${folder}/wp-json`.length), request, publication),
    );

  return {
    ...origin,
    url: base,
    posts,
    comments,
    dataRequests: () => origin.requests.filter(({ url }) => /wp-json|rest_route/.test(url)),
  };
}
