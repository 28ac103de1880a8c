import type { ReactiveControllerHost } from 'lit';
import { lines } from '../html/lines.js';
import type { ThreadItem } from '../model/thread.js';
import type { Markup } from './markup.js';

/** What shows the markup of comments; fetched with the first one that is more than text. */
export class CommentMarkup {
  /** `undefined` as long as no comment needs it, and where it could not be fetched: text is shown then. */
  markup: Markup | undefined;
  /** It is on its way. */
  preparing: Promise<void> | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  /** Fetches what it takes to show these comments, if there are any. Never throws. */
  prepare(thread: { items: ThreadItem[] } | undefined): Promise<void> | undefined {
    if (this.markup || !needsMarkup(thread)) return;
    return (this.preparing ??= this.#fetch(thread!.items));
  }

  async #fetch(items: ThreadItem[]): Promise<void> {
    try {
      const { Markup } = await import('./markup.js');
      const markup = new Markup(this.#host);
      await markup.prepare(...items.map(({ comment }) => comment.body));
      this.markup = markup;
    } catch {
      // The text without its markup is shown.
    }
    this.preparing = undefined;
    this.#host.requestUpdate();
  }
}

/** What the page's author has set may have any shape; painting it says what is wrong. */
function needsMarkup(thread: { items: ThreadItem[] } | undefined): boolean {
  try {
    return thread!.items.some(({ comment }) => lines(comment.body) === undefined);
  } catch {
    return false;
  }
}
