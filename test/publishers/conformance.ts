import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Article } from '../../src/model/article.js';
import { NewsrackError, type ErrorCode } from '../../src/model/error.js';
import { openPublisher } from '../../src/publishers/open.js';
import type { ArticleQuery, Source } from '../../src/publishers/publisher.js';
import { publisherTests } from '../../src/testing/index.js';
import { html, type Answer, type Origin, type Received, type Route } from '../origin.js';

/** What a reader is to see of an article. */
export type Expected = Pick<Article, 'id' | 'url' | 'headline'> & Partial<Article>;

/** A publisher's system that a test has started, and what is in it. */
export interface Subject {
  origin: Origin;
  source: Source;
  /** All of them, the newest first. */
  articles: Expected[];
  /** Requests for data so far. */
  asked(): Received[];
  /** Where its data are; a test puts other answers there. */
  data: Route;
  /** The record behind the first article as the system answers with it: tests put other values into its fields. */
  record: Record<string, unknown>;
}

export interface System {
  /** Opens a source; as elements do when left out. */
  open?: typeof openPublisher;
  /** Starts it with so many articles. */
  start(count: number): Promise<Subject>;
  /** What a list may be of, and which of the articles are so. */
  filters: Record<
    string,
    { query: Partial<ArticleQuery>; among(article: Article, place: number): boolean }
  >;
  /** An author's id, and what is known of the author. */
  author: { id: string; name: string; bio: RegExp };
  /** Nobody by that id. */
  stranger: string;
  /** An article's id in the right form that no article has. */
  nowhere: string;
  /** Sources that the system refuses, and what they are told. */
  refused?: (subject: Subject) => { source: Source; advice: RegExp }[];
  /** How the list of articles is written down in an answer of JSON. */
  listOf(records: unknown): unknown;
  /** The same where answers are something else. */
  answerOf?: (records: unknown) => Answer;
  /** It has no place for what else an article says of itself, or for biographies. */
  isSilent?: boolean;
  /** In its texts stand tags as they were typed, which newsrack/testing takes for markup that was left. */
  hasTagsAsText?: boolean;
  /** An article may have no address. */
  isAddressless?: boolean;
  /** An article that the system says not everyone may read. */
  gated?: { change: Record<string, unknown>; access: Article['access'] };
}

/** What a field may hold in an answer that something else has written. */
const GARBAGE = [null, 5, 'x', true, [], {}, [null], [5], [[]], { rendered: {} }, [{ name: {} }]];

/**
 * What every adapter does, whatever system it reads from.
 *
 * @param name - The system's, for the report
 */
