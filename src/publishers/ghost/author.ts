import type { Author, Link } from '../../model/article.js';
import { address, line } from './article.js';
import { string, type Json } from '../json.js';

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

/** All that Ghost knows of an author. */
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
