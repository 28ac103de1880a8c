import { NewsrackError } from '../../model/error.js';
import { toArticle } from './article.js';
import { read } from './site.js';
import { list } from '../json.js';
import { loaded } from '../../model/loaded.js';
import type { ArticlePage, ArticleQuery, Publisher, ReadOptions, Source } from '../publisher.js';

/** What a card shows. Of authors and tags Ghost sends all or nothing. */
export const cardFields = {
  include: 'authors,tags',
  fields: 'id,url,title,excerpt,feature_image,feature_image_alt,published_at,updated_at,visibility',
};

/** Ghost's first author is number one. */
export const isId = (value: string): boolean => /^(1|[\da-f]{24})$/.test(value);

/** What names an article: the last part of its address's path. An id or a slug is one. */
export const nameIn = (address: string): string =>
  address.replace(/\/?([?#].*)?$/, '').replace(/.*\//, '');

/** A text in a filter; case matters in slugs only, which have none. */
const quoted = (text: string): string => `'${text.toLowerCase().replace(/['"]/g, '\\$&')}'`;

/** The part of a filter that is of some among these, or, with `not`, of none. */
const among = (values: string[] = [], byId: string, bySlug: string, not = ''): string => {
  const parts = [byId, bySlug].flatMap((field) => {
    const some = values.filter((value) => isId(value) === (field === byId));
    return some[0] ? `${field}:${not}[${some.map(quoted).join()}]` : [];
  });
  // Brackets alone Ghost takes for no filter.
  return !not && parts[1] ? `(${parts.join()})+id:-0` : parts.join('+');
};

const filterOf = ({ categories, tags, authorId, search, exclude }: ArticleQuery): string =>
  [
    among(categories, 'tags.id', 'tag'),
    among(tags, 'tags.id', 'tag'),
    among(authorId?.split(' '), 'authors.id', 'author'),
    among(exclude?.map(nameIn), 'id', 'slug', '-'),
    search?.match(/[^\s\\]+/g)?.map((word) => `title:~${quoted(word)}`),
  ]
    .flat()
    .filter(Boolean)
    .join('+');

/** Reads articles from a Ghost by its Content API. */
export function open(source: Source): Publisher {
  async function articles(query: ArticleQuery, options?: ReadOptions): Promise<ArticlePage> {
    const { limit, cursor = 1 } = query;
    const answer = await read(
      source,
      'posts',
      { limit, page: cursor, filter: filterOf(query), ...cardFields },
      options,
    );
    // One that does not heed its limit must not fill the page.
    const posts = list(answer?.posts).slice(0, limit);
    const articles = posts.flatMap((post) => toArticle(post) ?? []);
    if (posts.length && !articles[0]) {
      throw new NewsrackError('bad-answer', 'Not from Ghost.');
    }
    // Past the end Ghost counts on.
    const next: unknown = posts[0] && answer?.meta?.pagination?.next;
    return { articles, next: next ? `${next as number}` : undefined };
  }

  const lookUp = () => loaded(import('./lookup.js'));
  return {
    articles,
    article: async (reference, options) => (await lookUp()).article(source, reference, options),
    author: async (id, options) => (await lookUp()).author(source, id, options),
  };
}
