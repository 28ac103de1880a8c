import type { Article } from '../model/article.js';
import type { NewsrackError } from '../model/error.js';
import { loaded } from '../model/loaded.js';
import { toJson } from '../model/json.js';
import { openPublisher } from '../publishers/open.js';
import type { ArticlePage, ArticleQuery, ReadOptions, Source } from '../publishers/publisher.js';
import { readSession, writeSession } from '../storage/session.js';
import type { ListGrowth } from './list-growth.js';
import { report } from '../page/report.js';
import { Resource, type ResourceHost } from './resource.js';

export interface ListQuestion {
  source: Source;
  query: ArticleQuery;
}

const memoryKey = (question: ListQuestion) => `list:${toJson(question)}`;

export const readList = async (
  { source, query }: ListQuestion,
  options?: ReadOptions,
): Promise<ArticlePage> => (await openPublisher(source, options)).articles(query, options);

/** The first page of a list. What comes after it and on top of it is fetched with the code that a list needs to grow. */
export class ArticleList {
  readonly resource: Resource<ListQuestion, ArticlePage>;
  /** The next page is on its way. */
  adding = false;
  /** It did not come. */
  failed = false;
  /** New articles that wait for the reader to ask for them. */
  waiting: Article[] = [];
  readonly #host: ResourceHost;
  readonly #question: () => ListQuestion | undefined;
  #growth: Promise<ListGrowth | undefined> | undefined;

  constructor(host: ResourceHost, question: () => ListQuestion | undefined, count: () => number) {
    this.#host = host;
    this.#question = question;
    this.resource = new Resource<ListQuestion, ArticlePage>(host, {
      question,
      ask: async (asked, options) => {
        this.waiting = [];
        this.failed = false;
        const page = await readList(asked, options);
        writeSession(memoryKey(asked), page);
        return page;
      },
      recall: (asked) => {
        const page = readSession<ArticlePage>(memoryKey(asked));
        // Other code may have written it, or an older Newsrack.
        return Array.isArray(page?.articles) && page.articles.every((each) => each?.authors)
          ? page
          : undefined;
      },
      count,
    });
  }

  /** Looks for new articles every so many seconds while the page is visible; 0 never does. */
  async refreshEvery(seconds: number): Promise<void> {
    if (seconds || this.#growth) (await this.grow())?.refreshEvery(seconds);
  }

  /** The code that a list needs to grow; `undefined`, and the page is told, where it cannot be had. */
  grow(): Promise<ListGrowth | undefined> {
    return (this.#growth ??= loaded(import('./list-growth.js')).then(
      ({ ListGrowth }) => new ListGrowth(this.#host, this, this.#question),
      (error: NewsrackError) => {
        this.#growth = undefined;
        report(this.#host, error);
        return undefined;
      },
    ));
  }
}
