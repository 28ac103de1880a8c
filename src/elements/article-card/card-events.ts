import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { tell } from '../../controllers/tell.js';
import type { CardElement } from './card.js';

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment };

const viewers = new WeakMap<Element, (card: CardElement) => void>();
const timers = new WeakMap<Element, ReturnType<typeof setTimeout>>();
let observer: IntersectionObserver | undefined;

/** Half of a card for a second, on a page that is being looked at, is a view. */
function watch(entries: IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    clearTimeout(timers.get(target));
    if (!isIntersecting) continue;
    const look = () => {
      if (document.hidden) {
        timers.set(target, setTimeout(look, 1000));
        return;
      }
      viewers.get(target)?.(target as CardElement);
      observer!.unobserve(target);
    };
    timers.set(target, setTimeout(look, 1000));
  }
}

/** Cards that were opened (`nr-open`) and seen (`nr-view`): one listener and one observer for any number of them. */
export class CardEvents implements ReactiveController {
  readonly #host: Host;
  readonly #seen = new Set<string>();
  #cards: Element[] = [];

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (typeof IntersectionObserver === 'undefined') return;
    observer ??= new IntersectionObserver(watch, { threshold: 0.5 });
    for (const card of this.#cards) {
      // Away with the host, or because the list is another.
      if (card.isConnected) continue;
      clearTimeout(timers.get(card));
      viewers.delete(card);
      observer.unobserve(card);
    }
    const { isConnected, renderRoot } = this.#host;
    this.#cards = isConnected ? [...renderRoot.querySelectorAll('article.card')] : [];
    for (const card of this.#cards) {
      if (viewers.has(card)) continue;
      viewers.set(card, this.#view);
      observer.observe(card);
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
