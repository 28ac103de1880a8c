import { startOrigin, type Answer, type Origin, type Received } from './origin.js';
import { picture } from './wordpress-api.js';

/** A tag or an author, as far as a filter asks for it. */
interface Named {
  id: string;
  slug: string;
  name: string;
  [field: string]: unknown;
}

/** A post in the shape in which Ghost's Content API answers when it is asked for everything. */
export interface GhostPost {
  id: string;
  slug: string;
  url: string;
  title: string;
  tags: Named[];
  authors: Named[];
  visibility: string;
  [field: string]: unknown;
}

export interface GhostOptions {
  /** How many posts there are, the newest first; 12 when left out. */
  posts?: number;
  /** The folder that Ghost is installed in: `/blog`. */
  folder?: string;
  /** Whether readers may comment; true when left out. */
  comments?: boolean;
  /** Fields that differ from the usual ones, by place in the list. */
  changes?: Record<number, Partial<GhostPost>>;
}

export interface GhostSite extends Origin {
  posts: GhostPost[];
  key: string;
  /** The address with the key in it. */
  source: string;
  /** Requests to the Content API and for comments. */
  dataRequests(): Received[];
}

const key = '0f1e2d3c4b5a69788796a5b4c3';
const id = (number: number) => number.toString(16).padStart(24, '6b05');

const titles = [
  'The Ferry Runs Again on Sundays',
  'A Bakery & a Bookshop Share One Oven',
  'Why the <em>Old Mill</em> Keeps Its Wheel',
  'Snow Closes the Pass, “Until Further Notice”',
  'Bees Move Into the Bus Station’s Roof',
];
const topics = ['Town', 'Weather & Roads', 'Commerce'];
const writers = [
  {
    name: 'Ilse Brandt',
    bio: 'Walks everywhere & writes about <it>.',
    website: 'https://ilse.example/',
    twitter: '@ilsebrandt',
    facebook: 'ilse.brandt',
    youtube: '@ilse',
    linkedin: 'ilse-brandt',
    mastodon: 'towns.example/@ilse',
  },
  { name: 'Theo Okafor', bio: null, website: null, twitter: null, facebook: null },
];

const nothing = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, null]));

const makeTag = (index: number, base: string): Named => ({
  id: id(100 + index),
  name: topics[index]!,
  slug: `topic-${index + 1}`,
  visibility: 'public',
  ...nothing('description', 'feature_image', 'og_image', 'og_title', 'meta_title', 'accent_color'),
  url: `${base}/tag/topic-${index + 1}/`,
});

const makeAuthor = (index: number, base: string): Named => ({
  // The one who has set Ghost up.
  id: index ? id(200 + index) : '1',
  slug: writers[index]!.name.toLowerCase().replace(/\W/g, '-'),
  profile_image: `${base}/content/images/2026/10/writer-${index}.jpg`,
  ...nothing('cover_image', 'location', 'threads', 'bluesky', 'tiktok', 'instagram', 'meta_title'),
  ...writers[index]!,
  url: `${base}/author/${writers[index]!.name.toLowerCase().replace(/\W/g, '-')}/`,
});

function makePost(index: number, base: string, change: Partial<GhostPost> = {}): GhostPost {
  const title = titles[index % titles.length]!;
  const slug = `${title.toLowerCase().replace(/\W+/g, '-')}-${index}`;
  const time = new Date(Date.UTC(2026, 9, 30, 14) - index * 36e5 * 9).toISOString().slice(0, 19);
  return {
    id: id(1000 - index),
    uuid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    slug,
    url: `${base}/${slug}/`,
    title,
    html: `<p>What happened, in <strong>short</strong>.</p>\n<p onclick="alert(1)">And what <a href="${base}/about/">we</a> think.</p>`,
    excerpt: 'What happened,\n\nin short. Tea & toast for <everyone>.',
    custom_excerpt: null,
    feature_image: `${base}/content/images/2026/10/picture-${index}.jpg`,
    feature_image_alt: `Picture of ${title}`,
    feature_image_caption: 'Photo: <a href="https://photos.example/">Archive</a>',
    published_at: `${time}.000-04:00`,
    updated_at: `${time}.000-04:00`,
    visibility: 'public',
    reading_time: 1,
    tags: [makeTag(index % topics.length, base)],
    authors: index % 3 ? [makeAuthor(0, base)] : [makeAuthor(1, base), makeAuthor(0, base)],
    ...change,
  };
}

