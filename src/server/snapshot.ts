import type { Article, Author } from '../model/article.js';
import { NewsrackError } from '../model/error.js';
import { webUrl } from '../model/url.js';
import type { ArticleQuery, Publisher, ReadOptions, SourceType } from '../publishers/publisher.js';
import { toItem, type Feed } from './feed.js';
import { openSource } from './open-source.js';
import { replaceFile } from './replace-file.js';

/** Which articles, and how much of them; the filters are those of `<nr-headlines>`. */
export interface SnapshotOptions extends Omit<ArticleQuery, 'limit' | 'cursor'> {
  /** What the source is; left out, it is found out. */
  sourceType?: SourceType | undefined;
  /** Key of the source's API, where it needs one. */
  sourceKey?: string | undefined;
  /** How many articles, the newest first: 1–1,000; 20 when left out. */
  limit?: number | undefined;
  /** Take the articles' bodies along, for `<nr-article>`. */
  body?: boolean | undefined;
  /** Seconds after which the snapshot is old; widgets then say when it was made. */
  maxAge?: number | undefined;
  /** The feed's title; the publisher's name or host when left out. */
  title?: string | undefined;
  /** Where the snapshot will be served. */
  feedUrl?: string | undefined;
  /** Seconds until an answer must begin, half of what it may take to come; 30 when left out: nobody looks at an empty page meanwhile. */
  timeout?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Told how many of the articles, authors included, have been read. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The most that a publisher is asked for at once. */
const PAGE = 100;
const MOST = 1000;
/** Seconds that one request may take. */
const PATIENCE = 30;
/** Requests under way at once: a publisher's server has readers to serve, too. */
const SIDE_BY_SIDE = 4;

/**
 * What a source has now, as a JSON Feed 1.1 that widgets read as their `source`. Only what the publisher shows now is in
 * it. A failure that may pass by itself fails all of it, so that a snapshot is whole or is not there; an author who
 * cannot be asked stays as the article names them.
 *
 * @throws {NewsrackError} `bad-attribute`: the source or an option is wrong. Else what reading it came to.
 */
export async function snapshot(source: string, options: SnapshotOptions = {}): Promise<Feed> {
  const { sourceType, sourceKey, signal, maxAge, title, feedUrl, timeout = PATIENCE } = options;
  const url = webUrl(source);
  if (!url) throw wrong(`“${source}” is not an http(s) address`);
  if (feedUrl !== undefined && !webUrl(feedUrl))
    throw wrong(`“${feedUrl}” is not an http(s) address`);
  for (const name of ['categories', 'tags', 'exclude'] as const)
    if (!Array.isArray(options[name] ?? [])) throw wrong(`${name} is a list: ['one', 'another']`);
  if (!isWhole(options.limit ?? 1, 1, MOST)) throw wrong(`limit is a number from 1 to ${MOST}`);
  if (!isWhole(maxAge ?? 1, 1, Infinity)) throw wrong('the maximal age is a number of seconds');
  if (!isWhole(timeout, 1, 3600)) throw wrong('the time for a request is 1 to 3600 seconds');

  // Before asking: what is in it is at least as new.
  const made = new Date().toISOString();
  const how: ReadOptions = { signal, timeout: timeout * 1000 };
  const publisher = await openSource({ url, type: sourceType, key: sourceKey }, how);
  const found = await newest(publisher, options, how);
  const articles = await complete(publisher, found, options, how);
  const { name, url: home } = articles.find((each) => each.publisher)?.publisher ?? {};
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: title ?? name ?? new URL(url).host,
    // Not the source itself: a key may stand in it.
    home_page_url: home ?? `${new URL(url).origin}/`,
    feed_url: feedUrl,
    _newsrack: { made, maxAge },
    items: articles.map(toItem),
  };
}

/** What became of a file. */
export interface Writing {
  /** `empty`: the source has no such article, and the file was left as it was. */
  outcome: 'written' | 'empty';
  feed: Feed;
  bytes: number;
}

