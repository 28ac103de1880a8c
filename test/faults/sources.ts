/** Every kind of source and of store, with what a good one answers: one article, one author, one comment. */
import type { Answer } from '../browser-origin.js';

/** A path of an origin and what is good there. */
export interface Good {
  path: string;
  body: string;
  type: string;
}

/** One widget that reads from one kind of source. */
export interface Reading {
  name: string;
  tag: keyof HTMLElementTagNameMap & `nr-${string}`;
  attributes(url: string): Record<string, string>;
  /** The answers without which it shows nothing. */
  needs: Good[];
  /** What a reader sees when all is well. */
  seen: RegExp;
  /** What it is asked for as one thing by its id: another thing must not be shown in its place. */
  isNamed?: boolean;
}

export const answerOf = ({ body, type }: Good): Answer => ({
  body,
  headers: { 'content-type': type },
});

const date = '2026-10-30T08:00:00';
const link = 'https://publisher.example/2026/10/ferry/';
const headline = 'The Ferry Runs';
const markup = '<p>The body of it.</p>';

const json = (path: string, data: unknown): Good => ({
  path,
  body: JSON.stringify(data),
  type: 'application/json',
});

const post = {
  id: 7,
  date_gmt: date,
  modified_gmt: date,
  link,
  title: { rendered: headline },
  excerpt: { rendered: markup, protected: false },
  content: { rendered: markup, protected: false },
  comment_status: 'open',
  _embedded: {
    author: [{ id: 7, name: 'Ana Rojas', link: 'https://publisher.example/ana/' }],
    'wp:featuredmedia': [{ source_url: 'https://publisher.example/7.jpg', alt_text: 'A ferry' }],
  },
};
const user = {
  id: 7,
  name: 'Ana Rojas',
  description: 'Writes.',
  link: 'https://publisher.example/ana/',
};
const wordpress = '/wp-json/wp/v2/';

const ghostId = '6b056b056b056b056b056b05';
const ghostPost = {
  id: ghostId,
  url: link,
  title: headline,
  excerpt: 'The body of it.',
  html: markup,
  published_at: `${date}.000+00:00`,
  updated_at: `${date}.000+00:00`,
  visibility: 'public',
  authors: [{ id: ghostId, name: 'Ana Rojas', url: 'https://publisher.example/ana/' }],
  tags: [],
};
const ghostAuthor = { id: ghostId, name: 'Ana Rojas', bio: 'Writes.' };
const ghost = '/ghost/api/content/';

const jsonFeed = json('/feed.json', {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Publisher',
  items: [
    {
      id: '7',
      url: link,
      title: headline,
      content_html: markup,
      date_published: `${date}Z`,
      authors: [{ name: 'Ana Rojas' }],
    },
  ],
});

const rss: Good = {
  path: '/feed.xml',
  type: 'application/rss+xml',
  body: `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Publisher</title>
<item><guid isPermaLink="false">7</guid><title>${headline}</title><link>${link}</link><dc:date>${date}Z</dc:date><dc:creator>Ana Rojas</dc:creator><content:encoded>${markup.replaceAll('<', '&lt;')}</content:encoded></item></channel></rss>`,
};

const atom: Good = {
  path: '/feed.atom',
  type: 'application/atom+xml',
  body: `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Publisher</title>
<entry><id>7</id><title>${headline}</title><link href="${link}"/><published>${date}Z</published><updated>${date}Z</updated><author><name>Ana Rojas</name></author><content type="html">${markup.replaceAll('<', '&lt;')}</content></entry></feed>`,
};

const page: Good = {
  path: '/ferry/',
  type: 'text/html',
  body: `<!doctype html><html lang="en"><title>Ferry</title><script type="application/ld+json">${JSON.stringify(
    {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline,
      datePublished: `${date}Z`,
      articleBody: 'The body of it.',
      author: [{ '@type': 'Person', name: 'Ana Rojas' }],
    },
  )}</script><p>The page itself.</p></html>`,
};

const said = 'Well said.';
const comments: Record<string, Good> = {
  wordpress: json(`${wordpress}comments`, [
    {
      id: 5,
      parent: 0,
      author_name: 'Rosa',
      date_gmt: date,
      content: { rendered: `<p>${said}</p>` },
    },
  ]),
  ghost: json(`/members/api/comments/post/${ghostId}/`, {
    comments: [
      { id: ghostId, html: `<p>${said}</p>`, created_at: `${date}.000Z`, member: { name: 'Rosa' } },
    ],
    meta: { pagination: {} },
  }),
  isso: json('/', {
    replies: [
      { id: 5, parent: null, author: 'Rosa', text: `<p>${said}</p>`, created: 1793347200, mode: 1 },
    ],
  }),
  cusdis: json('/api/open/comments', {
    data: {
      data: [
        {
          id: 'c5',
          by_nickname: 'Rosa',
          parsedContent: `<p>${said}</p>`,
          createdAt: `${date}.000Z`,
        },
      ],
      pageCount: 1,
    },
  }),
};

const showsHeadline = /The Ferry Runs/;
const showsAuthor = /Ana Rojas/;
const showsComment = /Well said/;

