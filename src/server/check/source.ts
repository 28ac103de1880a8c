import type { Article } from '../../model/article.js';
import { NewsrackError } from '../../model/error.js';
import { asInPage, isMixed, type Seen } from './as-in-a-page.js';
import { requestDocument } from '../../net/document.js';
import { detect, detectOther } from '../../publishers/detect.js';
import { feedAddress, kindOf } from '../../publishers/open.js';
import {
  sourceTypes,
  type Publisher,
  type ReadOptions,
  type Source,
  type SourceType,
} from '../../publishers/publisher.js';
import { openSource } from '../open-source.js';
import { didYouMean, type Finding } from './finding.js';

/** What a source has, and how it may be read. */
export interface SourceReport {
  /** Without its key. */
  source: string;
  /** `undefined`: nothing was found there. */
  type?: SourceType;
  /** Where it was found in the end. */
  address?: string;
  /** Browsers let the page read it. */
  readable: boolean;
  /** `Access-Control-Allow-Origin` of the answer with the articles. */
  allowed?: string;
  /** How many articles were read; `more`: it has others; `total`: how many in all, where it says so. */
  articles: number;
  more: boolean;
  total?: number;
  /** How many articles are in which language; `''` for those that do not say. */
  languages: Record<string, number>;
  /** How many articles have a picture, and one whose size is known. */
  pictures: number;
  sized: number;
  /** Where the pictures are: origins. */
  pictureHosts: string[];
  /** How many articles lack what. */
  missing: Record<'headline' | 'link' | 'date' | 'author' | 'excerpt', number>;
  /** Items that have neither a headline nor an address, or cannot be read. */
  leftOut: number;
  /** Milliseconds until the answer with the articles began. */
  milliseconds: number;
  /** What was asked on the way: origins. */
  asked: string[];
  requests: number;
  cacheControl?: string;
  /** It can be asked whether it has changed. */
  validator: boolean;
  findings: Finding[];
}