const refusal = (
  status: number,
  message: string,
  context: string | null,
  type: string,
): Answer => ({
  status,
  json: { errors: [{ message, context, type, code: null, id: 'a289b7d0' }] },
});

/** One condition of a filter: a field, whether it is turned round, and the values of which one will do. */
const CONDITION = /([\w.]+):(-?)(~?)(\[[^\]]*\]|'(?:\\.|[^'\\])*'|\d+)/y;

type Test = (post: GhostPost) => boolean;

/**
 * The test that a filter makes, as far as this Ghost knows its language: conditions joined by `+`, some of them
 * alternatives in brackets; nothing if it is anything else.
 */
function readFilter(filter: string): Test | undefined {
  // As in life: what stands in brackets by itself is no filter at all.
  if (/^\([^()]*\)$/.test(filter)) return () => true;
  const groups: Test[][] = [];
  let alternatives: Test[] | undefined;
  for (let place = 0; place < filter.length;) {
    if (filter[place] === '(') {
      groups.push((alternatives = []));
      place++;
    }
    CONDITION.lastIndex = place;
    const test = conditionOf(CONDITION.exec(filter));
    if (!test) return undefined;
    if (alternatives) alternatives.push(test);
    else groups.push([test]);
    place = CONDITION.lastIndex;
    if (alternatives && filter[place] === ',') place++;
    else {
      if (alternatives && filter[place++] !== ')') return undefined;
      alternatives = undefined;
      if (place < filter.length && filter[place++] !== '+') return undefined;
    }
  }
  return (post) => groups.every((group) => group.some((test) => test(post)));
}

