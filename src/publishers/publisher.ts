import type { Article, Author } from '../model/article.js';

export const sourceTypes = ['wordpress', 'ghost', 'json-feed', 'rss', 'json-ld'];

/** The systems that articles can be read from; the values of `source-type`. `x-…`: an adapter of the page's own. */
export type SourceType = 'wordpress' | 'ghost' | 'json-feed' | 'rss' | 'json-ld' | `x-${string}`;

/** Where to read, as the page's author named it. */
export interface Source {
  /** The publisher's site, API or feed; absolute. */
  url: string;
  type?: SourceType | undefined;
  key?: string | undefined;
}

/** Which articles, newest first. */
export interface ArticleQuery {
  /** How many on a page: 1–100. */
  limit: number;
  /** Ids or slugs. */
  categories?: string[] | undefined;
  /** Ids or slugs. */
  tags?: string[] | undefined;
  authorId?: string | undefined;
  search?: string | undefined;
  /** Ids or addresses of articles to leave out. */
  exclude?: string[] | undefined;
  /** `next` of the page before; the first page without it. */
  cursor?: string | undefined;
}

export interface ArticlePage {
  articles: Article[];
  /** Where the next page starts; absent on the last one. */
  next?: string | undefined;
  /** What readers should know of it, such as that it is old: by language, `en`, `es` and `pt`. */
  note?: Record<string, string> | undefined;
}

/** One article, by what the publisher calls it or by its address. */
export type ArticleReference = { id: string } | { url: string };

/** How one request may be answered. */
export interface ReadOptions {
  signal?: AbortSignal | undefined;
  /** A reader asked for it: the publisher is asked even if its answer is remembered or it failed often. */
  fresh?: boolean | undefined;
  /** Nobody waits for it, as when a list looks for news: asked even if remembered, but once, and not if it failed often. */
  background?: boolean | undefined;
  /** Milliseconds that one request may take; what readers wait for, 10,000, when left out. */
  timeout?: number | undefined;
}

/**
 * A publisher's system, as elements see it. Every method rejects with a `NewsrackError`;
 * an aborted one with the signal's reason.
 */
export interface Publisher {
  /** With `body: true` also bodies, where the list has them at hand; an empty one is none. */
  articles(query: ArticleQuery, options?: ReadOptions & { body?: boolean }): Promise<ArticlePage>;
  /** The card's fields; with `body: true` also the article's body. */
  article(
    reference: ArticleReference,
    options?: ReadOptions & { body?: boolean },
  ): Promise<Article>;
  author(id: string, options?: ReadOptions): Promise<Author>;
}
