import { NewsrackError } from '../model/error.js';
import { loaded } from './loaded.js';
import type { Publisher, ReadOptions, Source, SourceType } from './publisher.js';

interface Adapter {
  open(source: Source, options?: ReadOptions): Publisher | Promise<Publisher>;
}

const adapters: Partial<Record<SourceType, () => Promise<Adapter>>> = {
  wordpress: () => import('./wordpress.js'),
  'json-feed': () => import('./json-feed.js'),
  rss: () => import('./rss.js'),
};

/**
 * The publisher's system behind a source. Opening asks nothing of it yet.
 *
 * @throws {NewsrackError} `unsupported`: there is no adapter for this `type`. `network`: the adapter's code did not come.
 */
export async function openPublisher(source: Source, options?: ReadOptions): Promise<Publisher> {
  const load = adapters[source.type ?? 'wordpress'];
  if (!load) {
    throw new NewsrackError('unsupported', `source-type="${source.type!}" cannot be read yet.`);
  }
  return (await loaded(load())).open(source, options);
}
