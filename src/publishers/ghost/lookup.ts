import type { Article, Author } from '../../model/article.js';
import { toArticle } from './article.js';
import { toAuthor } from './author.js';
import { problemAt } from './search.js';
import { read } from './site.js';
import { cardFields, isId, nameIn } from './ghost.js';
import { list, string, type Json } from '../json.js';
import type { ArticleReference, ReadOptions, Source } from '../publisher.js';

/** What an address points at on its host. */
const pathOf = (address: string): string =>
  new URL(address).pathname.replace(/\/+$/, '').toLowerCase();

const isNot = (source: Source) => problemAt(source, 'bad-answer', 'this is not what Ghost answers');

/** With an end to what is looked through: a body may have a thousand players that nothing closes. */
const MEDIA = /<(audio|video)\b[^<>]{0,1000}?\ssrc="([^"<>]+)"[^]{0,1000}?<\/\1>/gi;

/** What belongs to a player: how long it has played, how fast, and its buttons. */
const CONTROLS =
  /<(span|div|button)\b[^<>]{0,500}\sclass="kg-(?:audio|video)-(?:current-time|time|play-|pause|playback|mute|unmute)[^<>]{0,500}>[^]{0,2000}?<\/\1>/g;

/** Sound and films do not play here: in the place of a player is a link to its file. */
const withLinks = (body: string): string =>
  body
    .replace(
      MEDIA,
      (_, _name, file: string) =>
        `<a href="${file}">▶ ${file.replace(/[?#].*/, '').replace(/.*\//, '')}</a>`,
    )
    .replace(CONTROLS, '');

/** What is called so. */
async function one(
  source: Source,
  kind: 'posts' | 'authors',
  name: string,
  parameters: Record<string, string>,
  options?: ReadOptions,
): Promise<Json | undefined> {
  const path = `${kind}/${isId(name) ? '' : 'slug/'}${encodeURIComponent(name)}`;
  return list((await read(source, path, parameters, options))?.[kind])[0];
}

/** One article, by its id, its slug or its address. */
export async function article(
  source: Source,
  reference: ArticleReference,
  options?: ReadOptions & { body?: boolean },
): Promise<Article> {
  const url = 'url' in reference ? reference.url : undefined;
  const name = 'id' in reference ? reference.id : pathOf(reference.url) && nameIn(reference.url);
  const missing = () => problemAt(source, 'not-found', `there is no article at ${url ?? name}`);
  if (!name) throw missing();
  // Of comments Ghost knows only together with access.
  const fields = `${cardFields.fields},feature_image_caption,access,comments${options?.body ? ',html' : ''}`;
  const post = await one(source, 'posts', name, { ...cardFields, fields }, options);
  const found = toArticle(post);
  if (!found) throw isNot(source);
  // Never another article: a tag's page may end in the same name. One site may go by two hosts.
  if (url && pathOf(found.url) !== pathOf(url)) throw missing();
  const { image, access } = found;
  const comments: unknown = post!.comments;
  return {
    ...found,
    // Ghost cuts it itself at 500 characters, in the middle of a word.
    excerpt: found.excerpt?.replace(/(?<=^.{480,})\s\S*$/, '…'),
    image: image && { ...image, caption: string(post!.feature_image_caption).trim() || undefined },
    authors: list(post!.authors)
      .map(toAuthor)
      .filter(({ name }) => name),
    body: withLinks(string(post!.html)) || undefined,
    // Of an article for members Ghost says to everyone else that it takes none.
    commentsOpen: access === 'public' && typeof comments === 'boolean' ? comments : undefined,
  };
}

/** One author, by id or slug. */
export async function author(source: Source, id: string, options?: ReadOptions): Promise<Author> {
  const found = toAuthor(await one(source, 'authors', id, {}, options));
  if (!found.name) throw isNot(source);
  return found;
}
