import { ownPublisher } from '../adapters.js';
import { NewsrackError } from '../model/error.js';
import { loaded } from '../model/loaded.js';
import { kindOf, orOther } from './open.js';
import type { Publisher, ReadOptions, Source, SourceType } from './publisher.js';

interface Adapter {
  open(source: Source): Publisher;
}

const adapters: Partial<Record<SourceType, () => Promise<Adapter>>> = {
  wordpress: () => import('./wordpress/wordpress.js'),
  ghost: () => import('./ghost/ghost.js'),
  'json-feed': () => import('./feed/json-feed.js'),
  rss: () => import('./feed/rss.js'),
  'json-ld': () => import('./json-ld.js'),
};

const detection = () => loaded(import('./detect.js'));

/** What is behind a source that is, or may be, something else than WordPress. */
export async function open(source: Source, options?: ReadOptions): Promise<Publisher> {
  const found = kindOf(source) ? source : await (await detection()).detect(source, options);
  const kind = kindOf(found) ?? 'wordpress';
  if (kind.startsWith('x-')) return (await ownPublisher(kind))(found);
  const load = adapters[kind];
  if (!load) throw new NewsrackError('unsupported', `source-type="${kind}" cannot be read yet.`);
  const publisher = (await loaded(load())).open(found);
  return kindOf(found) ? publisher : orOther(publisher, source);
}

/** What is behind a source where WordPress' adapter failed; fails alike if that was no reason to look further. */
export async function openInstead(
  source: Source,
  refusal: unknown,
  options?: ReadOptions,
): Promise<Publisher> {
  return open(await (await detection()).detectOther(source, refusal, options));
}
