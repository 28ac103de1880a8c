import type { Article, Author, Picture } from '../../model/article.js';

/**
 * What `newsrack snapshot` adds to a JSON Feed in its `_newsrack` objects: all that a widget shows and the format has no
 * field for. Nothing stands in it that the format's own fields say already, but the kicker, which is one of its tags.
 */
export interface FeedExtension {
  /** When the publisher was asked; ISO 8601 with a zone. */
  made: string;
  /** Seconds after which the snapshot is old. */
  maxAge?: number;
}

export interface ItemExtension extends Pick<
  Article,
  'kicker' | 'tags' | 'publisher' | 'access' | 'commentsOpen'
> {
  image?: Omit<Picture, 'url'>;
  /** In the order of the item's `authors`. */
  authors: AuthorExtension[];
}

export interface AuthorExtension extends Pick<Author, 'id' | 'jobTitle' | 'bio' | 'links'> {
  image?: Omit<Picture, 'url'>;
}

type Fields = Record<string, unknown>;

/** It came as JSON, from anywhere: a field of another type is none. */
const fields = (value: unknown): Fields =>
  (value && typeof value === 'object' ? value : {}) as Fields;
const list = (value: unknown): Fields[] | undefined =>
  Array.isArray(value) ? value.map(fields) : undefined;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
const size = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 0 ? value : undefined;

/**
 * The article of an item, with what its `_newsrack` adds; as it was where there is none.
 *
 * @param article - What the format's own fields say, with the item's authors in their order.
 */
export function extended(article: Article, item: unknown): Article {
  const { _newsrack, summary, content_html: body } = fields(item);
  if (!_newsrack) return article;
  const { kicker, tags, publisher, access, commentsOpen, image, authors } = fields(_newsrack);
  const { name, url } = fields(publisher);
  const more = list(authors);
  return {
    ...article,
    // The item's text is not the body: the format wants one, and a snapshot without bodies has none.
    excerpt: text(summary),
    body: text(body),
    kicker: text(kicker),
    tags: Array.isArray(tags) ? tags.map(String) : article.tags,
    publisher: text(name) && text(url) ? (publisher as Article['publisher']) : undefined,
    access: /^(public|members|protected)$/.test(String(text(access)))
      ? (access as Article['access'])
      : undefined,
    commentsOpen: typeof commentsOpen === 'boolean' ? commentsOpen : undefined,
    image: pictured(article.image, image),
    authors: article.authors.map((author, index) => {
      const { id, jobTitle, bio, links, image } = more?.[index] ?? {};
      return {
        ...author,
        id: text(id),
        jobTitle: text(jobTitle),
        bio: text(bio),
        links: list(links)
          ?.map(({ url, label, rel }) => ({ url: text(url)!, label: text(label)!, rel: text(rel) }))
          .filter(({ url, label }) => url && label),
        image: pictured(author.image, image),
      };
    }),
  };
}

function pictured(picture: Picture | undefined, extension: unknown): Picture | undefined {
  if (!picture) return undefined;
  const { alt, width, height, caption, credit, sources } = fields(extension);
  return {
    url: picture.url,
    alt: text(alt) ?? '',
    width: size(width),
    height: size(height),
    caption: text(caption),
    credit: text(credit),
    sources: list(sources)
      ?.map(({ url, width }) => ({ url: text(url)!, width: size(width)! }))
      .filter(({ url, width }) => url && width),
  };
}

/** How readers are told when it was made, by language. */
const told = {
  en: 'Last updated: ',
  es: 'Última actualización: ',
  pt: 'Última atualização: ',
};

/** When a feed was made, by language, if it is a snapshot that is older than it may be. */
export function noteOf(feed: unknown, now = Date.now()): Record<string, string> | undefined {
  const { made, maxAge } = fields(fields(feed)._newsrack);
  const date = new Date(String(text(made)));
  if (!size(maxAge) || !(now - date.getTime() > size(maxAge)! * 1000)) return undefined;
  return Object.fromEntries(
    Object.entries(told).map(([language, words]) => {
      const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
      return [language, words + format.format(date)];
    }),
  );
}
