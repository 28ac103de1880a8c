import { NewsrackError } from '../model/error.js';
import { readSession } from '../storage/session.js';
import { loaded } from './loaded.js';
import type { Publisher, ReadOptions, Source, SourceType } from './publisher.js';

interface Adapter {
  open(source: Source, options?: ReadOptions): Publisher | Promise<Publisher>;
}

const adapters: Partial<Record<SourceType, () => Promise<Adapter>>> = {
  wordpress: () => import('./wordpress.js'),
  ghost: () => import('./ghost.js'),
  'json-feed': () => import('./json-feed.js'),
  rss: () => import('./rss.js'),
};

/** What a source is by what the page's author wrote; only Ghost wants a key. */
export const kindOf = ({ type, url, key }: Source): SourceType | undefined =>
  type ?? (key || /[?&]key=/.test(url) ? 'ghost' : undefined);

/** Addresses that may be a feed's. */
const FEED = /\b(feeds?|rss|atom|xml|(?<!wp-)json)\b/i;

async function openKnown(source: Source, options?: ReadOptions): Promise<Publisher> {
  const load = adapters[kindOf(source) ?? 'wordpress'];
  if (!load) {
    throw new NewsrackError('unsupported', `source-type="${source.type!}" cannot be read yet.`);
  }
  return (await loaded(load())).open(source, options);
}

/**
 * The publisher's system behind a source. Opening asks nothing of it yet, unless its address may be a feed's. One that
 * names no type is WordPress until that says that it is none.
 *
 * @throws {NewsrackError} `unsupported`: there is no adapter for this `type`. `network`: the adapter's code did not come.
 */
export async function openPublisher(source: Source, options?: ReadOptions): Promise<Publisher> {
  if (kindOf(source)) return openKnown(source, options);
  const { url } = source;
  const found =
    FEED.test(url) || readSession(`type:${url}`)
      ? await (await loaded(import('./detect.js'))).detect(source, options)
      : source;
  const publisher = await openKnown(found, options);
  if (found.type) return publisher;
  const orElse =
    (method: keyof Publisher) =>
    (what: never, how?: ReadOptions): Promise<never> =>
      publisher[method](what, how).catch(async (refusal: unknown) => {
        const { detectOther } = await import('./detect.js').catch(() => {
          throw refusal;
        });
        const other = await openKnown(await detectOther(source, refusal, how), how);
        return other[method](what, how) as never;
      }) as Promise<never>;
  return { articles: orElse('articles'), article: orElse('article'), author: orElse('author') };
}
