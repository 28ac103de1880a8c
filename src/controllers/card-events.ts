import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { tell } from '../page/tell.js';
import type { Article } from '../model/article.js';

type Host = ReactiveControllerHost &
  HTMLElement & {
    /** Not there until markup of a server has been taken over. */
    renderRoot: HTMLElement | DocumentFragment | undefined;
    article?: Article;
    articles?: Article[];
  };

/** What a card's element carries, so that one listener can serve all cards. */
export interface CardElement extends HTMLElement {
  /** Of a list; a card by itself has the article of its host. */
  article?: Article;
  /** Wants to know when half of it has come into view, or has gone. */
  events: { see(card: CardElement, isInView: boolean): void };
  /** Ends the second of a card that is in view. */
  timer?: ReturnType<typeof setTimeout>;
}

type Entry = IntersectionObserverEntry & { target: CardElement };

let observer: IntersectionObserver | undefined;

/** Not made in a method: the observer would hold the first host for ever. */
function watch(entries: IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries as Entry[])
    target.events.see(target, isIntersecting);
}

/** Cards that were opened (`nr-open`) and seen (`nr-view`): one listener and one observer for any number of them. */
export class CardEvents implements ReactiveController {
  readonly #host: Host;
  /** The articles whose views were told; made when there are some, as cards come by the hundred. */
  #seen: Record<string, true> | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (typeof IntersectionObserver !== 'undefined')
      observer ??= new IntersectionObserver(watch, { threshold: 0.5 });
    this.#host.renderRoot?.querySelectorAll<CardElement>('article.card').forEach((card, place) => {
      card.events = this;
      // Now, as they were painted: the page may change its array.
      const article = this.#host.articles?.[place];
      // A moment of another article is none of this one's second.
      if (card.article?.url !== article?.url) this.see(card, false);
      card.article = article;
      // It is to be said anew whether it is in view: what it shows may be another article.
      observer?.unobserve(card);
      observer?.observe(card);
      if (!card.isConnected) this.see(card, false);
    });
  }

  hostDisconnected(): void {
    this.hostUpdated();
  }

  hostConnected(): void {
    this.#host.renderRoot!.addEventListener('click', this);
  }

  handleEvent(event: Event): void {
    const target = event.target as Element;
    const card = target.closest<CardElement>('article.card');
    const link = card?.querySelector('a');
    if (!link) return;
    if (target.closest('a') !== link) {
      // A click on the text beside the link is a click on the link, unless it ended a selection.
      if (String(getSelection())) return;
      link.dispatchEvent(new MouseEvent('click', event));
      return;
    }
    const { article = this.#host.article! } = card!;
    if (!tell(this.#host, 'nr-open', { article }, true)) event.preventDefault();
  }

  /** Half of a card for a second, on a page that is being looked at, is a view. */
  see(card: CardElement, isInView: boolean): void {
    if (!isInView) {
      // The list is another by now, or away.
      if (!card.isConnected) observer?.unobserve(card);
      card.timer = clearTimeout(card.timer) as undefined;
      return;
    }
    // A list that is painted again and again must not begin anew each time.
    card.timer ??= setTimeout(() => {
      card.timer = undefined;
      if (document.hidden)
        return document.addEventListener(
          'visibilitychange',
          () => this.see(card, card.isConnected),
          {
            once: true,
          },
        );
      const { article = this.#host.article! } = card;
      const key = article.url || article.id;
      const seen = (this.#seen ??= {});
      if (seen[key]) return;
      seen[key] = true;
      tell(this.#host, 'nr-view', { article });
    }, 1000);
  }
}
