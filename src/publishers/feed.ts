import { withText } from '../html/plain.js';
import type { Article } from '../model/article.js';
import { NewsrackError, type ErrorCode } from '../model/error.js';
import { webUrl } from '../model/url.js';
import { requestDocument, type TextDocument } from '../net/document.js';
import type { ArticlePage, ArticleQuery, Publisher, ReadOptions, Source } from './publisher.js';

/** Makes text of markup. */
export type ToText = (markup: string) => string;

/** An article of a feed, and what it is filed under. */
export interface Entry {
  article: Article;
  tags: string[];
}

/** One file of a feed. Its articles are made when they are needed: it may have ten thousand. */
export interface Feed {
  size: number;
  /** `undefined`: it has no address that a reader could open. */
  entry(index: number, text: ToText): Entry | undefined;
  /** The file with what comes after. */
  next?: string;
}

/** So many files are read for one answer. */
const MOST_FILES = 4;

/** A long text stands in for an excerpt by its beginning. */
const LONGEST_EXCERPT = 400;

const feeds = new WeakMap<TextDocument, Feed>();

export const problem = (code: ErrorCode, url: string, what: string): NewsrackError =>
  new NewsrackError(code, `${new URL(url).host}: ${what}`);

export const brief = (text: string): string | undefined =>
  (text.length > LONGEST_EXCERPT
    ? `${text.slice(0, LONGEST_EXCERPT).replace(/[\s.,;:]+\S*$/, '')}…`
    : text.replace(/\s*\[(…|\.{3})\]$/, '…')) || undefined;

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The same for a name and for what systems make of it for an address. */
const slug = (name: string) =>
  folded(name)
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-');

/** The same for two addresses that differ in scheme, `www.`, last slash, fragment or what campaigns append. */
function placeOf(address: string): string | undefined {
  const url = webUrl(address);
  if (!url) return undefined;
  const { host, pathname, searchParams } = new URL(url);
  const query = [...searchParams].filter(([name]) => !/^(utm_|fbclid|gclid)/.test(name)).sort();
  return [host.replace(/^www\./, ''), pathname.replace(/\/+$/, ''), ...query].join();
}

/** What a list is of. Each is looked for in what the feed holds. */
function filterOf({ categories, tags, authorId, search = '', exclude = [] }: ArticleQuery) {
  const wanted = [categories, tags].filter((each) => each?.length).map((each) => each!.map(slug));
  const words = folded(search).match(/\S+/g) ?? [];
  const places = exclude.map((each) => placeOf(each) ?? each);
  return ({ article, tags }: Entry, text: ToText): boolean => {
    const { id, url, headline, excerpt = '', body = '', authors } = article;
    const own = tags.map(slug);
    const content = words.length ? folded(`${headline} ${excerpt} ${text(body)}`) : '';
    return (
      wanted.every((some) => some.some((each) => own.includes(each))) &&
      words.every((word) => content.includes(word)) &&
      (!authorId || authors.some(({ id, name }) => id === authorId || name === authorId)) &&
      !exclude.includes(id) &&
      !places.includes(placeOf(url)!)
    );
  };
}

/**
 * Reads articles from a feed, in the feed's order. All it knows is what stands in its files: filters, articles and
 * authors are looked for there.
 */
export function openFeed(
  { url: first }: Source,
  parse: (document: TextDocument) => Feed | Promise<Feed>,
): Publisher {
  async function* files(url: string | undefined, options?: ReadOptions) {
    for (let left = MOST_FILES; url && left--;) {
      const document = await requestDocument(url, options);
      const feed = feeds.get(document) ?? (await parse(document));
      feeds.set(document, feed);
      yield { ...feed, url };
      url = feed.next;
    }
  }

  async function find<T>(
    what: string,
    pick: (article: Article) => T | undefined,
    options?: ReadOptions,
  ): Promise<T> {
    for await (const { size, entry } of files(first, options)) {
      const found = await withText((text) => {
        for (let index = 0; index < size; index++) {
          const article = entry(index, text)?.article;
          const found = article && pick(article);
          if (found) return found;
        }
      });
      if (found) return found;
    }
    throw problem('not-found', first, `its feed has no ${what}; it may have been there before`);
  }

  return {
    async articles(query, options): Promise<ArticlePage> {
      const { limit, cursor = '' } = query;
      const fits = filterOf(query);
      const articles: Article[] = [];
      // Where in which file the page begins.
      const [start, from = first] = cursor.split(' ');
      let begin = Number(start);
      let next: string | undefined;
      for await (const { size, entry, url, next: after } of files(from, options)) {
        let hasEntries = !size || begin > 0;
        const { found, rest } = await withText((text) => {
          const found: Article[] = [];
          for (let index = begin; index < size; index++) {
            const each = entry(index, text);
            hasEntries ||= !!each;
            if (!each || !fits(each, text)) continue;
            if (articles.length + found.length === limit) return { found, rest: index };
            found.push({ ...each.article, body: undefined });
          }
          return { found };
        });
        if (!hasEntries) throw problem('bad-answer', url, 'none of its items has an address');
        articles.push(...found);
        next = rest ? `${rest} ${url}` : after && `0 ${after}`;
        if (articles.length === limit) break;
        begin = 0;
      }
      return { articles, next };
    },

    async article(reference, options) {
      const wanted = 'id' in reference ? reference.id : placeOf(reference.url);
      const article = await find(
        `article “${'id' in reference ? reference.id : reference.url}”`,
        (article) =>
          wanted === ('id' in reference ? article.id : placeOf(article.url)) ? article : undefined,
        options,
      );
      return options?.body ? article : { ...article, body: undefined };
    },

    author: (id, options) =>
      find(
        `author “${id}”`,
        ({ authors }) => authors.find((author) => author.id === id || author.name === id),
        options,
      ),
  };
}