const fromFeed = (name: string, feed: Good, type: string): Reading[] => {
  const at = (url: string) => ({ source: url + feed.path, 'source-type': type });
  const needs = [feed];
  return [
    { name, tag: 'nr-headlines', attributes: at, needs, seen: showsHeadline },
    {
      name,
      tag: 'nr-article-card',
      attributes: (url) => ({ ...at(url), 'article-id': '7' }),
      needs,
      seen: showsHeadline,
    },
    {
      name,
      tag: 'nr-article',
      attributes: (url) => ({ ...at(url), 'article-id': '7' }),
      needs,
      seen: /The body of it/,
    },
    {
      name,
      tag: 'nr-author-bio',
      attributes: (url) => ({ ...at(url), 'author-id': 'Ana Rojas' }),
      needs,
      seen: showsAuthor,
    },
  ];
};

const onWordPress = (url: string) => ({ source: url, 'source-type': 'wordpress' });
const onGhost = (url: string) => ({
  source: url,
  'source-type': 'ghost',
  'source-key': '0f1e2d3c4b5a',
});
const onPage = (url: string) => ({ source: url + page.path, 'source-type': 'json-ld' });

const listedPost = json(`${wordpress}posts`, [post]);
const onePost = json(`${wordpress}posts/7`, post);
const oneUser = json(`${wordpress}users/7`, user);
const ghostPosts = json(`${ghost}posts/`, { posts: [ghostPost], meta: { pagination: {} } });
const oneGhostPost = json(`${ghost}posts/${ghostId}/`, { posts: [ghostPost] });
const oneGhostAuthor = json(`${ghost}authors/${ghostId}/`, { authors: [ghostAuthor] });

export const readings: Reading[] = [
  {
    name: 'WordPress',
    tag: 'nr-headlines',
    attributes: onWordPress,
    needs: [listedPost],
    seen: showsHeadline,
  },
  {
    name: 'WordPress',
    tag: 'nr-article-card',
    attributes: (url) => ({ ...onWordPress(url), 'article-id': '7' }),
    needs: [onePost],
    seen: showsHeadline,
    isNamed: true,
  },
  {
    name: 'WordPress',
    tag: 'nr-article',
    attributes: (url) => ({ ...onWordPress(url), 'article-id': '7' }),
    needs: [onePost],
    seen: /The body of it/,
    isNamed: true,
  },
  {
    name: 'WordPress',
    tag: 'nr-author-bio',
    attributes: (url) => ({ ...onWordPress(url), 'author-id': '7' }),
    needs: [oneUser],
    seen: showsAuthor,
    isNamed: true,
  },
  {
    name: 'Ghost',
    tag: 'nr-headlines',
    attributes: onGhost,
    needs: [ghostPosts],
    seen: showsHeadline,
  },
  {
    name: 'Ghost',
    tag: 'nr-article-card',
    attributes: (url) => ({ ...onGhost(url), 'article-id': ghostId }),
    needs: [oneGhostPost],
    seen: showsHeadline,
    isNamed: true,
  },
  {
    name: 'Ghost',
    tag: 'nr-article',
    attributes: (url) => ({ ...onGhost(url), 'article-id': ghostId }),
    needs: [oneGhostPost],
    seen: /The body of it/,
    isNamed: true,
  },
  {
    name: 'Ghost',
    tag: 'nr-author-bio',
    attributes: (url) => ({ ...onGhost(url), 'author-id': ghostId }),
    needs: [oneGhostAuthor],
    seen: showsAuthor,
    isNamed: true,
  },
  ...fromFeed('JSON Feed', jsonFeed, 'json-feed'),
  ...fromFeed('RSS', rss, 'rss'),
  ...fromFeed('Atom', atom, 'rss'),
  { name: 'JSON-LD', tag: 'nr-headlines', attributes: onPage, needs: [page], seen: showsHeadline },
  {
    name: 'JSON-LD',
    tag: 'nr-article-card',
    attributes: (url) => ({ ...onPage(url), src: url + page.path }),
    needs: [page],
    seen: showsHeadline,
  },
  {
    name: 'JSON-LD',
    tag: 'nr-article',
    attributes: (url) => ({ ...onPage(url), src: url + page.path }),
    needs: [page],
    seen: /The body of it/,
  },
  {
    name: 'JSON-LD',
    tag: 'nr-author-bio',
    attributes: (url) => ({ ...onPage(url), 'author-id': 'Ana Rojas' }),
    needs: [page],
    seen: showsAuthor,
  },
  {
    name: 'comments of WordPress',
    tag: 'nr-comment-box',
    attributes: (url) => ({ ...onWordPress(url), 'article-id': '7' }),
    // It asks for both at once.
    needs: [comments['wordpress']!, onePost],
    seen: showsComment,
  },
  {
    name: 'comments of Ghost',
    tag: 'nr-comment-box',
    attributes: (url) => ({ ...onGhost(url), 'article-id': ghostId, readonly: '' }),
    needs: [comments['ghost']!],
    seen: showsComment,
  },
  {
    name: 'comments of Isso',
    tag: 'nr-comment-box',
    attributes: (url) => ({ store: 'isso', 'store-url': `${url}/`, 'article-id': '7' }),
    needs: [comments['isso']!],
    seen: showsComment,
  },
  {
    name: 'comments of Cusdis',
    tag: 'nr-comment-box',
    attributes: (url) => ({
      store: 'cusdis',
      'store-url': url,
      'site-id': 'site',
      'article-id': '7',
    }),
    needs: [comments['cusdis']!],
    seen: showsComment,
  },
];

/** What defines the elements that read. */
export const defineAll = () =>
  Promise.all([
    import('../../src/define/headlines.js'),
    import('../../src/define/article-card.js'),
    import('../../src/define/article.js'),
    import('../../src/define/author-bio.js'),
    import('../../src/define/comment-box.js'),
  ]);
