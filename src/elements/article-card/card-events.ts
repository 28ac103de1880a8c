import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { tell } from '../../controllers/tell.js';
import type { CardElement } from './card.js';

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment };

/** Of the cards that wait for being seen. */
const viewers = new WeakMap<Element, (card: CardElement) => void>();
const timers = new WeakMap<Element, ReturnType<typeof setInterval>>();
let observer: IntersectionObserver | undefined;

/** Half of a card for a second, on a page that is being looked at, is a view. */
function watch(entries: IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    clearInterval(timers.get(target));
    if (!isIntersecting) continue;
    timers.set(
      target,
      setInterval(() => {
        if (document.hidden) return;
        viewers.get(target)?.(target as CardElement);
        leave(target);
      }, 1000),
    );
  }
}

function leave(card: Element): void {
  viewers.delete(card);
  clearInterval(timers.get(card));
  observer!.unobserve(card);
}

/** Cards that were opened (`nr-open`) and seen (`nr-view`): one listener and one observer for any number of them. */
export class CardEvents implements ReactiveController {
  readonly #host: Host;
  /** Those of the host that are on the page. */
  readonly #cards = new Set<Element>();
  readonly #seen = new Set<string>();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (typeof IntersectionObserver === 'undefined') return;
    observer ??= new IntersectionObserver(watch, { threshold: 0.5 });
    const cards = this.#host.renderRoot.querySelectorAll('article.card');
    for (const card of [...this.#cards, ...cards]) {
      if (!card.isConnected) {
        // Away with its host, or because the list is another.
        this.#cards.delete(card);
        leave(card);
      } else if (!this.#cards.has(card)) {
        this.#cards.add(card);
        viewers.set(card, this.#view);
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
    renderRoot.addEventListener('click', this.#open);
    this.hostUpdated();
  }

  #open = (event: Event): void => {
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
  };

  #view = ({ article }: CardElement): void => {
    const { id, url } = article;
    const key = url || id;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    tell(this.#host, 'nr-view', { article });
  };
}
