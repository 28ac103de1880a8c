import type { Article, Picture } from '../model/article.js';
import { webUrl } from '../model/url.js';
import { list, string, type Json } from './json.js';

/** The widths that every Ghost makes of its pictures, as far as they are that wide. */
const WIDTHS = [600, 1000, 1600, 2400];

/** Ghost's titles, names and excerpts are text, not markup. */
export const line = (value: unknown): string => string(value).replace(/\s+/g, ' ').trim();

export const address = (value: unknown): string | undefined => webUrl(string(value));

/** Ghost writes its site's time, with the zone. */
const instant = (value: unknown): string | undefined =>
  /T.+(Z|[+-]..:..)$/.exec(string(value))?.input;

/** What a list shows of the article behind a post; `undefined` if it has no address that a reader could open. */
export function toArticle(post: Json | undefined): Article | undefined {
  const id = string(post?.id);
  const url = address(post?.url);
  if (!post || !id || !url) return undefined;
  const [tag] = list(post.tags);
  return {
    id,
    url,
    headline: line(post.title),
    // Ghost cuts it itself at 500 characters, in the middle of a word.
    excerpt: line(post.excerpt).replace(/(?<=^[^]{480,})\s\S*$/, '…') || undefined,
    image: toPicture(post, url),
    // One that begins with # is for the newsroom only.
    kicker: ((tag?.visibility as unknown) === 'public' && line(tag?.name)) || undefined,
    authors: list(post.authors).flatMap((author) => {
      const name = line(author?.name);
      return name ? { id: string(author.id), name, url: address(author.url) } : [];
    }),
    published: instant(post.published_at),
    updated: instant(post.updated_at),
    access: /^(public)?$/.test(string(post.visibility)) ? 'public' : 'members',
  };
}

function toPicture(post: Json, article: string): Picture | undefined {
  const url = address(post.feature_image);
  if (!url) return undefined;
  const [, folder, file] = /^(.+\/content\/images\/)(?!size\/)(.+(?<!svg))$/.exec(url) ?? [];
  return {
    url,
    alt: line(post.feature_image_alt),
    sources: folder?.startsWith(new URL('/', article).href)
      ? WIDTHS.map((width) => ({ url: `${folder}size/w${width}/${file}`, width }))
      : undefined,
  };
}