/**
 * Replaces a file by a snapshot, in one step: whoever reads it has the old one or the new one. The old one stays where
 * the source fails, and where it has nothing to show, since that is rather a fault than the truth.
 *
 * @param options - With `allowEmpty` an empty snapshot is written, too.
 * @throws What `snapshot` throws, and the file system's errors.
 */
export async function writeSnapshot(
  source: string,
  file: string,
  options: SnapshotOptions & { allowEmpty?: boolean | undefined } = {},
): Promise<Writing> {
  const feed = await snapshot(source, options);
  if (!feed.items.length && !options.allowEmpty) return { outcome: 'empty', feed, bytes: 0 };
  const text = textOf(feed);
  options.signal?.throwIfAborted();
  await replaceFile(file, text);
  return { outcome: 'written', feed, bytes: Buffer.byteLength(text) };
}

export const textOf = (feed: Feed): string => `${JSON.stringify(feed)}\n`;

const wrong = (what: string) => new NewsrackError('bad-attribute', `${what}.`);

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** Page by page; what moved from one to the next meanwhile is in it once. */
async function newest(
  publisher: Publisher,
  options: SnapshotOptions,
  how: ReadOptions,
): Promise<Article[]> {
  const { limit = 20, categories, tags, authorId, search, exclude, body } = options;
  const filters = { categories, tags, authorId, search, exclude };
  const found = new Map<string, Article>();
  // A source may lead in a circle.
  const seen = new Set<string | undefined>();
  let cursor: string | undefined;
  do {
    seen.add(cursor);
    const query: ArticleQuery = { ...filters, limit: Math.min(limit, PAGE), cursor };
    const page = await publisher.articles(query, { ...how, fresh: true, body });
    for (const article of page.articles) found.set(article.id, found.get(article.id) ?? article);
    cursor = page.next;
  } while (cursor && !seen.has(cursor) && found.size < limit);
  return [...found.values()].slice(0, limit);
}

/** The articles with what a list does not say: bodies, where they are wanted, and all that is known about the authors. */
async function complete(
  publisher: Publisher,
  found: Article[],
  { body, onProgress }: SnapshotOptions,
  how: ReadOptions,
): Promise<Article[]> {
  let done = 0;
  let total = body ? found.length : 0;
  const each = <T, R>(things: T[], read: (thing: T) => Promise<R>) =>
    sideBySide(things, async (thing) => {
      const result = await read(thing);
      onProgress?.(++done, total);
      return result;
    });

  const articles = body ? (await each(found, whole)).filter((article) => !!article) : found;
  const unknown = new Map<string, Author>();
  for (const author of articles.flatMap(({ authors }) => authors))
    if (author.id && !author.jobTitle) unknown.set(author.id, author);
  total += unknown.size;
  const known = new Map(await each([...unknown.values()], introduced));
  return articles.map((article) => ({
    ...article,
    authors: article.authors.map((author) => known.get(author.id!) ?? author),
  }));

  /** `undefined` for an article that was taken down since the list was made. */
  async function whole(article: Article): Promise<Article | undefined> {
    // A feed has said all that it has.
    if (article.body !== undefined) return article;
    try {
      return await publisher.article({ id: article.id }, { ...how, body: true });
    } catch (error) {
      if (error instanceof NewsrackError && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  async function introduced(author: Author): Promise<[string, Author]> {
    try {
      return [author.id!, await publisher.author(author.id!, how)];
    } catch (error) {
      if (error instanceof NewsrackError && !error.retryable) return [author.id!, author];
      throw error;
    }
  }
}

/** Results in the order of the things. After a failure nothing new is begun. */
async function sideBySide<T, R>(things: T[], read: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = things.entries();
  let failed = false;
  const work = async () => {
    for (const [index, thing] of waiting) {
      if (failed) return;
      try {
        results[index] = await read(thing);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(new Array(SIDE_BY_SIDE).fill(undefined).map(work));
  return results;
}
