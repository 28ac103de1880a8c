import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { tell } from '../../controllers/tell.js';
import type { CardElement } from './card.js';

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment };

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
  /** Of the host's cards on the page, what ends the second of one that is in view. */
  readonly #timers = new Map<CardElement, ReturnType<typeof setTimeout> | undefined>();
  readonly #seen = new Set<string>();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (typeof IntersectionObserver === 'undefined') return;
    observer ??= new IntersectionObserver(watch, { threshold: 0.5 });
    const cards = this.#host.renderRoot.querySelectorAll<CardElement>('article.card');
    for (const card of [...this.#timers.keys(), ...cards]) {
      if (!card.isConnected) {
        // Away with its host, or because the list is another.
        this.#leave(card);
        this.#timers.delete(card);
      } else if (!this.#timers.has(card)) {
        this.#timers.set(card, undefined);
        card.events = this;
        observer.observe(card);
      }
    }
  }

  hostDisconnected(): void {
    this.hostUpdated();
  }

  hostConnected(): void {
    const { renderRoot } = this.#host;
    if (!renderRoot) return;
    renderRoot.addEventListener('click', this);
    this.hostUpdated();
  }

  handleEvent(event: Event): void {
    const target = event.target as Element;
    const card = target.closest<CardElement>('article.card');
    const link = card?.querySelector('a');
    if (!card || !link) return;
    if (target.closest('a') !== link) {
      // A click on the text beside the link is a click on the link, unless it ended a selection.
      if (String(getSelection())) return;
      link.dispatchEvent(new MouseEvent('click', event));
      return;
    }
    const { article } = card;
    if (!tell(this.#host, 'nr-open', { article }, true)) event.preventDefault();
  }

  /** Half of a card for a second, on a page that is being looked at, is a view. */
  see(card: CardElement, isInView: boolean): void {
    clearTimeout(this.#timers.get(card));
    // It may have left before this was told.
    if (!isInView || !this.#timers.has(card)) return;
    const view = () => {
      if (document.hidden)
        return document.addEventListener('visibilitychange', () => this.see(card, true), {
          once: true,
        });
      this.#leave(card);
      const { article } = card;
      const key = article.url || article.id;
      if (this.#seen.has(key)) return;
      this.#seen.add(key);
      tell(this.#host, 'nr-view', { article });
    };
    this.#timers.set(card, setTimeout(view, 1000));
  }

  #leave(card: CardElement): void {
    clearTimeout(this.#timers.get(card));
    observer!.unobserve(card);
  }
}
