import type { Article, Picture } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import { list, string, type Json } from '../json.js';

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
  return {
    id,
    url,
    headline: line(post.title),
    // Longer than any card shows it.
    excerpt: line(post.excerpt) || undefined,
    image: toPicture(post, url),
    // One that begins with # is for the newsroom only.
    kicker: line(list(post.tags)[0]?.name).replace(/^#.*/, '') || undefined,
    tags: list(post.tags).map((tag) => line(tag?.slug)),
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
    // The widths that every Ghost makes, as far as the original is that wide.
    sources: folder?.startsWith(new URL('/', article).href)
      ? [600, 1000, 1600, 2400].map((width) => ({ url: `${folder}size/w${width}/${file}`, width }))
      : undefined,
  };
}