/** A key in an address is nobody's business. */
export const withoutKey = (url: string): string => url.replace(/([?&]key=)[^&#]*/g, '$1…');

const LIMIT = 20;

interface Reading {
  source: Source;
  articles: Article[];
  more: boolean;
}

/** Finds out what a source is and reads what is in it, as a widget does. */
async function read(
  asked: Source,
  article: string | undefined,
  options: ReadOptions,
): Promise<Reading> {
  const take = async (source: Source, publisher: Publisher): Promise<Reading> => {
    if (article)
      return {
        source,
        articles: [await publisher.article({ url: article }, options)],
        more: false,
      };
    const page = await publisher.articles({ limit: LIMIT }, options);
    return { source, articles: page.articles, more: !!page.next };
  };
  const source =
    !kindOf(asked) && feedAddress.test(asked.url) ? await detect(asked, options) : asked;
  if (kindOf(source)) return take(source, await openSource(source, options));
  const wordpress: Source = { ...source, type: 'wordpress' };
  try {
    return await take(wordpress, await openSource(wordpress, options));
  } catch (refusal) {
    const other = await detectOther(source, refusal, options);
    return take(other, await openSource(other, options));
  }
}

/**
 * Reads a source as a widget on a page at `page` would, and, where a browser would not let it, as a server does.
 *
 * @param article - The only article that is wanted.
 */
export async function checkSource(
  asked: Source,
  page: string,
  { article, signal }: { article?: string; signal?: AbortSignal } = {},
): Promise<SourceReport> {
  const findings: Finding[] = [];
  const say = (level: Finding['level'], code: Finding['code'], message: string, paste?: string) =>
    findings.push({ level, code, message, paste });
  const report: SourceReport = {
    source: withoutKey(article ?? asked.url),
    readable: false,
    articles: 0,
    more: false,
    languages: {},
    pictures: 0,
    sized: 0,
    pictureHosts: [],
    missing: { headline: 0, link: 0, date: 0, author: 0, excerpt: 0 },
    leftOut: 0,
    milliseconds: 0,
    asked: [],
    requests: 0,
    validator: false,
    findings,
  };
  const kind = asked.type;
  if (kind?.startsWith('x-')) {
    say(
      'advice',
      'source',
      `“${kind}” is an adapter of the page’s own, which cannot be looked at from here.`,
    );
    return report;
  }
  if (kind && !sourceTypes.includes(kind)) {
    say(
      'problem',
      'source',
      `source-type="${kind}" is none of ${sourceTypes.join(', ')}.${didYouMean(kind, sourceTypes)}`,
    );
    return report;
  }
  if (isMixed(asked.url, page)) {
    const secure = asked.url.replace(/^http:/, 'https:');
    say(
      'problem',
      'mixed-content',
      'It is not on https, as the page is: browsers do not ask it.',
      secure,
    );
    return report;
  }

  const seen: Seen[] = [];
  const options: ReadOptions = { signal, fresh: true };
  let reading: Reading | undefined;
  try {
    reading = await asInPage(page, seen, () => read(asked, article, options));
    report.readable = true;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof NewsrackError)) throw error;
    const isKept = seen.some(({ refusal }) => refusal);
    // What is there all the same, for whoever may take a snapshot of it.
    if (isKept) reading = await read(asked, article, options).catch(() => undefined);
    const mixed = seen.find(({ refusal }) => refusal === 'mixed');
    if (mixed)
      say(
        'problem',
        'mixed-content',
        `It leads to ${mixed.url}, which is not on https: browsers do not ask it.`,
      );
    else if (isKept)
      say(
        'problem',
        'cors',
        `A page at ${new URL(page).origin} may not read it: ${corsReason(seen, page)}. Its server can allow it, or a snapshot of it stands on yours: npx newsrack snapshot ${withoutKey(asked.url)} -o headlines.json`,
        'Access-Control-Allow-Origin: *',
      );
    else say('problem', 'source', error.message);
  }
  report.requests = seen.length;
  report.asked = [...new Set(seen.map(({ url }) => new URL(url).origin))];
  if (!reading) return report;

  const { source, articles, more } = reading;
  report.type = kindOf(source);
  report.address = withoutKey(source.url);
  const answered = seen.findLast(({ status }) => status === 200);
  describe(report, articles, more);
  if (answered) describeAnswer(report, answered, page);
  if (report.type === 'rss' || report.type === 'json-feed')
    await describeFeed(report, source, !article && !more && articles.length < LIMIT);
  judge(report, page);
  return report;
}

/** What a server's header says, and what it would have to say. */
function corsReason(seen: Seen[], page: string): string {
  const { url, headers } = seen.findLast(({ refusal }) => refusal === 'cors')!;
  const allowed = headers.get('Access-Control-Allow-Origin');
  const asked = seen[0]!.url === url ? '' : ` from ${withoutKey(url)}`;
  if (!allowed) return `no Access-Control-Allow-Origin came${asked}`;
  return allowed === new URL(page).origin
    ? `it is redirected from another site, after which only “*” helps, not ${allowed}`
    : `Access-Control-Allow-Origin is ${allowed}${asked}`;
}

function describe(report: SourceReport, articles: Article[], more: boolean): void {
  const hosts = new Set<string>();
  report.articles = articles.length;
  report.more = more;
  for (const { headline, url, published, authors, excerpt, image, language = '' } of articles) {
    report.languages[language] = (report.languages[language] ?? 0) + 1;
    report.missing.headline += Number(!headline);
    report.missing.link += Number(!url);
    report.missing.date += Number(!published);
    report.missing.author += Number(!authors.length);
    report.missing.excerpt += Number(!excerpt);
    if (!image) continue;
    report.pictures++;
    report.sized += Number(!!(image.width && image.height));
    for (const { url } of [image, ...(image.sources ?? [])])
      if (URL.canParse(url)) hosts.add(new URL(url).origin);
  }
  report.pictureHosts = [...hosts];
}

