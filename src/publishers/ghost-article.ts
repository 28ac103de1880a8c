import type { Article, Author, Link, Picture } from '../model/article.js';
import { webUrl } from '../model/url.js';
import { list, string, type Json } from './json.js';

/** The widths that every Ghost makes of its pictures; one that it does not make leads to the original. */
const WIDTHS = [600, 1000, 1600, 2400];

/** How long an excerpt is that Ghost cuts itself, in the middle of a word. */
const CUT = 500;

/** Where the profiles are of which Ghost keeps only the name. */
const PROFILES = {
  facebook: ['Facebook', 'www.facebook.com/'],
  twitter: ['X', 'x.com/'],
  threads: ['Threads', 'www.threads.net/@'],
  bluesky: ['Bluesky', 'bsky.app/profile/'],
  mastodon: ['Mastodon', ''],
  tiktok: ['TikTok', 'www.tiktok.com/@'],
  youtube: ['YouTube', 'www.youtube.com/'],
  instagram: ['Instagram', 'www.instagram.com/'],
  linkedin: ['LinkedIn', 'www.linkedin.com/'],
};

/** Ghost's titles, names and excerpts are text, not markup. */
const line = (value: unknown): string => string(value).replace(/\s+/g, ' ').trim();

const address = (value: unknown): string | undefined => webUrl(string(value));

/** Ghost writes its site's time, with the zone. */
const instant = (value: unknown): string | undefined =>
  /T.+(Z|[+-]\d\d:\d\d)$/.test(string(value)) ? string(value) : undefined;

/** The article behind a post, or `undefined` if it has no address that a reader could open. */
export function toArticle(post: Json | undefined): Article | undefined {
  const id = string(post?.id);
  const url = address(post?.url);
  if (!post || !id || !url) return undefined;
  const [tag] = list(post.tags);
  const isPublic = /^(public)?$/.test(string(post.visibility));
  const comments: unknown = post.comments;
  return {
    id,
    url,
    headline: line(post.title),
    excerpt: excerptOf(post.excerpt),
    body: string(post.html) || undefined,
    image: toPicture(post, url),
    // One that begins with # is for the newsroom only.
    kicker: (string(tag?.visibility) === 'public' && line(tag?.name)) || undefined,
    authors: list(post.authors)
      .map(toAuthor)
      .filter(({ name }) => name),
    published: instant(post.published_at),
    updated: instant(post.updated_at),
    access: isPublic ? 'public' : 'members',
    // Of an article for members Ghost says to everyone else that it takes none.
    commentsOpen: isPublic && typeof comments === 'boolean' ? comments : undefined,
  };
}

export function toAuthor(author: Json | undefined): Author {
  const portrait = address(author?.profile_image);
  const site = address(author?.website);
  const links: Link[] = site ? [{ url: site, label: new URL(site).host, rel: 'me' }] : [];
  for (const [network, [label, place]] of Object.entries(PROFILES)) {
    const name = string(author?.[network]).trim();
    const url = address(/^https?:/.test(name) ? name : profile(network, place!, name));
    if (name && url) links.push({ url, label: label!, rel: 'me' });
  }
  return {
    id: string(author?.id) || undefined,
    name: line(author?.name),
    url: address(author?.url),
    // Text, where the model has markup.
    bio: string(author?.bio).replace(/&/g, '&amp;').replace(/</g, '&lt;') || undefined,
    image: portrait ? { url: portrait, alt: '' } : undefined,
    links: links.length ? links : undefined,
  };
}

function profile(network: string, place: string, name: string): string {
  // YouTube has names with and without this mark.
  const plain = network === 'youtube' ? name : name.replace(/^[@/]/, '');
  const folder = network === 'linkedin' && !plain.includes('/') ? 'in/' : '';
  return `https://${place}${folder}${plain}`;
}

function toPicture(post: Json, article: string): Picture | undefined {
  const url = address(post.feature_image);
  if (!url) return undefined;
  const [, folder, file] =
    /^(.+\/content\/images\/)(?!size\/)(.+\.(?:jpe?g|png|webp|avif|gif))$/i.exec(url) ?? [];
  const isOwn = file && new URL(url).host === new URL(article).host;
  return {
    url,
    alt: string(post.feature_image_alt).trim(),
    caption: string(post.feature_image_caption).trim() || undefined,
    sources: isOwn
      ? WIDTHS.map((width) => ({ url: `${folder}size/w${width}/${file}`, width }))
      : undefined,
  };
}

function excerptOf(value: unknown): string | undefined {
  const excerpt = line(value);
  return (string(value).length < CUT ? excerpt : excerpt.replace(/\s\S*$/, '…')) || undefined;
}
