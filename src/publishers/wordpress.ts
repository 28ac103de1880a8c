import { text } from '../html/text.js';
import type { Article, Author } from '../model/article.js';
import { NewsrackError, type ErrorCode } from '../model/error.js';
import { webUrl } from '../model/url.js';
import type { Answer } from '../net/http.js';
import { readSession, writeSession } from '../storage/session.js';
import type { ArticlePage, ArticleQuery, Publisher, ReadOptions, Source } from './publisher.js';
import { fields, idOf, toArticle, toAuthor } from './wordpress-article.js';
import { readerOf, refusalOf } from './wordpress-discovery.js';
import { idIn, isSamePath, isSamePlace, nameIn } from './wordpress-permalink.js';

type Taxonomy = 'categories' | 'tags';

const MOST_A_PAGE = 100;
const CARD = 'id,date_gmt,modified_gmt,link,title,excerpt';
const EMBEDDED = '_links,_embedded&_embed=author,wp:featuredmedia,wp:term';
const CARD_FIELDS = `_fields=${CARD},${EMBEDDED}`;
const ARTICLE_FIELDS = `_fields=${CARD},content,comment_status,${EMBEDDED}`;

const isId = (value: string): boolean => /^\d+$/.test(value);

/** A query of those parameters that have a value, in the order given; lists keep their commas. */
const queryOf = (parameters: [name: string, value: string | number | undefined][]): string =>
  parameters
    .filter(([, value]) => value)
    .map((each) => `${new URLSearchParams([each as string[]]).toString().replace(/%2C/g, ',')}&`)
    .join('');

/** Reads articles from a WordPress site. */
export function open(source: Source): Publisher {
  const readRoot = readerOf(source);
  const { host } = new URL(source.url);
  const complaint = (code: ErrorCode, message: string, cause?: unknown) =>
    new NewsrackError(code, `${host}: ${message}`, fields(cause));

  /** Says in WordPress' own words what it refuses. */
  async function read(
    path: string,
    query: string,
    options?: ReadOptions,
  ): Promise<Answer<unknown>> {
    try {
      return await readRoot(`wp/v2/${path}`, query, options);
    } catch (error) {
      const refusal = refusalOf(error);
      throw refusal && error instanceof NewsrackError
        ? complaint(error.code, text(refusal.message), error)
        : error;
    }
  }

  async function readList(path: string, query: string, options?: ReadOptions) {
    const { data, headers } = await read(path, query, options);
    if (!Array.isArray(data))
      throw complaint('bad-answer', 'WordPress did not answer with a list.');
    return { items: data as unknown[], headers };
  }

  /** The ids of terms that are given by id or slug. Which slug has which id is asked once in a tab. */
  async function termIds(taxonomy: Taxonomy, terms: string[] = [], options?: ReadOptions) {
    const slugs = terms.filter((term) => !isId(term)).map((slug) => slug.toLowerCase());
    const ids = terms.filter(isId);
    if (slugs.length) {
      const key = `source:${source.url} ${taxonomy} ${slugs.join()}`;
      let known = options?.fresh ? undefined : readSession<unknown>(key);
      if (typeof known !== 'string') {
        const query = `${queryOf([
          ['slug', slugs.join()],
          ['per_page', MOST_A_PAGE],
        ])}_fields=id,slug`;
        const found = (await readList(taxonomy, query, options)).items.map(fields);
        const missing = slugs.filter((slug) => !found.some((term) => term.slug === slug));
        if (found.length < new Set(slugs).size) {
          throw complaint(
            'not-found',
            `there is no “${missing.join('”, “')}” among its ${taxonomy}.`,
          );
        }
        known = found.map(idOf).join();
        writeSession(key, known);
      }
      ids.push(known as string);
    }
    return ids.join();
  }

  async function articles(query: ArticleQuery, options?: ReadOptions): Promise<ArticlePage> {
    const { limit, exclude = [] } = query;
    const excluded = exclude.map((each) => idIn(each) ?? each);
    // The server leaves out by id only. What has to be left out here must not shorten the page.
    const addresses = excluded.filter((each) => webUrl(each));
    const asked = Math.min(limit + addresses.length, MOST_A_PAGE);
    const [categories, tags] = await Promise.all([
      termIds('categories', query.categories, options),
      termIds('tags', query.tags, options),
    ]);
    const selection = queryOf([
      ['per_page', asked],
      [addresses.length ? 'offset' : 'page', query.cursor],
      ['categories', categories],
      ['tags', tags],
      ['author', query.authorId],
      ['search', query.search],
      ['exclude', excluded.filter(isId).join()],
    ]);
    const answer = await readList('posts', selection + CARD_FIELDS, options).catch(
      (error: unknown) => {
        if (refusalOf(error)?.code !== 'rest_post_invalid_page_number') throw error;
      },
    );
    if (!answer) return { articles: [] };

    const { items, headers } = answer;
    const all = items.map(toArticle);
    if (items.length && !all.some(Boolean)) throw unreadable();
    const page: Article[] = [];
    let used = 0;
    for (const article of all) {
      if (page.length === limit) break;
      used++;
      if (article && !addresses.some((each) => isSamePlace(each, article.url))) page.push(article);
    }
    const perhapsMore = items.length === asked;
    if (addresses.length) {
      const next = Number(query.cursor ?? 0) + used;
      const total = Number(headers.get('X-WP-Total'));
      const more = used < items.length || (total ? next < total : perhapsMore);
      return { articles: page, next: more ? `${next}` : undefined };
    }
    const next = Number(query.cursor ?? 1) + 1;
    const pages = Number(headers.get('X-WP-TotalPages'));
    return { articles: page, next: (pages ? next <= pages : perhapsMore) ? `${next}` : undefined };
  }

  const unreadable = () =>
    complaint('bad-answer', 'WordPress answered something else than articles.');

  async function byId(id: string, query: string, options?: ReadOptions): Promise<Article> {
    if (!isId(id)) throw complaint('not-found', `“${id}” is not the id of an article.`);
    const article = toArticle((await read(`posts/${id}`, query, options)).data);
    if (!article) throw unreadable();
    return article;
  }

  /** Never another article: one with the same name elsewhere on the site is not it. */
  async function byAddress(url: string, query: string, options?: ReadOptions): Promise<Article> {
    const id = idIn(url);
    if (id) return byId(id, query, options);
    const name = nameIn(url);
    let found: (Article | undefined)[] = [];
    if (isId(name)) found = [await byId(name, query, options)];
    else if (name) {
      const { items } = await readList('posts', queryOf([['slug', name]]) + query, options);
      found = items.map(toArticle);
    }
    const article =
      found.find((each) => each && isSamePlace(each.url, url)) ??
      found.find((each) => each && found.length < 2 && isSamePath(each.url, url));
    if (!article) throw complaint('not-found', `there is no article at ${url}`);
    return article;
  }

  return {
    articles,
    article: (reference, options) => {
      const query = options?.body ? ARTICLE_FIELDS : CARD_FIELDS;
      return 'id' in reference
        ? byId(reference.id, query, options)
        : byAddress(reference.url, query, options);
    },
    async author(id, options): Promise<Author> {
      if (!isId(id)) throw complaint('not-found', `“${id}” is not the id of an author.`);
      const query = '_fields=id,name,description,url,link,avatar_urls';
      const author = toAuthor((await read(`users/${id}`, query, options)).data);
      if (!author.name)
        throw complaint('bad-answer', 'WordPress answered something else than an author.');
      return author;
    },
  };
}
