import { withText, type ToText } from '../../html/plain.js';
import type { Article } from '../../model/article.js';
import { NewsrackError, type ErrorCode } from '../../model/error.js';
import { requestDocument, type TextDocument } from '../../net/document.js';
import { loaded } from '../../model/loaded.js';
import type { ArticlePage, Publisher, ReadOptions, Source } from '../publisher.js';

/** What is in one file of a feed. Its articles are made when they are needed: it may have ten thousand. */
export interface Feed {
  size: number;
  /** `undefined`: it has no address that a reader could open, no headline and no text. */
  entry(index: number, text: ToText): Article | undefined;
  /** The file with what comes after. */
  next?: string;
  /** What readers should know of it, by language. */
  note?: Record<string, string>;
}

/** One file of a feed, and where it is. */
export interface File extends Feed {
  url: string;
}

/** So many files are read for one answer. */
const MOST_FILES = 4;

/** A long text stands in for an excerpt by its beginning. */
const LONGEST_EXCERPT = 400;

const feeds = new WeakMap<TextDocument, Feed>();

const hostOf = (url: string) => new URL(url).host;

export const problem = (code: ErrorCode, url: string, what: string): NewsrackError =>
  new NewsrackError(code, `${hostOf(url)}: ${what}`);

/** Plain text as markup. */
export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A title as markup: one that closes no tag and names no sign is text, as “The <dialog> element” is. */
export const titleMarkup = (text: string): string =>
  /<\/\w|<(br|img|wbr)\b|&#?\w+;/i.test(text) ? text : escaped(text);

/** Who publishes a feed: its title, and its home page or else where it is. */
export const publisherOf = (name: string, url: string | undefined, base: string) =>
  name ? { name, url: url ?? new URL(base).origin } : undefined;

/** The beginning of a text, without what WordPress writes below it in feeds. */
export function brief(whole: string): string | undefined {
  const text = whole.replace(/\s*The post .{1,300} appeared first on .{1,99}$/, '');
  return (
    (text.length > LONGEST_EXCERPT
      ? `${text.slice(0, LONGEST_EXCERPT).replace(/[\s.,;:]+\S*$/, '')}…`
      : text.replace(/\s*\[(…|\.{3})\]$/, '…')) || undefined
  );
}

/**
 * Reads articles from a feed, in the feed's order. All it knows is what stands in its files: filters, articles and
 * authors are looked for there.
 *
 * @param parse - `undefined`: it is no feed
 * @param sign - What every feed has that did not break off at once; an answer without it is a failure of its server
 * @param wrong - What is to be said then
 */
export function openFeed(
  { url: first }: Source,
  parse: (document: TextDocument) => Promise<Feed | undefined>,
  sign: Pick<RegExp, 'test'>,
  wrong: string,
): Publisher {
  async function* files(url: string | undefined, options?: ReadOptions): AsyncGenerator<File> {
    for (let left = MOST_FILES; url && left--;) {
      const from = url;
      const refuse = () => {
        throw problem('bad-answer', from, wrong);
      };
      const document = await requestDocument(url, {
        ...options,
        fits: (data) => sign.test((data as TextDocument).text) || refuse(),
      });
      const feed = feeds.get(document) ?? (await parse(document)) ?? refuse();
      feeds.set(document, feed);
      // Some say that they come after themselves. Nobody is asked but the site that the page's author named.
      const { next } = feed;
      if (
        next &&
        (next === document.url || ![first, document.url].map(hostOf).includes(hostOf(next)))
      )
        feed.next = undefined;
      yield { ...feed, url };
      url = feed.next;
    }
  }

  const lookUp = () => loaded(import('./lookup.js'));

  return {
    async articles(query, options): Promise<ArticlePage> {
      const { limit, cursor = '', categories, tags, exclude, authorId, search } = query;
      const isFiltered = [categories, tags, exclude, authorId, search].some((each) => each?.length);
      const fits = isFiltered && (await lookUp()).filterOf(query);
      const articles: Article[] = [];
      // Where in which file the page begins.
      const [start, from = first] = cursor.split(' ');
      let begin = Number(start);
      let next: string | undefined;
      let note: Feed['note'];
      try {
        for await (const { size, entry, url, next: after, note: own } of files(from, options)) {
          let hasEntries = !size || begin > 0;
          const { found, rest } = await withText((text) => {
            const found: Article[] = [];
            for (let index = begin; index < size; index++) {
              const each = entry(index, text);
              hasEntries ||= !!each;
              if (!each || (fits && !fits(each, text))) continue;
              if (articles.length + found.length === limit) return { found, rest: index };
              found.push({ ...each, body: options?.body ? (each.body ?? '') : undefined });
            }
            return { found };
          });
          if (!hasEntries)
            throw problem('bad-answer', url, 'none of its items has an address or a headline');
          articles.push(...found);
          note ??= own;
          next = rest ? `${rest} ${url}` : after && `0 ${after}`;
          if (articles.length === limit) break;
          begin = 0;
        }
      } catch (error) {
        // What is there is shown. Who asks for more is told why there is none.
        if (!articles.length || options?.signal?.aborted) throw error;
      }
      return { articles, next, note };
    },

    async article(reference, options) {
      const article = await (await lookUp()).article(files(first, options), reference);
      return options?.body ? article : { ...article, body: undefined };
    },

    author: async (id, options) => (await lookUp()).author(files(first, options), id),
  };
}
