import { withText } from '../../html/plain.js';
import type { Article, Author } from '../../model/article.js';
import type { NewsrackError } from '../../model/error.js';
import { webUrl } from '../../model/url.js';
import { readSession, writeSession } from '../../storage/session.js';
import { list, string } from '../json.js';
import type { ArticleQuery, ArticleReference, ReadOptions } from '../publisher.js';
import { idOf, toArticle, toAuthor } from './article.js';
import { refusalOf } from './discovery.js';
import { idIn, isSamePlace, nameIn, pathOf } from './permalink.js';
import {
  fieldsOf,
  isId,
  MOST,
  type Parameters,
  type Selection,
  type WordPress,
} from './wordpress.js';

/** The ids of terms, given by id or slug. Which slug has which id is asked once in a tab. */
async function termIds(
  { source, read, problem }: WordPress,
  taxonomy: string,
  terms: string[] = [],
  options?: ReadOptions,
) {
  const slugs = terms.filter((term) => !isId(term)).map((slug) => slug.toLowerCase());
  const slug = slugs.join();
  const key = `source:${source.url} ${taxonomy} ${slug}`;
  let found = options?.fresh ? '' : string(readSession(key));
  if (slug && !found) {
    const parameters = { slug, per_page: MOST, _fields: 'id,slug' };
    const items = list((await read(taxonomy, parameters, options)).data);
    const missing = slugs.filter((each) => !items.some((item) => (item?.slug as unknown) === each));
    if (items.length < new Set(slugs).size) {
      throw problem('not-found', `none of its ${taxonomy} is “${missing.join('”, “')}”`);
    }
    found = items.map(idOf).join();
    writeSession(key, found);
  }
  return [...terms.filter(isId), ...(slug ? [found] : [])].join();
}

/** What a query names by slug or address. */
export async function select(
  site: WordPress,
  query: ArticleQuery,
  options?: ReadOptions,
): Promise<Selection> {
  const excluded = (query.exclude ?? []).map((each) => idIn(each) ?? each);
  const [categories, tags] = await Promise.all([
    termIds(site, 'categories', query.categories, options),
    termIds(site, 'tags', query.tags, options),
  ]);
  return {
    categories,
    tags,
    exclude: excluded.filter(isId).join(),
    addresses: excluded.filter((each) => webUrl(each)),
    isAmong: (url, addresses) => addresses.some((each) => isSamePlace(each, url)),
  };
}

/** Whether this is what was asked for; a site that mixes up its answers must not make us mix up articles. */
const isIt = <T extends { id?: string }>(thing: T | undefined, id: string): thing is T =>
  thing?.id === String(Number(id));

const isNot = ({ problem }: WordPress) =>
  problem('bad-answer', 'this is not what WordPress was asked for');

const MEDIA =
  /<(?:audio|video)\b(?![^<>]*\sautoplay)(?:(?!<\/)[^]){0,800}?\ssrc=(["'])((?:https?:)?\/[^"'<>]+)\1/gi;

/** Sound and films do not play here: before each a link leads to its file. */
function withMedia<T extends Article | undefined>(article: T): T {
  if (article?.body)
    article.body = article.body.replace(
      MEDIA,
      (media, _quote, file: string) =>
        `<a href="${file}">▶ ${file.replace(/[?#].*/, '').replace(/.*\//, '')}</a>${media}`,
    );
  return article;
}

async function articleById(
  site: WordPress,
  id: string,
  parameters: Parameters,
  options?: ReadOptions,
) {
  if (!isId(id)) throw site.problem('not-found', `“${id}” is not an article's id`);
  const { data } = await site.read(`posts/${id}`, parameters, options);
  const found = withMedia(await withText((text) => toArticle(data, text, site.source.url)));
  if (!isIt(found, id)) throw isNot(site);
  return found;
}

/** Never another article: one of the same name elsewhere on the site is not it. */
async function articleAt(
  site: WordPress,
  url: string,
  parameters: Parameters,
  options?: ReadOptions,
) {
  const id = idIn(url);
  if (id) return articleById(site, id, parameters, options);
  const slug = nameIn(url);
  // A permalink may end in the id, alone or behind the name.
  const [number] = /\d*$/.exec(slug)!;
  const byId = async () => [await articleById(site, number, parameters, options)];
  const bySlug = async () => {
    const posts = list((await site.read('posts', { slug, ...parameters }, options)).data);
    return withText((text) => posts.map((post) => toArticle(post, text, site.source.url)));
  };
  const isGuess = number !== slug;
  const ways = isGuess ? [bySlug, ...(number ? [byId] : [])] : [byId, bySlug];
  let refusal: NewsrackError | undefined;
  for (const way of slug ? ways : []) {
    const found = await way().catch((error: NewsrackError) => {
      const { code, retryable } = error;
      // Something else may have that number, and may be private. What is no WordPress is not asked again.
      const isNone = way === byId ? !retryable : code === 'not-found';
      const refused = refusalOf(error)?.code;
      // Where posts cannot be asked for at all, none of them is known to be missing.
      if (!isNone || !refused || refused === 'rest_no_route') throw error;
      if (!isGuess) refusal ??= error;
      return [];
    });
    // One site may go by two hosts.
    const article =
      found.find((each) => each && isSamePlace(each.url, url)) ??
      found.find((each) => each && !found[1] && pathOf(each.url) === pathOf(url));
    if (article) return withMedia(article);
  }
  throw refusal ?? site.problem('not-found', `there is no article at ${url}`);
}

/** One article, by its id or its address. */
export function article(
  site: WordPress,
  reference: ArticleReference,
  options?: ReadOptions & { body?: boolean },
): Promise<Article> {
  const parameters = fieldsOf(`comment_status,${options?.body ? 'content,' : ''}`);
  return 'id' in reference
    ? articleById(site, reference.id, parameters, options)
    : articleAt(site, reference.url, parameters, options);
}

export async function author(site: WordPress, id: string, options?: ReadOptions): Promise<Author> {
  if (!isId(id)) throw site.problem('not-found', `“${id}” is not an author's id`);
  const _fields = 'id,name,url,description,link,avatar_urls,meta';
  const { data } = await site.read(`users/${id}`, { _fields }, options);
  const found = await withText((text) => toAuthor(data, text, site.source.url));
  if (!isIt(found, id) || !found.name) throw isNot(site);
  return found;
}
