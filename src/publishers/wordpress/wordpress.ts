import { withText } from '../../html/plain.js';
import type { Article } from '../../model/article.js';
import { NewsrackError, type ErrorCode } from '../../model/error.js';
import type { ArticlePage, ArticleQuery, Publisher, ReadOptions, Source } from '../publisher.js';
import { loaded } from '../../model/loaded.js';
import { list, type Json } from '../json.js';
import { toArticle } from './article.js';
import type { Answer } from '../../net/http.js';
import { readerOf, refusalOf } from './discovery.js';

export type Parameters = Record<string, string | number | undefined>;

/** A WordPress site, read and complained about. */
export interface WordPress {
  source: Source;
  read(
    path: string,
    parameters: Parameters,
    options?: ReadOptions,
  ): Promise<Answer<Json | undefined>>;
  problem(code: ErrorCode, message: string, cause?: object): NewsrackError;
}

/** What a list leaves out, and which terms it is of, as WordPress can be asked for it. */
export interface Selection {
  categories: string;
  tags: string;
  exclude: string;
  /** Addresses to leave out: WordPress does that by id only. */
  addresses: string[];
  isAmong(url: string, addresses: string[]): boolean;
}

export const MOST = 100;

/** `_links` and `_embedded` are both needed for anything to be embedded. */
export const fieldsOf = (more: string | false = '') => ({
  _fields: `id,date_gmt,modified_gmt,link,title,excerpt,${more}_links,_embedded`,
  _embed: 'author,wp:featuredmedia,wp:term',
});

export const isId = (value: string): boolean => /^\d+$/.test(value);

/** Parameters that have a value, in the order given; the commas and colons of lists stay readable. */
const queryOf = (parameters: Parameters): string =>
  new URLSearchParams(Object.entries(parameters).filter(([, value]) => value) as [string, string][])
    .toString()
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':');

/** Reads articles from a WordPress site. */
export function open(source: Source): Publisher {
  const reader = readerOf(source);
  const { host, searchParams } = new URL(source.url);
  // Plugins for several languages may tell them apart by this alone.
  const lang = searchParams.get('lang')!;

  const problem: WordPress['problem'] = (code, message, cause) =>
    new NewsrackError(code, `${host}: ${message}`, cause);

  /** Says in WordPress' own words what it refuses. */
  async function read(path: string, parameters: Parameters, options?: ReadOptions) {
    try {
      return await reader<Json | undefined>(
        `wp/v2/${path}`,
        queryOf({ ...parameters, lang }),
        options,
      );
    } catch (error) {
      const refusal = refusalOf(error);
      throw refusal && error instanceof NewsrackError
        ? problem(error.code, await withText((text) => text(refusal.message)), error)
        : error;
    }
  }

  const site: WordPress = { source, read, problem };
  const lookUp = () => loaded(import('./lookup.js'));

  async function articles(query: ArticleQuery, options?: ReadOptions): Promise<ArticlePage> {
    const { limit, cursor = 0, categories = [], tags = [], exclude = [] } = query;
    const selection: Partial<Selection> = [...categories, ...tags, ...exclude].every(isId)
      ? { categories: categories.join(), tags: tags.join(), exclude: exclude.join() }
      : await (await lookUp()).select(site, query, options);
    const { addresses = [], isAmong } = selection;
    // What is left out here must not shorten the page.
    const perPage = Math.min(limit + addresses.length, MOST);
    // The cursor counts the posts before the page.
    const start = +cursor;
    const answer = await read(
      'posts',
      {
        per_page: perPage,
        page: start && !addresses.length ? start / perPage + 1 : '',
        offset: addresses.length && start,
        categories: selection.categories,
        tags: selection.tags,
        author: query.authorId,
        search: query.search,
        exclude: selection.exclude,
        ...fieldsOf(),
      },
      options,
    ).catch((error: unknown) => {
      if (refusalOf(error)?.code !== 'rest_post_invalid_page_number') throw error;
    });
    if (!answer) return { articles: [] };

    const posts = list(answer.data);
    const all = await withText((text) => posts.map((post) => toArticle(post, text, source.url)));
    if (all.length && !all.some(Boolean))
      throw problem('bad-answer', 'its posts have no addresses');
    const page: Article[] = [];
    let used = 0;
    while (used < all.length && page.length < limit) {
      const article = all[used++];
      if (article && !isAmong?.(article.url, addresses)) page.push(article);
    }
    // WordPress keeps posts to itself that not everyone may see: a page may be short and not the last.
    const next = start + (used < all.length ? used : perPage);
    const count = (header: string) => +answer.headers.get(header)!;
    const total = count('X-WP-Total') || count('X-WP-TotalPages') * perPage;
    const isLast = total ? next >= total : used === all.length && all.length < perPage;
    return { articles: page, next: isLast ? undefined : `${next}` };
  }

  return {
    articles,
    author: async (id, options) => (await lookUp()).author(site, id, options),
    article: async (reference, options) => (await lookUp()).article(site, reference, options),
  };
}
