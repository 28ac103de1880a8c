import type { Article, Author } from '../model/article.js';
import { NewsrackError } from '../model/error.js';
import type { ArticleQuery, Publisher } from '../publishers/publisher.js';
import { check, isInstant, isText, isWeb, rejected, same, type ConformanceTest } from './check.js';

/** A publisher's system as the tests find it. It must hold four articles or more, of different instants. */
export interface PublisherSubject {
  /** Opens the adapter anew. */
  open(): Publisher | Promise<Publisher>;
  /** An id in the right form that no article has. */
  missingId: string;
  /** An address at the publisher's where no article is. */
  missingUrl: string;
  /** Id of an author who wrote at least one article, but not all; left out where the system has no authors. */
  authorId?: string | undefined;
  /** Queries that some articles answer to, and not all: `{ 'a category': { categories: ['trade'] } }`. */
  filters?: Record<string, Partial<ArticleQuery>> | undefined;
}

const UNKNOWN = 'nothing-is-filed-under-this';

/** What no article is of: there is nothing to list, or it cannot be asked for. */
const STRANGE: Partial<ArticleQuery>[] = [
  { categories: [UNKNOWN] },
  { tags: [UNKNOWN] },
  { authorId: 'nobody-by-this-id' },
  { search: 'nobodywroteofthis' },
];

const ACCESS = [undefined, 'public', 'members', 'protected'];

const ids = (articles: Article[]) => articles.map(({ id }) => id);

