import type { ReactiveController } from 'lit';
import type { Article } from '../model/article.js';
import { NewsrackError } from '../model/error.js';
import { keepFocus } from './keep-focus.js';
import { readList, type ArticleList, type ListQuestion } from './article-list.js';
import { report } from './report.js';
import type { ResourceHost } from './resource.js';

const unknownAmong = (known: Article[], articles: Article[]) =>
  articles.filter(({ id, url }) => !known.some((one) => one.id === id && one.url === url));

/** The pages after a list's first, and what has come in since. */
export class ListGrowth implements ReactiveController {
  readonly #host: ResourceHost;
  readonly #list: ArticleList;
  readonly #question: () => ListQuestion | undefined;
  #period = 0;
  /** A note that the reader has put away; in one language it says enough. */
  #read: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ResourceHost, list: ArticleList, question: () => ListQuestion | undefined) {
    this.#host = host;
    this.#list = list;
    this.#question = question;
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

  refreshEvery(seconds: number): void {
    if (seconds === this.#period) return;
    this.#period = seconds;
    this.#schedule();
  }

  /** Appends the next page and says how many articles it brought; `undefined` where nobody knows. */
  async more(): Promise<number | undefined> {
    const list = this.#list;
    const page = list.resource.value;
    const asked = this.#question();
    if (!page?.next || !asked || list.adding) return undefined;
    list.adding = true;
    this.#host.requestUpdate();
    try {
      const next = await readList({ ...asked, query: { ...asked.query, cursor: page.next } });
      const now = list.resource.value;
      // The list was asked for anew meanwhile: this is not its next page.
      if (now?.next !== page.next) return undefined;
      const added = unknownAmong(now.articles, next.articles);
      list.resource.value = { ...next, note: now.note, articles: [...now.articles, ...added] };
      return added.length;
    } catch (cause) {
      if (cause instanceof NewsrackError) report(this.#host, cause);
      return 0;
    } finally {
      list.adding = false;
      this.#host.requestUpdate();
    }
  }

  /** Puts what was waiting on top of the list and says how many there were. Nothing was: the reader has read the page's note. */
  showWaiting(): number | undefined {
    const { waiting, resource } = this.#list;
    const page = resource.value;
    if (!page) return undefined;
    if (!waiting.length) {
      this.#read = page.note?.en;
      resource.value = { ...page, note: undefined };
      keepFocus(this.#host);
      this.#host.requestUpdate();
      return undefined;
    }
    resource.value = { ...page, articles: [...waiting, ...page.articles] };
    this.#list.waiting = [];
    this.#host.requestUpdate();
    return waiting.length;
  }

  #schedule = (): void => {
    clearTimeout(this.#timer);
    if (!this.#period || document.hidden || !this.#host.isConnected) return;
    this.#timer = setTimeout(() => void this.#look(), this.#period * 1000);
  };

  async #look(): Promise<void> {
    const { resource } = this.#list;
    const page = resource.value;
    const asked = this.#question();
    try {
      if (page && asked) {
        const { articles, note } = await readList(asked, { background: true });
        const now = resource.value;
        if (!now || page.articles[0] !== now.articles[0]) return;
        this.#list.waiting = unknownAmong(now.articles, articles);
        resource.value = { ...now, note: note?.en === this.#read ? undefined : note };
        this.#host.requestUpdate();
      }
    } catch {
      // The list stands as it was; the next look may find the publisher again.
    } finally {
      this.#schedule();
    }
  }
}
