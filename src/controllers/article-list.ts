import type { ReactiveController } from 'lit';
import type { Article } from '../model/article.js';
import { NewsrackError } from '../model/error.js';
import { openPublisher } from '../publishers/open.js';
import type { ArticlePage, ArticleQuery, ReadOptions, Source } from '../publishers/publisher.js';
import { readSession, writeSession } from '../storage/session.js';
import { report } from './report.js';
import { Resource, type ResourceHost } from './resource.js';

export interface ListQuestion {
  source: Source;
  query: ArticleQuery;
}

const memoryKey = (question: ListQuestion) => `list:${JSON.stringify(question)}`;

const read = async ({ source, query }: ListQuestion, options?: ReadOptions) =>
  (await openPublisher(source, options)).articles(query, options);

const unknownAmong = (known: Article[], articles: Article[]) =>
  articles.filter(({ id, url }) => !known.some((one) => one.id === id && one.url === url));

/** The first page of a list, the pages after it, and what has come in since. */
export class ArticleList implements ReactiveController {
  readonly resource: Resource<ListQuestion, ArticlePage>;
  /** The next page is on its way. */
  adding = false;
  /** New articles that wait for the reader to ask for them. */
  waiting: Article[] = [];
  readonly #host: ResourceHost;
  readonly #question: () => ListQuestion | undefined;
  #period = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ResourceHost, question: () => ListQuestion | undefined, count: () => number) {
    this.#host = host;
    this.#question = question;
    this.resource = new Resource<ListQuestion, ArticlePage>(host, {
      question,
      ask: async (asked, options) => {
        this.waiting = [];
        const page = await read(asked, options);
        writeSession(memoryKey(asked), page);
        return page;
      },
      recall: (asked) => readSession<ArticlePage>(memoryKey(asked)),
      count,
    });
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#schedule);
    this.#schedule();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#schedule);
    clearTimeout(this.#timer);
  }

  /** Looks for new articles every so many seconds while the page is visible; 0 never does. */
  refreshEvery(seconds: number): void {
    if (seconds === this.#period) return;
    this.#period = seconds;
    this.#schedule();
  }

  /** Appends the next page and says how many articles it brought. */
  async more(): Promise<number> {
    const page = this.resource.value;
    const asked = this.#question();
    if (!page?.next || !asked || this.adding) return 0;
    this.adding = true;
    this.#host.requestUpdate();
    try {
      const next = await read({ ...asked, query: { ...asked.query, cursor: page.next } });
      const now = this.resource.value;
      // The list was asked for anew meanwhile: this is not its next page.
      if (now?.next !== page.next) return 0;
      const added = unknownAmong(now.articles, next.articles);
      this.resource.value = { ...next, articles: [...now.articles, ...added] };
      return added.length;
    } catch (cause) {
      if (cause instanceof NewsrackError) report(this.#host, cause);
      return 0;
    } finally {
      this.adding = false;
      this.#host.requestUpdate();
    }
  }

  /** Puts what was waiting on top of the list and says how many there were. */
  showWaiting(): number {
    const { waiting } = this;
    const page = this.resource.value;
    if (!page) return 0;
    this.resource.value = { ...page, articles: [...waiting, ...page.articles] };
    this.waiting = [];
    this.#host.requestUpdate();
    return waiting.length;
  }

  #schedule = (): void => {
    clearTimeout(this.#timer);
    if (!this.#period || document.hidden || !this.#host.isConnected) return;
    this.#timer = setTimeout(() => void this.#look(), this.#period * 1000);
  };

  async #look(): Promise<void> {
    const page = this.resource.value;
    const asked = this.#question();
    try {
      if (page && asked) {
        const { articles } = await read(asked);
        if (page.articles[0] !== this.resource.value?.articles[0]) return;
        this.waiting = unknownAmong(this.resource.value?.articles ?? [], articles);
        this.#host.requestUpdate();
      }
    } catch {
      // The list stands as it was; the next look may find the publisher again.
    } finally {
      this.#schedule();
    }
  }
}