function conditionOf(match: RegExpExecArray | null): Test | undefined {
  const [, field, not, contains, written] = match ?? [];
  if (!field || !written) return undefined;
  const values = [...written.matchAll(/'((?:\\['"]|[^'"])*)'|^\d+$/g)].map(
    ([whole, value]) => value?.replace(/\\(['"])/g, '$1') ?? whole,
  );
  if (!values.length) return undefined;
  const [, relation, name = 'slug'] = /^(tag|author)s?(?:\.(\w+))?$/.exec(field) ?? [];
  const valuesOf = (post: GhostPost) =>
    relation
      ? post[relation === 'tag' ? 'tags' : 'authors'].map((each) => each[name])
      : [post[field]];
  return (post) =>
    valuesOf(post).some((value) =>
      contains
        ? String(value).toLowerCase().includes(values[0]!.toLowerCase())
        : values.includes(String(value)),
    ) !==
    (not === '-');
}

/** What Ghost leaves of a post for `fields` and `include`. */
function trimmed(post: GhostPost, query: URLSearchParams, takesComments: boolean): object {
  const { tags, authors, html, ...rest } = post;
  const fields = query.get('fields')?.split(',');
  const include = query.get('include')?.split(',') ?? [];
  const isPublic = post.visibility === 'public';
  const access = !fields || fields.includes('access') ? isPublic : undefined;
  const all = {
    ...rest,
    html: isPublic ? html : '',
    access,
    // As in life: what is not asked for is not known here either.
    comments: !!access && takesComments,
  };
  return {
    ...Object.fromEntries(Object.entries(all).filter(([name]) => !fields || fields.includes(name))),
    ...(include.includes('tags') && { tags }),
    ...(include.includes('authors') && { authors }),
  };
}

function answerContent(
  path: string,
  query: URLSearchParams,
  posts: GhostPost[],
  takesComments: boolean,
): Answer {
  if (!query.has('key'))
    return refusal(
      403,
      'Authorization failed',
      'Unable to determine the authenticated member or integration. Check the supplied Content API Key.',
      'NoPermissionError',
    );
  if (query.get('key') !== key)
    return refusal(401, 'Unknown Content API Key', null, 'UnauthorizedError');
  const [, kind, bySlug, name] = /^\/(posts|authors)(?:(\/slug)?\/([^/]+))?\/$/.exec(path) ?? [];
  if (!kind) return refusal(404, 'Resource not found', null, 'NotFoundError');
  if (name) {
    const known: Named[] | GhostPost[] =
      kind === 'posts' ? posts : posts.flatMap(({ authors }) => authors);
    const one = known.find((each) => each[bySlug ? 'slug' : 'id'] === name);
    const what = kind.slice(0, -1);
    if (!one)
      return refusal(
        404,
        `Resource not found error, cannot read ${what}.`,
        `${what === 'post' ? 'Post' : 'Author'} not found.`,
        'NotFoundError',
      );
    return {
      json: {
        [kind]: [kind === 'posts' ? trimmed(one as GhostPost, query, takesComments) : one],
      },
    };
  }
  const test = readFilter(query.get('filter') ?? '');
  if (!test)
    return refusal(
      400,
      'Request not understood error, cannot list posts.',
      'Error parsing filter',
      'BadRequestError',
    );
  const limit = Number(query.get('limit') ?? 15);
  const page = Number(query.get('page') ?? 1);
  const found = posts.filter(test);
  const pages = Math.ceil(found.length / limit) || 1;
  return {
    json: {
      posts: found
        .slice((page - 1) * limit, page * limit)
        .map((post) => trimmed(post, query, takesComments)),
      meta: {
        pagination: {
          page,
          limit,
          pages,
          total: found.length,
          // As in life: past the end it counts on.
          next: page === pages ? null : page + 1,
          prev: page > 1 ? page - 1 : null,
        },
      },
    },
  };
}

const comment = (number: number, name: string, html: string, replies: object[] = []) => ({
  id: id(5000 + number),
  parent_id: null,
  status: 'published',
  html,
  created_at: `2026-10-30T1${number}:15:00.000Z`,
  member: { id: id(6000 + number), name, avatar_image: null, expertise: null },
  count: { replies: replies.length, likes: 0 },
  replies,
});

/**
 * The outside world as a Ghost: as many posts as a test needs, in the shape of recorded answers, with two comments and
 * an answer below the first post, and whatever faults it adds with `route` and `hold`.
 */
export async function startGhost(options: GhostOptions = {}): Promise<GhostSite> {
  const { posts: count = 12, folder = '', comments: takesComments = true } = options;
  const origin = await startOrigin();
  const base = origin.url + folder;
  const posts = Array.from({ length: count }, (_, index) =>
    makePost(index, base, options.changes?.[index]),
  );
  const thread = [
    comment(2, 'Mina Sorel', '<p>At last, a <em>Sunday</em> ferry!</p>', [
      comment(3, 'Piet Haan', '<p>And back by eight.</p>'),
    ]),
    comment(1, 'Ruth Adeyemi', '<p>What about bicycles?</p>'),
  ];

  origin.route(`${folder}/content/images/*`, ({ path }) => {
    const width = Number(/\/size\/w(\d+)\//.exec(path)?.[1] ?? 2000);
    return {
      body: picture(width, width / 2),
      headers: { 'content-type': 'image/svg+xml' },
      cors: false,
    };
  });
  origin.route(`${folder}/ghost/api/content/*`, ({ path, query }) =>
    answerContent(path.slice(`${folder}/ghost/api/content`.length), query, posts, takesComments),
  );
  const members = `${folder}/members/api/comments`;
  origin.route(`${members}/post/*`, ({ path }) => ({
    json: {
      comments: path.includes(posts[0]?.id ?? ' ') ? thread : [],
      meta: { pagination: { page: 1, next: null } },
    },
  }));
  origin.route(`${members}/counts/`, ({ query }) => ({
    json: { [query.get('ids')!]: query.get('ids') === posts[0]?.id ? 3 : 0 },
  }));

  return {
    ...origin,
    url: base,
    posts,
    key,
    source: `${base}/?key=${key}`,
    dataRequests: () => origin.requests.filter(({ path }) => /\/(ghost|members)\/api\//.test(path)),
  };
}
