import { text } from '../html/text.js';
import type { Article } from '../model/article.js';
import { NewsrackError, type ErrorCode } from '../model/error.js';
import { webUrl } from '../model/url.js';
import { readSession, writeSession } from '../storage/session.js';
import type { ArticlePage, ArticleQuery, Publisher, ReadOptions, Source } from './publisher.js';
import { idOf, toArticle, toAuthor, type Json } from './wordpress-article.js';
import { readerOf, refusalOf } from './wordpress-discovery.js';
import { idIn, isSamePlace, nameIn, pathOf } from './wordpress-permalink.js';

type Parameters = Record<string, string | number | undefined>;

const MOST = 100;

/** `_links` and `_embedded` are both needed for anything to be embedded. */
const fieldsOf = (more = '') => ({
  _fields: `id,date_gmt,modified_gmt,link,title,excerpt,${more}_links,_embedded`,
  _embed: 'author,wp:featuredmedia,wp:term',
});

const isId = (value: string): boolean => /^\d+$/.test(value);

/** Parameters that have a value, in the order given; the commas and colons of lists stay readable. */
const queryOf = (parameters: Parameters): string =>
  new URLSearchParams(Object.entries(parameters).filter(([, value]) => value) as [string, string][])
    .toString()
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':');

/** Reads articles from a WordPress site. */
export function open(source: Source): Publisher {
  const reader = readerOf(source);

  const problem = (code: ErrorCode, message: string, cause?: object) =>
    new NewsrackError(code, `${new URL(source.url).host}: ${message}`, cause);

  /** Says in WordPress' own words what it refuses. */
  async function read(path: string, parameters: Parameters, options?: ReadOptions) {
    try {
      return await reader<Json | undefined>(`wp/v2/${path}`, queryOf(parameters), options);
    } catch (error) {
      const refusal = refusalOf(error);
      throw refusal && error instanceof NewsrackError
        ? problem(error.code, text(refusal.message), error)
        : error;
    }
  }

  /** What was asked for, if the answer has its shape. */
  function shaped<T>(thing: T | false | undefined): T {
    if (!thing) throw problem('bad-answer', 'this is not what WordPress answers');
    return thing;
  }

  const asList = (data: unknown) => shaped(Array.isArray(data) && (data as Json[]));

  /** The ids of terms, given by id or slug. Which slug has which id is asked once in a tab. */
  async function termIds(taxonomy: string, terms: string[] = [], options?: ReadOptions) {
    const slugs = terms.filter((term) => !isId(term)).map((slug) => slug.toLowerCase());
    const slug = slugs.join();
    const key = `source:${source.url} ${taxonomy} ${slug}`;
    let found = options?.fresh ? undefined : readSession<unknown>(key);
    if (slug && !found) {
      const parameters = { slug, per_page: MOST, _fields: 'id,slug' };
      const items = asList((await read(taxonomy, parameters, options)).data);
      const missing = slugs.filter(
        (each) => !items.some((item) => (item?.slug as unknown) === each),
      );
      if (items.length < new Set(slugs).size) {
        throw problem('not-found', `none of its ${taxonomy} is “${missing.join('”, “')}”`);
      }
      found = items.map(idOf).join();
      writeSession(key, found);
    }
    return [...terms.filter(isId), ...(slug ? [found] : [])].join();
  }

  async function articles(query: ArticleQuery, options?: ReadOptions): Promise<ArticlePage> {
    const { limit, cursor = 0, exclude = [] } = query;
    const excluded = exclude.map((each) => idIn(each) ?? each);
    // WordPress leaves out by id only; what is left out here must not shorten the page.
    const addresses = excluded.filter((each) => webUrl(each));
    const perPage = Math.min(limit + addresses.length, MOST);
    const [categories, tags] = await Promise.all([
      termIds('categories', query.categories, options),
      termIds('tags', query.tags, options),
    ]);
    // The cursor counts the posts before the page.
    const start = Number(cursor);
    const answer = await read(
      'posts',
      {
        per_page: perPage,
        page: start && !addresses.length ? start / perPage + 1 : '',
        offset: addresses.length && start,
        categories,
        tags,
        author: query.authorId,
        search: query.search,
        exclude: excluded.filter(isId).join(),
        ...fieldsOf(),
      },
      options,
    ).catch((error: unknown) => {
      if (refusalOf(error)?.code !== 'rest_post_invalid_page_number') throw error;
    });
    if (!answer) return { articles: [] };

    const posts = asList(answer.data);
    const all = posts.map(toArticle);
    shaped(!all.length || all.some(Boolean));
    const page: Article[] = [];
    let used = 0;
    while (used < all.length && page.length < limit) {
      const article = all[used++];
      if (article && !addresses.some((each) => isSamePlace(each, article.url))) page.push(article);
    }
    // WordPress keeps posts to itself that not everyone may see: a page may be short and not the last.
    const next = start + (used < all.length ? used : perPage);
    const count = (header: string) => Number(answer.headers.get(header));
    const total = count('X-WP-Total') || count('X-WP-TotalPages') * perPage;
    const isLast = total ? next >= total : used === all.length && all.length < perPage;
    return { articles: page, next: isLast ? undefined : `${next}` };
  }

  async function articleById(id: string, parameters: Parameters, options?: ReadOptions) {
    if (!isId(id)) throw problem('not-found', `“${id}” is not an article's id`);
    return shaped(toArticle((await read(`posts/${id}`, parameters, options)).data));
  }

  /** Never another article: one of the same name elsewhere on the site is not it. */
  async function articleAt(url: string, parameters: Parameters, options?: ReadOptions) {
    const id = idIn(url);
    if (id) return articleById(id, parameters, options);
    const slug = nameIn(url);
    let found: (Article | undefined)[] = [];
    if (isId(slug)) found = [await articleById(slug, parameters, options)];
    else if (slug) {
      found = asList((await read('posts', { slug, ...parameters }, options)).data).map(toArticle);
    }
    // One site may go by two hosts.
    const article =
      found.find((each) => each && isSamePlace(each.url, url)) ??
      found.find((each) => each && !found[1] && pathOf(each.url) === pathOf(url));
    if (!article) throw problem('not-found', `there is no article at ${url}`);
    return article;
  }

  return {
    articles,
    article: (reference, options) => {
      const parameters = fieldsOf(`comment_status,${options?.body ? 'content,' : ''}`);
      return 'id' in reference
        ? articleById(reference.id, parameters, options)
        : articleAt(reference.url, parameters, options);
    },
    async author(id, options) {
      if (!isId(id)) throw problem('not-found', `“${id}” is not an author's id`);
      const _fields = 'id,name,url,description,link,avatar_urls,meta.job_title';
      const author = toAuthor((await read(`users/${id}`, { _fields }, options)).data);
      shaped(author.name);
      return author;
    },
  };
}