function describeAnswer(report: SourceReport, answered: Seen, page: string): void {
  const { headers, milliseconds } = answered;
  report.milliseconds = milliseconds;
  report.allowed = headers.get('Access-Control-Allow-Origin') ?? undefined;
  report.total = Number(headers.get('X-WP-Total')) || undefined;
  report.cacheControl = headers.get('Cache-Control') ?? undefined;
  report.validator = headers.has('ETag') || headers.has('Last-Modified');
  const isNamed =
    report.allowed &&
    report.allowed !== '*' &&
    new URL(answered.url).origin !== new URL(page).origin;
  if (
    isNamed &&
    !/\borigin\b|\*/i.test(headers.get('Vary') ?? '') &&
    !/no-store/i.test(report.cacheControl ?? '')
  )
    report.findings.push({
      level: 'advice',
      code: 'cache',
      message: `It allows ${report.allowed} and does not say that it would answer others otherwise: a cache may give another site’s answer to this one.`,
      paste: 'Vary: Origin',
    });
}

/**
 * What only the file itself tells: it is the one that was just read.
 *
 * @param isWhole - All of its articles are in the report: what is missing there cannot be shown.
 */
async function describeFeed(
  report: SourceReport,
  { url }: Source,
  isWhole: boolean,
): Promise<void> {
  const { text } = await requestDocument(url);
  const say = (level: Finding['level'], code: Finding['code'], message: string) =>
    report.findings.push({ level, code, message });
  if (report.type === 'rss') {
    const items = text.match(/<(?:\w+:)?(?:item|entry)[\s>]/g)?.length ?? 0;
    if (isWhole) report.leftOut = Math.max(0, items - report.articles);
    return;
  }
  const feed = JSON.parse(text) as {
    items?: unknown[];
    _newsrack?: { made?: string; maxAge?: number };
  };
  report.total = feed.items?.length;
  if (isWhole) report.leftOut = Math.max(0, (feed.items?.length ?? 0) - report.articles);
  const { made, maxAge } = feed._newsrack ?? {};
  const age = (Date.now() - Date.parse(made ?? '')) / 1000;
  if (maxAge && age > maxAge)
    say(
      'problem',
      'content',
      `The snapshot was made ${made} and was good for ${maxAge} seconds: does the command that makes it still run?`,
    );
}

/** What could be better about what was read. */
function judge(report: SourceReport, page: string): void {
  const { articles, missing, findings, pictureHosts, cacheControl } = report;
  const say = (code: Finding['code'], message: string, paste?: string) =>
    findings.push({ level: 'advice', code, message, paste });
  const some = (count: number) => `${count} of ${articles} articles`;
  if (!articles) say('content', 'It has no articles.');
  if (missing.headline) say('content', `${some(missing.headline)} have no headline.`);
  if (missing.date) say('content', `${some(missing.date)} have no date that can be read.`);
  if (missing.link)
    say('content', `${some(missing.link)} have no address that a reader could open.`);
  if (report.leftOut)
    say(
      'content',
      `Items left out: ${report.leftOut}. They have neither a headline nor an address, or cannot be read.`,
    );
  if (report.pictures > report.sized)
    say(
      'content',
      `${report.pictures - report.sized} of ${report.pictures} pictures do not say their size; they are cropped into the room that is kept for them.`,
    );
  const plain = pictureHosts.filter((each) => isMixed(each, page));
  if (plain.length)
    say(
      'mixed-content',
      `Pictures are not on https: ${plain.join(', ')}. Browsers ask for them by https, or not at all.`,
    );
  if (report.milliseconds > 2000)
    say(
      'cache',
      `It took ${report.milliseconds} ms to answer, which every reader waits for: a snapshot is served faster.`,
    );
  if (
    report.readable &&
    (!cacheControl || /no-(store|cache)|max-age=0|private/i.test(cacheControl))
  )
    say(
      'cache',
      `${cacheControl ? `Cache-Control is ${cacheControl}` : 'It has no Cache-Control'}: every reader’s request reaches the server.`,
      'Cache-Control: public, max-age=60',
    );
}