export function conformance(name: string, system: System): void {
  let started: Subject | undefined;
  afterEach(() => started?.origin.close());

  const listed = (records: unknown): Answer =>
    system.answerOf?.(records) ?? { json: system.listOf(records) };
  const start = async (count = 12) => (started = await system.start(count));
  const open = ({ source }: Subject) => (system.open ?? openPublisher)(source);
  const urls = (articles: { url: string }[]) => articles.map(({ url }) => url);

  const rejects = async (promise: Promise<unknown>, code: ErrorCode, message = /./) => {
    const error = await promise.then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.ok(error instanceof NewsrackError, `${String(error)} is not an error of ours`);
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return error;
  };

  describe(`${name}: what newsrack/testing asks of any adapter`, () => {
    const queries = Object.entries(system.filters).map(([what, { query }]) => [what, query]);
    const tests = publisherTests({
      open: () => open(started!),
      missingId: system.nowhere,
      get missingUrl() {
        return new URL('/never/written/', started!.articles[0]!.url).href;
      },
      filters: Object.fromEntries(queries) as Record<string, Partial<ArticleQuery>>,
    });
    const isMistaken = system.hasTagsAsText ? /plain data|by its id/ : /^$/;
    for (const { name, run } of tests.filter(({ name }) => !isMistaken.test(name)))
      it(name, async () => {
        await start();
        await run();
      });
  });

  describe(`${name}: a list`, () => {
    it('has the newest articles, with what a card shows, in one request', async () => {
      const subject = await start();
      const { articles } = await (await open(subject)).articles({ limit: 5 });
      assert.equal(articles.length, 5);
      for (const [place, expected] of subject.articles.slice(0, 5).entries()) {
        const article = articles[place]!;
        const { authors, ...rest } = expected;
        for (const [field, value] of Object.entries(rest))
          assert.deepEqual(article[field as keyof Article], value, field);
        assert.deepEqual(
          article.authors.map(({ name }) => name),
          authors?.map(({ name }) => name),
        );
        assert.match(article.published ?? '', /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/);
        assert.doesNotMatch(article.excerpt ?? '', /[\n\t]|&#?\w+;| {2}/);
        assert.equal(article.body, undefined);
      }
      assert.equal(subject.asked().length, 1);
    });

    it('goes on, page by page, to its end, and says each article once', async () => {
      const subject = await start(12);
      const publisher = await open(subject);
      for (const limit of [5, 6, 12]) {
        const seen: Article[] = [];
        let pages = 0;
        for (let cursor: string | undefined | null = null; cursor !== undefined; pages++) {
          const page = await publisher.articles({ limit, ...(cursor && { cursor }) });
          seen.push(...page.articles);
          cursor = page.next;
        }
        assert.deepEqual(urls(seen), urls(subject.articles));
        assert.equal(pages, Math.ceil(12 / limit));
      }
    });

    for (const [what, { query, among }] of Object.entries(system.filters))
      it(`may be of ${what}`, async () => {
        const subject = await start();
        const publisher = await open(subject);
        const { articles: all } = await publisher.articles({ limit: 100 });
        const expected = all.filter(among);
        const { articles } = await publisher.articles({ limit: 100, ...query });
        assert.ok(expected.length < all.length);
        assert.deepEqual(urls(articles), urls(expected));
      });

    it('leaves articles out, named by id or address, and is no shorter for that', async () => {
      const subject = await start();
      const [first, second, third] = subject.articles;
      const exclude = [first!.id, `${third!.url}?utm_source=partner`];
      const publisher = await open(subject);
      const page = await publisher.articles({ limit: 4, exclude });
      const left = [second!, ...subject.articles.slice(3)];
      assert.deepEqual(urls(page.articles), urls(left.slice(0, 4)));
      const next = await publisher.articles({ limit: 4, exclude, cursor: page.next });
      assert.deepEqual(urls(next.articles), urls(left.slice(4, 8)));
    });

    it('may be empty', async () => {
      const subject = await start(0);
      const { articles, next } = await (await open(subject)).articles({ limit: 5 });
      assert.deepEqual(articles, []);
      assert.equal(next, undefined);
    });
  });

  describe(`${name}: one article`, () => {
    it('is found by its id, with its body where that is wanted', async () => {
      const subject = await start();
      const publisher = await open(subject);
      const [, { id, url, headline }] = subject.articles as [Expected, Expected];
      const whole = await publisher.article({ id }, { body: true });
      assert.deepEqual(
        { id: whole.id, url: whole.url, headline: whole.headline },
        { id, url, headline },
      );
      assert.match(whole.body ?? '', /<p>/);
      assert.equal(whole.commentsOpen, system.isSilent ? undefined : true);
      assert.equal(whole.access, system.isSilent ? undefined : 'public');
      assert.equal((await publisher.article({ id })).body, undefined);
    });

    it('is found by its address, however that is written', async () => {
      const subject = await start();
      const publisher = await open(subject);
      const { id, url } = subject.articles[2]!;
      for (const written of [url, url.replace(/\/$/, ''), `${url}?utm_source=a#comments`])
        assert.equal((await publisher.article({ url: written })).id, id);
    });

    it('is never another one of the same name', async () => {
      const subject = await start();
      const publisher = await open(subject);
      const { url } = subject.articles[0]!;
      const elsewhere = url.replace(/[^/]+\/?$/, 'elsewhere/$&');
      await rejects(publisher.article({ url: elsewhere }), 'not-found');
    });

    it('may be gone', async () => {
      const subject = await start();
      const publisher = await open(subject);
      await rejects(publisher.article({ id: system.nowhere }), 'not-found');
      const url = new URL('/never-written/', subject.articles[0]!.url).href;
      await rejects(publisher.article({ url }), 'not-found');
    });

    if (system.gated)
      it('may be for some readers only, and says so', async () => {
        const subject = await start();
        Object.assign(subject.record, system.gated!.change);
        const { id } = subject.articles[0]!;
        const article = await (await open(subject)).article({ id }, { body: true });
        assert.equal(article.access, system.gated!.access);
        assert.equal(article.body, undefined);
      });
  });

  describe(`${name}: an author`, () => {
    it('is found by id, with a biography that is markup', async () => {
      const author = await (await open(await start())).author(system.author.id);
      assert.equal(author.name, system.author.name);
      if (system.isSilent) assert.equal(author.bio, undefined);
      else assert.match(author.bio ?? '', system.author.bio);
    });

    it('may be nobody', async () => {
      const publisher = await open(await start());
      const error = await publisher.author(system.stranger).catch((error: unknown) => error);
      assert.match((error as NewsrackError).code, /^(not-found|forbidden)$/);
    });
  });

  describe(`${name}: an answer`, () => {
    if (system.refused)
      it('may be a refusal, which says what to do and no key', async () => {
        const subject = await start();
        for (const { source, advice } of system.refused!(subject)) {
          const error = await rejects(
            (await openPublisher(source)).articles({ limit: 5 }),
            'forbidden',
            advice,
          );
          if (source.key) assert.ok(!error.message.includes(source.key));
          assert.equal(error.retryable, false);
        }
      });

    /** A list in the background: asked for once. */
    const answered = async (subject: Subject, ...answers: Answer[]) => {
      subject.origin.route(subject.data, ...answers);
      return (await open(subject)).articles({ limit: 5 }, { fresh: true, background: true });
    };

    for (const [what, answer] of Object.entries<Answer>({
      'a page': html('<!doctype html><title>Welcome</title>'),
      nothing: { body: '', headers: { 'content-type': 'application/json' } },
      'half of one': { body: '{"posts":[{"id":"1","ti', headers: {} },
      null: { json: null },
      'a number': { json: 5 },
      'of another shape': { json: { stories: [] } },
      'a list of nothing': listed([null, null]),
      'a list of garbage': listed([{ id: {} }, 'x', 7, []]),
      'no list': listed('x'),
    }))
      it(`is a bad one when it is ${what}`, async () => {
        await rejects(answered(await start(), answer), 'bad-answer');
      });

    it('may have one broken article among good ones', async () => {
      const subject = await start(5);
      const { record } = subject;
      const good = urls(subject.articles.slice(1, 5));
      const publisher = await open(subject);
      const whole = { ...record };
      for (const field of Object.keys(whole))
        for (const value of GARBAGE) {
          Object.assign(record, whole, { [field]: value });
          const { articles } = await publisher.articles({ limit: 5 }, { fresh: true });
          assert.deepEqual(urls(articles.slice(-4)), good, `${field}: ${JSON.stringify(value)}`);
          for (const article of articles) checkTypes(article, system.isAddressless);
        }
    });

    it('that was called off never comes, and is called off at the server', async () => {
      const subject = await start();
      const release = subject.origin.hold(subject.data);
      const abort = new AbortController();
      const publisher = await open(subject);
      const asked = publisher.articles({ limit: 5 }, { signal: abort.signal });
      const [request] = await subject.origin.received(subject.data);
      const reason = new Error('left');
      abort.abort(reason);
      await assert.rejects(asked, reason);
      while (!request!.aborted) await new Promise(setImmediate);
      release();
      const { articles } = await publisher.articles({ limit: 5 });
      assert.equal(articles.length, 5);
    });

    it('may be slow', async () => {
      const subject = await start();
      const release = subject.origin.hold(subject.data);
      const asked = (await open(subject)).articles({ limit: 5 });
      await subject.origin.received(subject.data);
      release();
      assert.equal((await asked).articles.length, 5);
    });

    it('may break off, or never come', async () => {
      const subject = await start();
      await (await open(subject)).articles({ limit: 5 });
      for (const reset of ['midway', 'before'] as const)
        await rejects(answered(subject, { ...listed([]), reset }), 'network');
    });

    it('may be that the server is overloaded: that passes', async () => {
      const subject = await start();
      const error = await rejects(answered(subject, { status: 503, json: {} }), 'bad-answer');
      assert.equal(error.retryable, true);
    });
  });
}

/** Whatever was answered, an article is one in the sense of the model. */
function checkTypes(article: Article, isAddressless = false): void {
  const texts = ['excerpt', 'kicker', 'published', 'updated', 'body'] as const;
  assert.match(article.url, isAddressless ? /^(https?:|$)/ : /^https?:/);
  assert.equal(typeof article.headline, 'string');
  for (const field of texts)
    assert.match(typeof article[field], /^(string|undefined)$/, `${field} of ${article.url}`);
  for (const { name, url } of article.authors) {
    assert.ok(name && typeof name === 'string');
    assert.match(url ?? 'https:', /^https?:/);
  }
  if (article.image) assert.match(article.image.url, /^https?:/);
}
