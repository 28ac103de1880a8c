import { NewsrackError } from '../model/error.js';
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
export const kindOf = ({ type, url, key }: Source): SourceType =>
  type ?? (key || /[?&]key=/.test(url) ? 'ghost' : 'wordpress');

/**
 * The publisher's system behind a source. Opening asks nothing of it yet.
 *
 * @throws {NewsrackError} `unsupported`: there is no adapter for this `type`. `network`: the adapter's code did not come.
 */
export async function openPublisher(source: Source, options?: ReadOptions): Promise<Publisher> {
  const load = adapters[kindOf(source)];
  if (!load) {
    throw new NewsrackError('unsupported', `source-type="${source.type!}" cannot be read yet.`);
  }
  return (await loaded(load())).open(source, options);
}
