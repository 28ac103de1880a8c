import type { Article, Author } from '../../src/model/article.js';
import type { ReaderComment } from '../../src/model/comment.js';
import type { SiteOptions } from '../wordpress-api.js';
import { headlines, parts } from './mount.js';

/** A widget as the suites handle it. */
export type Widget = HTMLElement & {
  settled: Promise<void>;
  updateComplete: Promise<boolean>;
  activate(): void;
};

/** The answers of a publisher that a suite makes an element read. */
export interface SpecimenSite {
  url: string;
  posts: { id: number }[];
}

/** What the site of the suites has beside its posts. */
export const siteOptions: SiteOptions = { comments: [0, 1, 2, 0] };

/** One element and how the suites that run over every element put it to use. */
export interface Specimen {
  tag: keyof HTMLElementTagNameMap & `nr-${string}`;
  define(): Promise<unknown>;
  /** Attributes with which it shows something of the site. */
  reads(site: SpecimenSite): Record<string, string>;
  /** Attributes with which the site has nothing for it. */
  findsNothing(site: SpecimenSite): Record<string, string>;
  /** Data that is set from outside, and then nothing is fetched. */
  given: Record<string, unknown>;
  /** What it then says, and the class of its frame. */
  says: string;
  frame: string;
  /** What tells a reader that content is shown: what is empty as long as there is none. */
  texts(widget: Widget): string[];
  /** What a reader clicks to go to the first of them; absent where there is no article to open. */
  opens?(widget: Widget): HTMLElement;
  /** The requests without whose answer it shows nothing, and the address of one answer. */
  needs: RegExp;
  answer(site: SpecimenSite): string;
  /** Attributes that make it look different. */
  looks: Record<string, string>[];
}

const article: Article = {
  id: '7',
  url: 'https://publisher.example/given/',
  headline: 'Given from outside',
  authors: [],
  published: '2026-10-30T08:00:00Z',
};

const author: Author = {
  name: 'Given From Outside',
  jobTitle: 'Trade editor',
  bio: 'Edits.',
  links: [{ url: 'https://publisher.example/desk', label: 'The desk' }],
};

const headlineLink = (widget: Widget) => parts(widget, 'headline')[0]!.querySelector('a')!;

const given: ReaderComment = {
  id: '7',
  author: 'Ana',
  body: 'Given from outside',
  published: '2026-10-30T08:00:00Z',
  status: 'approved',
};

const show = 'image kicker excerpt byline date publisher';
const looks = ['stacked', 'row', 'compact', 'headline', 'hero'].map((layout) => ({ layout, show }));

const post = ({ url, posts }: SpecimenSite) =>
  `${url}/wp-json/wp/v2/posts/${posts[0]!.id}?_embed=1`;

export const specimens: Specimen[] = [
  {
    tag: 'nr-article-card',
    define: () => import('../../src/define/article-card.js'),
    reads: ({ url, posts }) => ({ source: url, 'article-id': String(posts[0]!.id) }),
    findsNothing: ({ url }) => ({ source: url, 'article-id': '999999' }),
    given: { article, layout: 'row' },
    says: 'Given from outside',
    frame: 'layout-row',
    texts: headlines,
    opens: headlineLink,
    needs: /posts/,
    answer: post,
    looks,
  },
  {
    tag: 'nr-headlines',
    define: () => import('../../src/define/headlines.js'),
    reads: ({ url }) => ({ source: url, limit: '3', heading: 'Latest', more: '' }),
    findsNothing: ({ url }) => ({ source: url, search: 'nobody wrote of this' }),
    given: { articles: [article], layout: 'row' },
    says: 'Given from outside',
    frame: 'layout-row',
    texts: headlines,
    opens: headlineLink,
    needs: /posts/,
    answer: ({ url }) => `${url}/wp-json/wp/v2/posts?_embed=1`,
    looks,
  },
  {
    tag: 'nr-author-bio',
    define: () => import('../../src/define/author-bio.js'),
    reads: ({ url }) => ({
      source: url,
      'author-id': '1',
      show: 'portrait job-title bio links articles',
    }),
    findsNothing: ({ url }) => ({ source: url, 'author-id': '999999' }),
    given: { authors: [author], headingLevel: 4 },
    says: 'Given From Outside',
    frame: 'authors',
    texts: (widget) => parts(widget, 'name').map(({ textContent }) => textContent.trim()),
    opens: headlineLink,
    needs: /users/,
    answer: ({ url }) => `${url}/wp-json/wp/v2/users/1`,
    looks: [{}, { show: 'bio' }, { theme: 'dark', 'heading-level': '6' }],
  },
  {
    tag: 'nr-article',
    define: () => import('../../src/define/article.js'),
    reads: ({ url, posts }) => ({ source: url, 'article-id': String(posts[0]!.id) }),
    findsNothing: ({ url }) => ({ source: url, 'article-id': '999999' }),
    given: { article: { ...article, body: '<p>The body.</p>' }, headingLevel: 4 },
    says: 'Given from outside',
    frame: 'article',
    texts: headlines,
    opens: (widget) => parts(widget, 'link')[0]!,
    needs: /posts/,
    answer: post,
    looks: [
      {},
      { show: 'kicker byline date image body authors reading-time' },
      { show: 'body', theme: 'dark', 'heading-level': '6' },
    ],
  },
  {
    tag: 'nr-comment-box',
    define: () => import('../../src/define/comment-box.js'),
    reads: ({ url, posts }) => ({ source: url, 'article-id': String(posts[0]!.id) }),
    findsNothing: ({ url, posts }) => ({
      source: url,
      'article-id': String(posts[1]!.id),
      readonly: '',
    }),
    given: { comments: [given], order: 'oldest' },
    says: 'Given from outside',
    frame: 'comments',
    texts: (widget) => parts(widget, 'body').map(({ textContent }) => textContent.trim()),
    needs: /comments/,
    answer: ({ url, posts }) => `${url}/wp-json/wp/v2/comments?post=${posts[0]!.id}`,
    looks: [{}, { order: 'oldest' }, { readonly: '' }, { theme: 'dark', 'heading-level': '6' }],
  },
];

/** An element that sends instead of reading, and stands without having asked anybody. */
export interface FormSpecimen extends Pick<Specimen, 'tag' | 'define'> {
  attributes: Record<string, string>;
  /** Properties that stand for attributes, and what the reader sees of them. */
  given: Record<string, unknown>;
  seen: RegExp;
}

export const forms: FormSpecimen[] = [
  {
    tag: 'nr-newsletter-form',
    define: () => import('../../src/define/newsletter-form.js'),
    attributes: { action: 'https://publisher.example/newsletter' },
    given: { heading: 'Given from outside', nameField: true },
    seen: /Given from outside.*Name \(optional\)/s,
  },
];
