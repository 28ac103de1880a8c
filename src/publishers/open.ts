import { readSession } from '../storage/session.js';
import { loaded } from '../model/loaded.js';
import type { Publisher, ReadOptions, Source, SourceType } from './publisher.js';

/** What a source is by what the page's author wrote; only Ghost wants a key. */
export const kindOf = ({ type, url, key }: Source): SourceType | undefined =>
  type ?? (key || /[?&]key=/.test(url) ? 'ghost' : undefined);

/** Addresses that may be a feed's. */
export const feedAddress = /[/.=](feed|rss|atom|xml|json)/;

/** What only pages with other sources need. */
const others = () => loaded(import('./other-systems.js'));

/** WordPress, until it says that it is none. */
export function orOther(wordpress: Publisher, source: Source): Publisher {
  const orElse =
    (method: keyof Publisher) =>
    (what: never, how?: ReadOptions): Promise<never> =>
      wordpress[method](what, how).catch(async (refusal: unknown) =>
        (await (await others()).openInstead(source, refusal, how))[method](what, how),
      ) as Promise<never>;
  return { articles: orElse('articles'), article: orElse('article'), author: orElse('author') };
}

/**
 * The publisher's system behind a source. Opening asks nothing of it yet, unless its address may be a feed's. One that
 * names no type is WordPress until that says that it is none.
 *
 * @throws {NewsrackError} `unsupported`: there is no adapter for this `type`. `network`: the adapter's code did not come.
 */
export async function openPublisher(source: Source, options?: ReadOptions): Promise<Publisher> {
  const kind = kindOf(source);
  if (kind ? kind !== 'wordpress' : feedAddress.test(source.url) || readSession(source.url))
    return (await others()).open(source, options);
  const publisher = (await loaded(import('./wordpress/wordpress.js'))).open(source);
  return kind ? publisher : orOther(publisher, source);
}
