import { text } from '../html/text.js';
import type { Article, Author, Picture } from '../model/article.js';
import { webUrl } from '../model/url.js';

/** What came as JSON: a field may be anything, and is looked at before it is used. */
export type Json = Record<string, unknown>;

/** An object's own fields; of anything else, none. */
export const fields = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const rendered = (value: unknown): string => string(fields(value).rendered);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
/** Only what is a number or text becomes one: an object could refuse to. */
const number = (value: unknown): number =>
  typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
const size = (value: unknown): number | undefined =>
  number(value) > 0 ? number(value) : undefined;
const webAddress = (value: unknown): string | undefined => webUrl(string(value));

/** What the REST API calls a thing. */
export const idOf = ({ id }: Json): string | undefined => size(id)?.toString();

/** The article behind a post, or `undefined` if it has no address that a reader could open. */
export function toArticle(raw: unknown): Article | undefined {
  const post = fields(raw);
  const url = webAddress(post.link);
  const id = idOf(post);
  if (!url || !id) return undefined;
  const embedded = fields(post._embedded);
  const isProtected = !!(fields(post.excerpt).protected ?? fields(post.content).protected);
  const article: Article = {
    id,
    url,
    headline: text(rendered(post.title)),
    image: toPicture(list(embedded['wp:featuredmedia'])[0]),
    kicker: category(embedded['wp:term']),
    // Someone whose data are not public is embedded as an error, which has no name.
    authors: list(embedded.author)
      .map(toAuthor)
      .filter((author) => author.name),
    published: instant(post.date_gmt),
    updated: instant(post.modified_gmt),
    access: isProtected ? 'protected' : 'public',
  };
  if (!isProtected) {
    article.excerpt = excerpt(rendered(post.excerpt));
    article.body = rendered(post.content) || undefined;
  }
  if (post.comment_status) article.commentsOpen = post.comment_status === 'open';
  return article;
}

export function toAuthor(raw: unknown): Author {
  const user = fields(raw);
  const website = webAddress(user.url);
  const avatars = Object.entries(fields(user.avatar_urls)).sort(([a], [b]) => +b - +a);
  const portrait = webAddress(avatars[0]?.[1]);
  const width = size(avatars[0]?.[0]);
  return {
    id: idOf(user),
    name: text(string(user.name)),
    url: webAddress(user.link),
    bio: string(user.description) || undefined,
    image: portrait ? { url: portrait, alt: '', width, height: width } : undefined,
    links: website ? [{ url: website, label: new URL(website).host }] : undefined,
  };
}

function toPicture(raw: unknown): Picture | undefined {
  const media = fields(raw);
  const url = webAddress(media.source_url);
  if (!url || (media.media_type ?? 'image') !== 'image') return undefined;
  const details = fields(media.media_details);
  const width = size(details.width);
  const height = size(details.height);
  const caption = rendered(media.caption);
  const picture: Picture = { url, alt: string(media.alt_text).trim(), width, height };
  if (text(caption)) picture.caption = caption;
  if (width && height) {
    const byWidth = new Map([[width, url]]);
    for (const each of Object.values(fields(details.sizes)).map(fields)) {
      const address = webAddress(each.source_url);
      const wide = size(each.width);
      // Another ratio is another crop.
      const ratio = ((wide ?? 0) / number(each.height) / width) * height;
      if (address && wide && Math.abs(ratio - 1) < 0.02 && !byWidth.has(wide))
        byWidth.set(wide, address);
    }
    picture.sources = Array.from(byWidth, ([width, url]) => ({ url, width })).sort(
      (a, b) => a.width - b.width,
    );
  }
  return picture;
}

/** The first category's name, unless it is the one that WordPress gives to what has none. */
function category(terms: unknown): string | undefined {
  for (const term of list(terms).flat().map(fields)) {
    const isNone = /^(uncategorized|sin-categoria|sem-categoria)$/.test(string(term.slug));
    if (term.taxonomy === 'category' && !isNone) return text(string(term.name)) || undefined;
  }
  return undefined;
}

/** WordPress says universal time without saying so; a draft has none. */
function instant(gmt: unknown): string | undefined {
  const date = string(gmt);
  return /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(date) ? `${date}Z` : undefined;
}

/** Themes end an excerpt by “[…]” or a link to the article; the card itself is that link. */
function excerpt(markup: string): string | undefined {
  const link = markup.search(/<a\b[^>]{0,300}\b(?:more-link|read-?more|moretag)\b/i);
  const words = text(link < 0 ? markup : markup.slice(0, link));
  return (
    words.replace(/\s*\[?(?:…|\.{3})\]?(?: (?:Continue reading|Read more).{0,300})?$/, '…') ||
    undefined
  );
}
