import type { ToText } from '../../html/plain.js';
import type { Article, Author, Picture } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import { list, string, type Json } from '../json.js';

/** Some plugins take the host out of all addresses. */
const address = (value: unknown, base: string): string | undefined => webUrl(string(value), base);

/** A number above zero, also where a plugin wrote it as text. */
const size = (value: unknown): number | undefined =>
  /^(number|string)$/.test(typeof value) && Number(value) > 0 ? Number(value) : undefined;

/** What the REST API calls a thing. */
export const idOf = (thing: Json | undefined): string | undefined => size(thing?.id)?.toString();

/**
 * The article behind a post, or `undefined` if it has no address that a reader could open.
 *
 * @param base - Address of the site
 */
export function toArticle(post: Json | undefined, text: ToText, base: string): Article | undefined {
  const id = idOf(post);
  const url = address(post?.link, base);
  if (!post || !id || !url) return undefined;
  const { excerpt, content, _embedded: embedded, comment_status: comments } = post;
  const terms = list(embedded?.['wp:term']).flat() as (Json | undefined)[];
  return {
    id,
    url,
    headline: text(string(post.title?.rendered)),
    // Empty where a password protects the post.
    excerpt: tidy(string(excerpt?.rendered), text),
    body: string(content?.rendered) || undefined,
    image: toPicture(list(embedded?.['wp:featuredmedia'])[0], base),
    // The first category, unless it is the one that WordPress gives to what has none.
    kicker:
      text(
        string(
          terms.find(
            (term) =>
              (term?.taxonomy as unknown) === 'category' &&
              !/^(un|sin-|sem-)categor/.test(`${term?.slug}`),
          )?.name,
        ),
      ) || undefined,
    tags: terms.flatMap((term) => [`${term?.id}`, `${term?.slug}`]),
    // Someone whose data are not public is embedded as an error, which has no name.
    authors: list(embedded?.author)
      .map((user) => toAuthor(user, text, base))
      .filter((author) => author.name),
    published: instant(post.date_gmt),
    updated: instant(post.modified_gmt),
    access: excerpt?.protected ? 'protected' : 'public',
    commentsOpen: comments && string(comments) === 'open',
  };
}

export function toAuthor(user: Json | undefined, text: ToText, base: string): Author {
  const portrait = address(user?.avatar_urls?.[96], base);
  const site = address(user?.url, base);
  return {
    id: idOf(user),
    name: text(string(user?.name)),
    // WordPress knows none; this is what publishers that add one call it.
    jobTitle: text(string(user?.meta?.job_title)) || undefined,
    url: address(user?.link, base),
    bio: string(user?.description) || undefined,
    image: portrait ? { url: portrait, alt: '', width: 96, height: 96 } : undefined,
    links: site ? [{ url: site, label: new URL(site).host, rel: 'me' }] : undefined,
  };
}

function toPicture(media: Json | undefined, base: string): Picture | undefined {
  const url = address(media?.source_url, base);
  if (!url) return undefined;
  const details = media?.media_details;
  const width = size(details?.width)!;
  const height = size(details?.height)!;
  const sources = new Map<number, string>();
  for (const each of Object.values(details?.sizes ?? {})) {
    const source = address(each?.source_url, base);
    const wide = size(each?.width)!;
    // Another ratio is another crop; without sizes there is none.
    const ratio = ((wide / size(each?.height)!) * height) / width;
    if (source && Math.abs(ratio - 1) < 0.02) sources.set(wide, source);
  }
  if (width) sources.set(width, url);
  return {
    url,
    alt: string(media?.alt_text).trim(),
    width,
    height,
    caption: string(media?.caption?.rendered).trim() || undefined,
    sources: [...sources].map(([width, url]) => ({ url, width })).sort((a, b) => a.width - b.width),
  };
}

/** WordPress says universal time without saying so; a draft has none. */
const instant = (gmt: unknown): string | undefined =>
  /^(?!0000)[\d-]{10}T[\d:]{8}$/.test(gmt as string) ? `${gmt as string}Z` : undefined;

/** Themes end an excerpt by “[…]” or a link to the article; the card itself is that link. */
const tidy = (excerpt: string, text: ToText): string | undefined =>
  text(excerpt.split(/<a\b[^>]{0,300}\b(?:more-link|read-?more)\b/)[0]!).replace(
    /\s*\[?(?:…|\.{3})\]?(?: (?:Continue reading|Read more).{0,300})?$/,
    '…',
  ) || undefined;
