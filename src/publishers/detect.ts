import { NewsrackError } from '../model/error.js';
import { webUrl } from '../model/url.js';
import { requestDocument, waysOut, type TextDocument } from '../net/document.js';
import { request } from '../net/http.js';
import { readSession, writeSession } from '../storage/session.js';
import type { ReadOptions, Source, SourceType } from './publisher.js';
import { checkScheme } from './scheme.js';
import { refusalOf, restRoots } from './wordpress/discovery.js';

/** Requests in all, those that looked for WordPress included. */
const MOST = 4;

/** What a file is by what is in it. */
function typeOf(text: string): SourceType | undefined {
  if (/^\s*\{/.test(text))
    return /"version"\s*:\s*"https?:[\\/]+jsonfeed\.org/.test(text) ? 'json-feed' : undefined;
  const start = text.slice(0, 4000);
  return /<(?:\w+:)?(?:rss|feed|rdf)[\s>]/i.test(start) && !/^\s*<(!doctype html|html)/i.test(start)
    ? 'rss'
    : undefined;
}

/** What says of a page that it is an article. */
const ARTICLE_PAGE =
  /<script\b[^>]*application\/ld\+json[^>]*>[^<]*"@type"\s*:[^:<]*(?:Article|BlogPosting)"|<meta\b(?=[^>]*\s(?:property|name)=["']?og:type\b)[^>]*\scontent=["']?article/i;

/** What a page says of where it can be read otherwise, the easiest first. */
function alternates({ text, url: page }: TextDocument): Source[] {
  const links = text.match(/<link\b[^>]+>/gi) ?? [];
  const types: [pattern: RegExp, type: SourceType][] = [
    [/https:\/\/api\.w\.org\//, 'wordpress'],
    [/application\/feed\+json/i, 'json-feed'],
    [/application\/(rss|atom)\+xml/i, 'rss'],
  ];
  const found = types.flatMap(([pattern, type]) => {
    const link = links.find((each) => pattern.test(each));
    const [, written] = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(link ?? '') ?? [];
    const url = webUrl(written?.replace(/&amp;|&#0?38;/g, '&'), page);
    return url ? [{ url, type }] : [];
  });
  return ARTICLE_PAGE.test(text) ? [...found, { url: page, type: 'json-ld' }] : found;
}

/** The first of these addresses that is a feed's, or leads to what can be read, in so many requests. */
async function look(
  addresses: string[],
  requests: number,
  options?: ReadOptions,
): Promise<Source | undefined> {
  for (const [place, address] of addresses.slice(0, requests).entries()) {
    try {
      const document = await requestDocument(address, { ...options, probe: true });
      const type = typeOf(document.text);
      if (type) return { url: address, type };
      // The page itself is not asked for again.
      const other = alternates(document).find(
        ({ url }) => url === document.url || requests > place + 1,
      );
      if (other) return other;
    } catch (error) {
      if (!(error instanceof NewsrackError)) throw error;
    }
  }
}

function remember(address: string, found: Source): Source {
  writeSession(address, found);
  return found;
}

/** What the tab remembers; anything may have written there. */
function recall(address: string): Source | undefined {
  const { url, type } = readSession<Partial<Source>>(address) ?? {};
  return type && /^(wordpress|json-feed|rss|json-ld)$/.test(type) && webUrl(url)
    ? { url: url!, type }
    : undefined;
}

/** What is at an address that may be a feed's. Without a type: no feed, to be looked at as any other. */
export async function detect(source: Source, options?: ReadOptions): Promise<Source> {
  const { url } = source;
  const found = (options?.fresh ? undefined : recall(url)) ?? (await look([url], 1, options));
  if (found) return remember(url, found);
  checkScheme(url);
  const { origin, pathname } = new URL(url);
  if (/^\/feed\/?$/.test(pathname)) {
    // WordPress lets everyone read its API, and hardly ever its feed.
    const root = `${origin}/wp-json/`;
    const probe = `${root}wp/v2/posts?per_page=1&_fields=id`;
    const answer = await request<unknown>(probe, { ...options, probe: true }).catch(
      (error: unknown) => {
        if (!(error instanceof NewsrackError)) throw error;
      },
    );
    if (Array.isArray(answer?.data)) return remember(url, { url: root, type: 'wordpress' });
  }
  // Its name says what it is, and that type's adapter why it cannot be read.
  if (/\.json$/.test(pathname)) return { url, type: 'json-feed' };
  return /\/(feed|rss|atom)\/?$|\.(xml|rss|atom|rdf)$/.test(pathname)
    ? { url, type: 'rss' }
    : source;
}

/**
 * What a source is that WordPress' adapter could not read, in the requests that are left.
 *
 * @param refusal - What the adapter threw; thrown again where it does not say that there is no WordPress
 */
export async function detectOther(
  { url }: Source,
  refusal: unknown,
  options?: ReadOptions,
): Promise<Source> {
  const isNone =
    refusal instanceof NewsrackError &&
    !refusalOf(refusal) &&
    (refusal.code === 'cors' ||
      (!refusal.retryable && (refusal.status ?? 0) + Number(refusal.code === 'bad-answer') > 0));
  const roots = restRoots(url).length;
  if (!isNone || roots < 2) throw refusal;
  const isHidden = refusal.code === 'cors';
  const found = await look(
    [url, new URL('/feed.json', url).href],
    MOST - roots - Number(isHidden),
    options,
  );
  if (found) return remember(url, found);
  throw new NewsrackError(
    refusal.code,
    isHidden ? `${refusal.message} ${waysOut(url)}` : `${refusal.message} Nor was a feed found.`,
    { cause: refusal, status: refusal.status },
  );
}
