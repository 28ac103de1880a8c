import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { tell } from '../../controllers/tell.js';
import type { Article } from '../../model/article.js';
import type { CardElement } from './card.js';

type Host = ReactiveControllerHost &
  HTMLElement & {
    renderRoot: HTMLElement | DocumentFragment;
    article?: Article;
    articles?: Article[];
  };

type Entry = IntersectionObserverEntry & { target: CardElement };

let observer: IntersectionObserver | undefined;

/** Not made in a method: the observer would hold the first host for ever. */
function watch(entries: IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries as Entry[])
    target.events!.see(target, isIntersecting);
}

/** Cards that were opened (`nr-open`) and seen (`nr-view`): one listener and one observer for any number of them. */
export class CardEvents implements ReactiveController {
  readonly #host: Host;
  /** The articles whose views were told; made when there are some, as cards come by the hundred. */
  #seen: Set<string> | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (typeof IntersectionObserver === 'undefined') return;
    observer ??= new IntersectionObserver(watch, { threshold: 0.5 });
    this.#host.renderRoot.querySelectorAll<CardElement>('article.card').forEach((card, place) => {
      card.place = place;
      if (card.events) return;
      card.events = this;
      observer!.observe(card);
    });
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('click', this);
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
    const article = this.#articleOf(card!);
    if (!tell(this.#host, 'nr-open', { article }, true)) event.preventDefault();
  }

  /** Not kept by the card: what attributes write out is an article only while one is asked for. */
  #articleOf({ place }: CardElement): Article {
    const { article, articles } = this.#host;
    return article ?? articles![place]!;
  }

  /** Half of a card for a second, on a page that is being looked at, is a view. */
  see(card: CardElement, isInView: boolean): void {
    clearTimeout(card.timer);
    if (!isInView) return;
    const view = () => {
      // A browser that paints no frames has not said yet that it has left.
      if (!card.isConnected) return;
      if (document.hidden)
        return document.addEventListener('visibilitychange', () => this.see(card, true), {
          once: true,
        });
      observer!.unobserve(card);
      const article = this.#articleOf(card);
      const key = article.url || article.id;
      const seen = (this.#seen ??= new Set());
      if (seen.has(key)) return;
      seen.add(key);
      tell(this.#host, 'nr-view', { article });
    };
    card.timer = setTimeout(view, 1000);
  }
}
