import type { ReactiveController } from 'lit';
import type { Article } from '../model/article.js';
import { NewsrackError } from '../model/error.js';
import { toJson } from '../model/json.js';
import type { ArticlePage } from '../publishers/publisher.js';
import { readList, type ArticleList, type ListQuestion } from './article-list.js';
import { keepFocus, stays } from '../page/keep-focus.js';
import type { LocaleController } from './locale.js';
import { report } from '../page/report.js';
import type { ResourceHost } from './resource.js';

/** What a list has inside that is to be reached here. */
interface List extends ResourceHost {
  readonly locale: LocaleController;
  readonly renderRoot: HTMLElement | DocumentFragment;
  announce(sentence: string): void;
}

/** As many pages are asked for at a time, at most, until one has something new: a site may answer the same for each. */
const MOST_PAGES = 3;

const unknownAmong = (known: Article[], articles: Article[]) =>
  articles.filter(({ id, url }) => !known.some((one) => one.id === id && one.url === url));

/** The pages after a list's first, and what has come in since. */
export class ListGrowth implements ReactiveController {
  readonly #host: List;
  readonly #list: ArticleList;
  readonly #question: () => ListQuestion | undefined;
  #period = 0;
  /** The list as it was made here last, and the question that it answers. */
  #grown: ArticlePage | undefined;
  #key: string | undefined;
  /** A note that the reader has put away; in one language it says enough. */
  #read: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ResourceHost, list: ArticleList, question: () => ListQuestion | undefined) {
    this.#host = host as List;
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

  hostUpdate(): void {
    const list = this.#list;
    const { value } = list.resource;
    // The page has set articles of its own.
    if (!this.#question()) list.waiting = [];
    const isOther = this.#keyNow !== this.#key;
    // What was said of the list before is not true of this one.
    if (isOther && this.#key) this.#host.announce('');
    if (!value || isOther) {
      list.adding = false;
      this.#grown = this.#key = undefined;
    } else if (this.#grown && this.#grown !== value) {
      // The answer to a list that was remembered, and has grown before it came.
      list.waiting = unknownAmong(this.#grown.articles, value.articles);
      list.resource.value = this.#grown;
    }
  }

  refreshEvery(seconds: number): void {
    if (seconds === this.#period) return;
    this.#period = seconds;
    this.#schedule();
  }

  /** Appends the next page, says how many articles it brought, and goes to the first of them. */
  async more(): Promise<void> {
    const list = this.#list;
    const question = this.#question();
    let cursor = list.resource.value?.next;
    if (!cursor || !question || list.adding) return;
    const isHere = stays(this.#host);
    const { loading, moreShown, noMore, unreachable } = this.#host.locale.strings!;
    const key = (this.#key = this.#keyNow);
    list.adding = true;
    // Else as many again would be no news.
    this.#host.announce(loading);
    try {
      let count = 0;
      // What has come in at the top meanwhile has pushed what is known to the next page.
      for (let left = MOST_PAGES; cursor && !count && left; left--) {
        const next = await readList({ ...question, query: { ...question.query, cursor } });
        const now = list.resource.value;
        // The list was asked for anew, or another one: this is not its next page.
        if (now?.next !== cursor || key !== this.#keyNow) return;
        const added = unknownAmong(now.articles, next.articles);
        this.#put({ ...next, note: now.note, articles: [...now.articles, ...added] });
        count = added.length;
        cursor = next.next;
        if (count) void this.#goTo(now.articles.length, isHere);
      }
      this.#host.announce(count ? moreShown(count) : noMore);
      // Its button goes away under the reader.
      if (!cursor && !count && isHere()) keepFocus(this.#host);
    } catch (cause) {
      if (key === this.#keyNow) {
        list.failed = true;
        this.#host.announce(unreachable);
      }
      if (cause instanceof NewsrackError) report(this.#host, cause);
    } finally {
      if (key === this.#key) list.adding = false;
      this.#host.requestUpdate();
    }
  }

  /** Puts what was waiting on top of the list, and says how many there were. Nothing was: the reader has read the page's note. */
  showWaiting(): void {
    const { waiting, resource } = this.#list;
    const page = resource.value;
    if (!page) return;
    this.#list.waiting = [];
    if (waiting.length) {
      this.#put({ ...page, articles: [...waiting, ...page.articles] });
      this.#host.announce(this.#host.locale.strings!.moreShown(waiting.length));
      void this.#goTo(0, stays(this.#host));
      return;
    }
    this.#read = page.note?.en;
    this.#put({ ...page, note: undefined });
    keepFocus(this.#host);
  }

  /** To an article of the list, when that is painted. */
  async #goTo(place: number, isHere: () => boolean): Promise<void> {
    await this.#host.updateComplete;
    const item = this.#host.renderRoot.querySelectorAll('.item')[place];
    if (isHere()) item?.querySelector('a')?.focus();
  }

  get #keyNow(): string {
    return toJson(this.#question() ?? null);
  }

  #put(page: ArticlePage): void {
    this.#key = this.#keyNow;
    this.#list.resource.value = this.#grown = page;
    this.#host.requestUpdate();
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
    const key = this.#keyNow;
    try {
      if (page && asked) {
        const read = await readList(asked, { background: true });
        const now = resource.value;
        if (!now || key !== this.#keyNow || page.articles[0] !== now.articles[0]) return;
        const isEmpty = !now.articles.length;
        // Where nothing stands, nothing moves.
        this.#list.waiting = isEmpty ? [] : unknownAmong(now.articles, read.articles);
        const note = read.note?.en === this.#read ? undefined : read.note;
        this.#put({ ...(isEmpty ? read : now), note });
      }
    } catch {
      // The list stands as it was; the next look may find the publisher again.
    } finally {
      this.#schedule();
    }
  }
}
