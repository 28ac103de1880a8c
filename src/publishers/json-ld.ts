import { withText, type ToText } from '../html/plain.js';
import type { Article, Author, Picture } from '../model/article.js';
import { webUrl } from '../model/url.js';
import { requestDocument, type TextDocument } from '../net/document.js';
import { instant } from './feed/date.js';
import { author, filterOf, placeOf } from './feed/lookup.js';
import { brief, escaped, problem, publisherOf, titleMarkup, type Feed } from './feed/feed.js';
import { list, string, type Json } from './json.js';
import type { Publisher, ReadOptions, Source } from './publisher.js';

const SCRIPT = /<script\b[^<>]*?application\/ld\+json[^<>]*>([^]*?)<\/script/gi;
const ARTICLE = /(Article|BlogPosting)$/;

/** A thing or several, as vocabularies allow both everywhere. */
const all = (value: Json | undefined): (Json | undefined)[] =>
  Array.isArray(value) ? list(value) : value === undefined || value === null ? [] : [value];

function parsed(json: string): Json | undefined {
  const inner = json.replace(
    /^\s*(?:\/\/)?\s*<!(?:\[CDATA\[|--)|(?:\/\/)?\s*(?:\]\]|--)>\s*$/g,
    '',
  );
  // Line breaks within texts are forbidden, and common.
  for (const text of [inner, inner.replace(/\p{Cc}+/gu, ' ')])
    try {
      return JSON.parse(text) as Json;
    } catch {
      // The next one.
    }
}

/** The articles that a page says are in it, and whatever else it names by `@id`. */
function thingsOf(text: string) {
  const articles: Json[] = [];
  const named = new Map<string, Json>();
  const waiting: unknown[] = [...text.matchAll(SCRIPT)].map(([, json]) => parsed(json!));
  for (const thing of waiting) {
    if (Array.isArray(thing)) waiting.push(...(thing as unknown[]));
    else if (thing && typeof thing === 'object') {
      const each = thing as Json;
      const id = string(each['@id']);
      if (id && Object.keys(each).length > 1 && !named.has(id)) named.set(id, each);
      if (all(each['@type']).some((type) => ARTICLE.test(string(type)))) articles.push(each);
      waiting.push(each['@graph'], each.mainEntity, each.itemListElement, each.item);
      waiting.push(each.author, each.creator, each.publisher, each.image);
    }
  }
  return { articles: [...new Set(articles)], named };
}

/** What a page's `<meta>` say, by their names: `og:title`. The first of a name counts. */
function metaOf(page: string): Record<string, string | undefined> {
  const meta = Object.create(null) as Record<string, string | undefined>;
  for (const [tag] of page.matchAll(/<meta\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi)) {
    const attribute = (name: string) => {
      const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(
        tag,
      );
      return found?.[1] ?? found?.[2] ?? found?.[3];
    };
    const name = (attribute('property') ?? attribute('name'))?.toLowerCase();
    const content = attribute('content');
    if (name && content) meta[name] ??= content;
  }
  return meta;
}

/** What a page says, and what it says its own address is. */
interface Page extends Feed {
  itself?: string;
}

