import type { Article, Author, Picture } from '../model/article.js';
import type { FeedExtension, ItemExtension } from '../publishers/feed/json-feed-extension.js';

/** A JSON Feed 1.1, with what the widgets need beside it in `_newsrack`. */
export interface Feed {
  version: 'https://jsonfeed.org/version/1.1';
  title: string;
  home_page_url: string;
  feed_url?: string;
  items: FeedItem[];
  _newsrack: FeedExtension;
}

export interface FeedItem {
  id: string;
  url?: string;
  title?: string;
  summary?: string;
  content_html?: string;
  content_text?: string;
  image?: string;
  date_published?: string;
  date_modified?: string;
  language?: string;
  authors?: { name: string; url?: string; avatar?: string }[];
  tags?: string[];
  _newsrack: ItemExtension;
}

/** An article as an item of a JSON Feed; widgets make the same article of it again. */
export function toItem(article: Article): FeedItem {
  const { id, url, headline, excerpt, body, image, kicker, published, updated, language } = article;
  const { tags, publisher, access, commentsOpen } = article;
  const authors = article.authors.filter(({ name }) => name);
  return {
    id,
    url: url || undefined,
    title: headline || undefined,
    summary: excerpt,
    // The format wants one of the two.
    ...(body ? { content_html: body } : { content_text: excerpt ?? '' }),
    image: image?.url,
    date_published: published,
    date_modified: updated,
    language,
    authors: authors.length
      ? authors.map(({ name, url, image }) => ({ name, url, avatar: image?.url }))
      : undefined,
    tags: kicker ? [kicker] : undefined,
    _newsrack: {
      kicker,
      tags,
      publisher,
      access,
      commentsOpen,
      image: withoutUrl(image),
      authors: authors.map(({ id, jobTitle, bio, links, image }: Author) => ({
        id,
        jobTitle,
        bio,
        links,
        image: withoutUrl(image),
      })),
    },
  };
}

function withoutUrl(picture: Picture | undefined): Omit<Picture, 'url'> | undefined {
  if (!picture) return undefined;
  const { alt, width, height, caption, credit, sources } = picture;
  return { alt, width, height, caption, credit, sources };
}
