import type { Article } from '../model/article.js';
import type { ErrorCode } from '../model/error.js';
import { webUrl } from '../model/url.js';
import { toArticle, toAuthor } from './ghost-article.js';
import { problemAt, read } from './ghost-site.js';
import { list, type Json } from './json.js';
import type {
  ArticlePage,
  ArticleQuery,
  ArticleReference,
  Publisher,
  ReadOptions,
  Source,
} from './publisher.js';

/** What a card shows. Of authors and tags Ghost sends all or nothing. */
const fieldsOf = (more = '') => ({
  include: 'authors,tags',
  fields: `id,url,title,excerpt,feature_image,feature_image_alt,feature_image_caption,published_at,updated_at,visibility${more}`,
});

/** Ghost's first author is number one. */
const isId = (value: string): boolean => /^(1|[\da-f]{24})$/.test(value);

const pathOf = (address: string): string =>
  new URL(address).pathname.replace(/(\/amp)?\/*$/, '').toLowerCase();

/** What names the article in its address: the last part of the path. */
const nameIn = (address: string): string => pathOf(address).replace(/.*\//, '');

/** A text in a filter. */
const quoted = (text: string): string => `'${text.replace(/\\/g, '').replace(/['"]/g, '\\$&')}'`;

/** The parts of a filter that are of some among these, or, with `not`, of none. */
const among = (values: string[], byId: string, bySlug: string, not = ''): string[] =>
  [byId, bySlug].flatMap((field) => {
    const some = values.filter((value) => value && isId(value) === (field === byId));
    return some.length ? `${field}:${not}[${some.map((value) => quoted(value)).join()}]` : [];
  });

/** Reads articles from a Ghost by its Content API. */
export function open(source: Source): Publisher {
  const problem = (code: ErrorCode, message: string) => problemAt(source, code, message);

  function shaped<T>(thing: T | false | undefined): T {
    if (!thing) throw problem('bad-answer', 'this is not what Ghost answers');
    return thing;
  }

  /** Ghost takes each kind of name, but not one or the other. */
  function some(values: string[] | undefined, byId: string, bySlug: string): string[] {
    const parts = among(values?.map((value) => value.toLowerCase()) ?? [], byId, bySlug);
    if (parts[1]) throw problem('bad-attribute', 'name all by their ids or all by their slugs');
    return parts;
  }

  /** No part in brackets by itself: Ghost takes that for no filter. */
  const filterOf = ({ categories, tags, authorId, search, exclude = [] }: ArticleQuery) =>
    [
      ...some(categories, 'tags.id', 'tag'),
      ...some(tags, 'tags.id', 'tag'),
      ...some(authorId ? [authorId] : [], 'authors.id', 'author'),
      ...(search?.match(/[^\s\\]+/g) ?? []).map((word) => `title:~${quoted(word)}`),
      ...among(
        exclude.map((each) => (webUrl(each) ? nameIn(each) : each)),
        'id',
        'slug',
        '-',
      ),
    ].join('+');

  /** What is called so. */
  async function one(
    kind: 'posts' | 'authors',
    name: string,
    parameters: Record<string, string>,
    options?: ReadOptions,
  ): Promise<Json> {
    const path = `${kind}/${isId(name) ? '' : 'slug/'}${encodeURIComponent(name)}`;
    const answer = await read(source, path, parameters, options);
    return shaped(list(answer?.[kind])[0]);
  }

  return {
    async articles(query, options): Promise<ArticlePage> {
      const { limit, cursor = '1' } = query;
      const filter = filterOf(query);
      const answer = await read(
        source,
        'posts',
        { limit: `${limit}`, page: cursor, ...(filter && { filter }), ...fieldsOf() },
        options,
      );
      const posts = shaped(Array.isArray(answer?.posts) && list(answer.posts));
      const articles = posts.flatMap((post) => toArticle(post) ?? []);
      shaped(articles.length || !posts.length);
      // Past the end Ghost counts on.
      const next: unknown = posts.length && answer?.meta?.pagination?.next;
      return { articles, next: next ? `${next as number}` : undefined };
    },

    async article(
      reference: ArticleReference,
      options?: ReadOptions & { body?: boolean },
    ): Promise<Article> {
      const url = 'url' in reference ? reference.url : undefined;
      const name = 'id' in reference ? reference.id : nameIn(reference.url);
      const missing = () => problem('not-found', `there is no article at ${url ?? name}`);
      if (!name) throw missing();
      // Of comments Ghost knows only together with access.
      const parameters = fieldsOf(`,access,comments${options?.body ? ',html' : ''}`);
      const article = shaped(toArticle(await one('posts', name, parameters, options)));
      // Never another article: a tag's page may end in the same name. One site may go by two hosts.
      if (url && pathOf(article.url) !== pathOf(url)) throw missing();
      return article;
    },

    async author(id, options) {
      const author = toAuthor(await one('authors', id, {}, options));
      shaped(author.name);
      return author;
    },
  };
}