/** What a page says of the articles in it, by JSON-LD or else by Open Graph. */
function parse({ text: page, url: base }: TextDocument): Page {
  const { articles, named } = thingsOf(page);
  // What nothing closes goes on to the end, and is not looked for at each beginning anew.
  const meta = metaOf(page.replace(/<!-(?=-)[^]*?(-->|$)|<script\b[^]*?(<\/script|$)/gi, ''));
  const language = /<html\b[^<>]*?\slang\s*=\s*["']?([\w-]+)/i.exec(page)?.[1];
  const address = (value: unknown) => webUrl(string(value).replace(/&amp;/g, '&'), base);
  const thing = (value: Json | undefined): Json =>
    named.get(string(value?.['@id'])) ?? (value && typeof value === 'object' ? value : {});
  const size = (value: Json | undefined): number | undefined => {
    const number: unknown = value?.value ?? value;
    return parseInt(string(number)) || Number(number) || undefined;
  };

  function pictureOf(value: Json | undefined): Picture | undefined {
    for (const each of all(value)) {
      const { url, contentUrl, width, height, caption } = thing(each);
      const found = address(each) ?? address(url) ?? address(contentUrl);
      if (found)
        return {
          url: found,
          alt: '',
          width: size(width),
          height: size(height),
          caption: escaped(string(caption)) || undefined,
        };
    }
  }

  const authorsOf = (value: Json | undefined, text: ToText): Author[] =>
    all(value)
      .flatMap((each) => {
        const { name = each, url, jobTitle, image } = thing(each);
        // Some put all names into one person.
        return all(name).map((one) => {
          const called = text(string(one)).replace(/^by /i, '');
          return {
            id: address(url) ?? called,
            name: called,
            url: address(url),
            jobTitle: text(string(jobTitle)) || undefined,
            image: pictureOf(image),
          };
        });
      })
      .filter(({ name }) => name && !webUrl(name));

  /** A body is text, and often markup all the same. */
  function bodyOf(written: string): string {
    const markup = titleMarkup(written);
    return markup && /<\/?(p|br|div)\b/i.test(markup)
      ? markup
      : markup && `<p>${markup.replace(/\n\s*/g, '<p>')}`;
  }

  function byVocabulary(article: Json, text: ToText): Article {
    const about = thing(all(article.publisher)[0]);
    const words = (value: unknown) => text(string(value));
    const body = bodyOf(string(article.articleBody).trim());
    const own =
      address(article.url) ??
      address(article.mainEntityOfPage) ??
      address(article.mainEntityOfPage?.['@id']) ??
      address(article['@id']);
    // On a page with one article it is that page's.
    const url = own ?? address(meta['og:url']) ?? base;
    const spoken = all(article.inLanguage)[0];
    return {
      id: url,
      url,
      headline: words(article.headline) || words(article.name),
      excerpt: words(article.description) || brief(text(body)),
      body: body || undefined,
      image: pictureOf(article.image) ?? pictureOf(article.thumbnailUrl),
      kicker: words(all(article.articleSection)[0]) || undefined,
      authors: authorsOf(article.author ?? article.creator, text),
      published: instant(string(article.datePublished)),
      updated: instant(string(article.dateModified)),
      language: string(spoken) || string(spoken?.alternateName) || language,
      publisher: publisherOf(words(about.name), address(about.url), base),
      access: /false/i.test(String(article.isAccessibleForFree)) ? 'members' : undefined,
    };
  }

  function byGraph(text: ToText): Article {
    const say = (name: string) => text(meta[name] ?? '') || undefined;
    const url = address(meta['og:url']) ?? base;
    const image = address(meta['og:image:secure_url'] ?? meta['og:image'] ?? meta['og:image:url']);
    return {
      id: url,
      url,
      headline: say('og:title')!,
      excerpt: say('og:description') ?? say('description'),
      image: image
        ? {
            url: image,
            alt: say('og:image:alt') ?? '',
            width: Number(meta['og:image:width']) || undefined,
            height: Number(meta['og:image:height']) || undefined,
          }
        : undefined,
      kicker: say('article:section'),
      authors: authorsOf((say('article:author') ?? say('author')) as unknown as Json, text),
      published: instant(meta['article:published_time'] ?? ''),
      updated: instant(meta['article:modified_time'] ?? ''),
      language: meta['og:locale']?.replace('_', '-') ?? language,
      publisher: publisherOf(say('og:site_name') ?? '', undefined, base),
    };
  }

  // A home page is none.
  const isPage = !articles.length && !!meta['og:title'] && /article|^$/.test(meta['og:type'] ?? '');
  const link = /<link\b[^<>]*\srel=["']?canonical[^>]*/i.exec(page)?.[0];
  const [, canonical] = /\shref=["']?([^"'\s>]+)/i.exec(link ?? '') ?? [];
  const itself = address(canonical) ?? address(meta['og:url']);
  return {
    itself,
    size: articles.length || Number(isPage),
    entry(index, text): Article | undefined {
      const article = isPage ? byGraph(text) : byVocabulary(articles[index]!, text);
      // Of the article whose page it is both speak, and what one leaves out the other may have.
      if (
        !article.image &&
        [base, itself].some((each) => each && placeOf(each) === placeOf(article.url))
      )
        article.image = byGraph(text).image;
      return article.headline
        ? { ...article, tags: article.kicker ? [article.kicker] : [] }
        : undefined;
    },
  };
}

/**
 * Reads what a page says of its own article, or of those that it lists, by JSON-LD or Open Graph. An article is read from
 * its own page.
 */
export function open({ url: source }: Source): Publisher {
  async function read(url: string, options?: ReadOptions) {
    const document = await requestDocument(url, options);
    const { size, entry, itself } = parse(document);
    const entries = await withText((text) =>
      [...new Array<number>(size).keys()]
        .map((index) => entry(index, text))
        .filter((each) => !!each),
    );
    if (!entries.length)
      throw problem(
        'bad-answer',
        url,
        'the page says of no article by JSON-LD or Open Graph that it has one',
      );
    return { document, entries, itself };
  }

  return {
    async articles(query, options) {
      const { entries } = await read(source, options);
      const begin = Number(query.cursor ?? 0);
      const fits = filterOf(query);
      const found = await withText((text) => entries.filter((each) => fits(each, text)));
      const end = begin + query.limit;
      return {
        articles: found.slice(begin, end).map((each) => ({ ...each, body: undefined })),
        next: end < found.length ? String(end) : undefined,
      };
    },

    async article(reference, options) {
      const url = webUrl('id' in reference ? reference.id : reference.url);
      if (!url) throw problem('not-found', source, 'an article is found by its address only');
      const { document, entries, itself } = await read(url, options);
      const places = [url, document.url, itself].map((each) => each && placeOf(each));
      // Others may be on its page, too.
      const own = entries.find((each) => places.includes(placeOf(each.url)));
      if (!own)
        throw problem(
          'not-found',
          url,
          'the page says which articles it names, and not that it is one',
        );
      return options?.body ? own : { ...own, body: undefined };
    },

    async author(called, options) {
      const { document, entries } = await read(source, options);
      async function* files() {
        await Promise.resolve();
        yield { size: entries.length, entry: (index: number) => entries[index], url: document.url };
      }
      return author(files(), called);
    },
  };
}
