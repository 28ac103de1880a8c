import type { Article } from '../../src/model/article.js';

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
  layouts: string[];
}

const article: Article = {
  id: '7',
  url: 'https://publisher.example/given/',
  headline: 'Given from outside',
  authors: [],
  published: '2026-10-30T08:00:00Z',
};

const layouts = ['stacked', 'row', 'compact', 'headline', 'hero'];

export const specimens: Specimen[] = [
  {
    tag: 'nr-article-card',
    define: () => import('../../src/define/article-card.js'),
    reads: ({ url, posts }) => ({ source: url, 'article-id': String(posts[0]!.id) }),
    findsNothing: ({ url }) => ({ source: url, 'article-id': '999999' }),
    given: { article },
    layouts,
  },
  {
    tag: 'nr-headlines',
    define: () => import('../../src/define/headlines.js'),
    reads: ({ url }) => ({ source: url, limit: '3', heading: 'Latest', more: '' }),
    findsNothing: ({ url }) => ({ source: url, search: 'nobody wrote of this' }),
    given: { articles: [article] },
    layouts,
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