function checkArticle(article: Article): void {
  const { id, url, headline, excerpt, kicker, authors, image, published, updated } = article;
  const { publisher, tags, access, language } = article;
  const at = `article ${JSON.stringify(id)}`;
  check(typeof id === 'string' && id, `${at}: its id is no text`);
  check(isWeb(url), `${at}: url ${JSON.stringify(url)} is no absolute http(s) address`);
  check(isText(headline), `${at}: headline ${JSON.stringify(headline)} is no plain text`);
  for (const [name, text] of Object.entries({ excerpt, kicker }))
    check(
      text === undefined || isText(text),
      `${at}: ${name} ${JSON.stringify(text)} is no plain text`,
    );
  for (const [name, instant] of Object.entries({ published, updated }))
    check(
      instant === undefined || isInstant(instant),
      `${at}: ${name} ${JSON.stringify(instant)} is not ISO 8601 with a zone`,
    );
  check(Array.isArray(authors), `${at}: authors is no list`);
  for (const author of authors) checkAuthor(author, at);
  if (image) {
    check(isWeb(image.url), `${at}: image.url ${JSON.stringify(image.url)} is no http(s) address`);
    check(typeof image.alt === 'string', `${at}: image.alt is no text; '' where there is none`);
    for (const each of image.sources ?? [])
      check(isWeb(each.url) && each.width > 0, `${at}: image.sources has ${JSON.stringify(each)}`);
  }
  check(
    tags === undefined || (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')),
    `${at}: tags is no list of texts`,
  );
  check(ACCESS.includes(access), `${at}: access ${JSON.stringify(access)} is none of its words`);
  check(isLanguage(language), `${at}: language ${JSON.stringify(language)} is not BCP 47`);
  if (publisher)
    check(publisher.name && isWeb(publisher.url), `${at}: publisher wants a name and an address`);
  check(Object.getPrototypeOf(article) === Object.prototype, `${at}: it is no plain object`);
}

function checkAuthor({ name, url, image, links }: Author, of: string): void {
  check(isText(name) && name, `${of}: an author’s name is ${JSON.stringify(name)}`);
  check(url === undefined || isWeb(url), `${of}: an author’s url is ${JSON.stringify(url)}`);
  check(
    !image || isWeb(image.url),
    `${of}: an author’s image.url is ${JSON.stringify(image?.url)}`,
  );
  for (const link of links ?? [])
    check(isWeb(link.url) && link.label, `${of}: an author’s link is ${JSON.stringify(link)}`);
}

function isLanguage(tag: string | undefined): boolean {
  try {
    return tag === undefined || Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * What widgets rely on in a publisher's adapter.
 *
 * @example
 * for (const { name, run } of publisherTests(subject)) test(name, run);
 */
export function publisherTests(subject: PublisherSubject): ConformanceTest[] {
  const open = async () => subject.open();
  const list = async (query: Partial<ArticleQuery> = {}) =>
    (await open()).articles({ limit: 100, ...query });

  /** From page to page, until so many have come or there are no more. */
  async function walk(query: Partial<ArticleQuery>, most: number): Promise<string[]> {
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      check(++pages <= 100, `${JSON.stringify(query)}: no end after 100 pages`);
      const page: Awaited<ReturnType<Publisher['articles']>> = await list({ ...query, cursor });
      seen.push(...ids(page.articles));
      cursor = page.next;
      check(
        cursor === undefined || typeof cursor === 'string',
        '`next` is neither text nor absent',
      );
    } while (cursor !== undefined && seen.length < most);
    return seen.slice(0, most);
  }

  const tests: Record<string, () => Promise<void>> = {
    'lists articles that are whole and plain data': async () => {
      const { articles } = await list();
      check(Array.isArray(articles), 'articles() does not resolve to { articles, next }');
      check(articles.length >= 4, `${articles.length} articles; these tests need four or more`);
      articles.forEach(checkArticle);
      check(new Set(ids(articles)).size === articles.length, 'an article is listed twice');
      const dates = articles.map(({ published }) => published).filter(Boolean);
      check(
        !dates.length || !dates.every((date) => date!.startsWith('1970-01')),
        `all are of January 1970, such as ${dates[0]}: seconds that were taken for milliseconds?`,
      );
    },

    'lists the newest first': async () => {
      const dates = (await list()).articles.map(({ published }) => Date.parse(published ?? ''));
      const known = dates.filter((date) => !Number.isNaN(date));
      same(
        known,
        known.toSorted((a, b) => b - a),
        'instants of publication',
      );
    },

    'gives as many as are asked for': async () => {
      const { articles, next } = await list();
      check(
        articles.length === 100 || next === undefined,
        `limit 100: ${articles.length} articles and a \`next\`, as if there were more`,
      );
      for (const limit of [1, 3])
        same((await list({ limit })).articles.length, limit, `limit ${limit}`);
    },

    'goes on from page to page to an end, and lists each article once': async () => {
      const all = ids((await list()).articles);
      same(await walk({ limit: 3 }, all.length), all, 'pages of three');
    },

    'leaves out what is to be left out, by id and by address, and is no shorter for that':
      async () => {
        const [first, second, third, fourth] = (await list()).articles as [
          Article,
          Article,
          Article,
          Article,
        ];
        const { articles } = await list({ limit: 2, exclude: [first.id, third.url] });
        same(
          ids(articles),
          [second.id, fourth.id],
          'two articles, without the first and the third',
        );
      },

    'goes on from page to page while it leaves out': async () => {
      const { articles } = await list();
      const [first, , third] = articles as [Article, Article, Article];
      const others = ids(articles.filter((each) => each !== first && each !== third));
      const exclude = [first.url, third.id];
      same(
        await walk({ limit: 1, exclude }, Math.min(others.length, 4)),
        others.slice(0, 4),
        'pages of one, without the first and the third; `next` is the place after the last one taken',
      );
    },

    'finds an article by its id': async () => {
      const [wanted] = (await list({ limit: 1 })).articles as [Article];
      const article = await (await open()).article({ id: wanted.id });
      checkArticle(article);
      same(
        [article.id, article.url, article.headline],
        [wanted.id, wanted.url, wanted.headline],
        'the article',
      );
    },

    'finds an article by its address, also with a campaign and a fragment': async () => {
      const [, wanted] = (await list({ limit: 2 })).articles as [Article, Article];
      const { url } = wanted;
      const tagged = `${url}${url.includes('?') ? '&' : '?'}utm_source=partner#comments`;
      for (const address of [url, tagged])
        same((await (await open()).article({ url: address })).id, wanted.id, address);
    },

    'gives the body, as markup, where it is wanted': async () => {
      const [wanted] = (await list({ limit: 1 })).articles as [Article];
      const { body, access = 'public' } = await (
        await open()
      ).article({ id: wanted.id }, { body: true });
      check(
        access !== 'public' || (typeof body === 'string' && body),
        'a public article has no body',
      );
    },

    'says that an article is not there': async () => {
      const { missingId: id, missingUrl: url } = subject;
      await rejected((await open()).article({ id }), ['not-found'], `id ${id}`);
      await rejected((await open()).article({ url }), ['not-found'], url);
    },

    'rejects with the signal’s reason when it is called off': async () => {
      const reason = new Error('called off');
      const publisher = await open();
      const abort = new AbortController();
      const asked = publisher.articles({ limit: 2 }, { signal: abort.signal, fresh: true });
      abort.abort(reason);
      const outcome = await asked.catch((error: unknown) => error);
      check(outcome === reason, 'it was answered although it was called off, or failed otherwise');
    },
  };

  const { authorId } = subject;
  if (authorId) {
    tests['finds an author'] = async () => {
      const author = await (await open()).author(authorId);
      checkAuthor(author, `author ${JSON.stringify(authorId)}`);
    };
    tests['lists what an author wrote'] = () => narrows('authorId', { authorId });
  }
  tests['says that an author is not there'] = async () =>
    rejected(
      (await open()).author('nobody-by-this-id'),
      ['not-found', 'forbidden', 'unsupported'],
      'an author',
    );
  for (const query of STRANGE) {
    const [what] = Object.keys(query);
    tests[`overlooks no ${what}: lists fewer articles, or says that it cannot`] = async () => {
      const about = JSON.stringify(query);
      const page = await list(query).catch((error: unknown) =>
        check(error instanceof NewsrackError, `${about}: rejected with ${String(error)}`),
      );
      const { length } = (await list()).articles;
      check(!page || page.articles.length < length, `${about}: as many articles as without it`);
    };
  }
  for (const [what, query] of Object.entries(subject.filters ?? {})) {
    tests[`lists ${what}`] = () => narrows(what, query);
    for (const kind of ['categories', 'tags'] as const) {
      const values = query[kind];
      if (values)
        tests[`lists ${what}, also beside another value: as many, or says that it cannot`] = () =>
          besideUnknown(kind, values);
    }
  }

  /** Beside what nothing is filed under, the others are found as without it. */
  async function besideUnknown(kind: 'categories' | 'tags', values: string[]): Promise<void> {
    const alone = ids((await list({ [kind]: values })).articles);
    const query = { [kind]: [UNKNOWN, ...values] };
    const about = JSON.stringify(query);
    const page = await list(query).catch((error: unknown) =>
      check(error instanceof NewsrackError, `${about}: rejected with ${String(error)}`),
    );
    if (page) same(ids(page.articles), alone, about);
  }

  async function narrows(what: string, query: Partial<ArticleQuery>): Promise<void> {
    const all = ids((await list()).articles);
    const some = ids((await list(query)).articles);
    check(some.length > 0, `${what}: no article`);
    check(some.length < all.length, `${what}: as many articles as without it`);
    check(
      some.every((id) => all.includes(id)),
      `${what}: articles that the whole list has not`,
    );
  }

  return Object.entries(tests).map(([name, run]) => ({ name, run }));
}
