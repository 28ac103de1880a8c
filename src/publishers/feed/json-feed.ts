import type { ToText } from '../../html/plain.js';
import type { Article, Author, Picture } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import type { TextDocument } from '../../net/document.js';
import { brief, escaped, openFeed, publisherOf, type Feed } from './feed.js';
import { list, string, type Json } from '../json.js';
import { loaded } from '../../model/loaded.js';
import type { Publisher, Source } from '../publisher.js';

const line = (value: unknown): string => string(value).replace(/\s+/g, ' ').trim();

/** Dates that do not say their zone, or are on no calendar, are none. */
const instant = (value: unknown): string | undefined => {
  const [date, day] =
    /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.exec(string(value)) ?? [];
  return date && new Date(date).toJSON() && new Date(day!).toJSON()?.startsWith(day!)
    ? date
    : undefined;
};

const picture = (url: string | undefined): Picture | undefined =>
  url ? { url, alt: '' } : undefined;

/** The body's markup where a feed has text only. */
const paragraphs = (text: string): string =>
  text &&
  `<p>${escaped(text)
    .trim()
    .replace(/\n\s*\n/g, '<p>')
    .replace(/\n/g, '<br>')}`;

/** Reads articles from a JSON Feed, version 1 or 1.1. */
export const open = (source: Source): Publisher =>
  openFeed(source, parse, { test: isWhole }, 'this is not a JSON Feed');

const isWhole = (text: string): boolean =>
  /"items"\s*:\s*\[/.test(text) && text.trimEnd().endsWith('}');

async function parse({ text, url: base }: TextDocument): Promise<Feed | undefined> {
  let feed: Json | undefined;
  try {
    feed = JSON.parse(text) as Json;
  } catch {
    // It is no feed either.
  }
  if (!Array.isArray(feed?.items)) return undefined;
  const items = list(feed.items);
  const address = (value: unknown) => webUrl(string(value), base);

  const authors = (thing: Json): Author[] => {
    const all = list(thing.authors);
    // Version 1 knows one only.
    return (all.length ? all : [thing.author])
      .map((person) => ({
        id: address(person?.url) ?? line(person?.name),
        name: line(person?.name),
        url: address(person?.url),
        image: picture(address(person?.avatar)),
      }))
      .filter(({ name }) => name);
  };
  const everyones = authors(feed);
  const extension = items.some((item) => item?._newsrack)
    ? await loaded(import('./json-feed-extension.js'))
    : undefined;
  const extended = extension?.extended ?? ((article: Article) => article);
  const publisher = publisherOf(line(feed.title), address(feed.home_page_url), base);

  function entry(index: number, text: ToText): Article | undefined {
    const item = items[index] ?? {};
    // An id is often the address.
    const url = address(item.url) ?? address(item.external_url) ?? webUrl(string(item.id)) ?? '';
    const headline = line(item.title);
    const updated = instant(item.date_modified);
    const body = string(item.content_html) || paragraphs(string(item.content_text));
    const excerpt = line(item.summary) || brief(text(body));
    if (!url && !headline && !excerpt) return undefined;
    const tags = list(item.tags).map(line).filter(Boolean);
    const own = authors(item);
    return extended(
      {
        // Some feeds count.
        id: string(item.id) || (Number(item.id) ? String(item.id) : url || headline || excerpt!),
        url,
        headline,
        excerpt,
        body: body || undefined,
        image: picture(
          address(item.image) ??
            address(item.banner_image) ??
            address(
              list(item.attachments).find((each) => /^image/.test(string(each?.mime_type)))?.url,
            ),
        ),
        kicker: tags[0],
        tags,
        authors: own.length ? own : everyones,
        published: instant(item.date_published) ?? updated,
        updated,
        language: string(item.language) || string(feed!.language) || undefined,
        publisher,
      },
      item,
    );
  }

  return { size: items.length, entry, next: address(feed.next_url), note: extension?.noteOf(feed) };
}
