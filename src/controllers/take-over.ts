import { hydrate } from '@lit-labs/ssr-client';
import type { LitElement } from 'lit';
import { strings, type Dictionary } from '../locales/locale.js';
import type { LocaleController } from './locale.js';
import type { Place, Resource } from './resource.js';
import { settings } from './settings.js';

/** What travels with the markup that a server made of a widget. */
export interface Luggage {
  /** The language that the server spoke. */
  language: string;
  /** What the source answered. */
  answer?: unknown;
  place?: Place;
}

/** What an element has inside that both the server and whoever takes over from it must reach. */
export interface Served {
  readonly locale: LocaleController;
  readonly resource: Resource<unknown, unknown>;
  readonly renderOptions: LitElement['renderOptions'];
  render(): unknown;
}

/** Puts an element into the state in which a server paints it, and in which the markup is recognized. */
export function settle({ locale, resource }: Served, { answer, place }: Luggage): void {
  // The reader sees the server's dates: they stay as they are, and those that come later look like them.
  locale.now = Infinity;
  resource.place = place;
  resource.adopt(answer);
}

/**
 * Fetches what the markup of a server needs before it can be taken over.
 *
 * @returns what takes it over when the element is connected: its first painting then finds everything in place, asks
 * nothing, and replaces nothing. Markup of another version is painted anew, with the data that came with it.
 */
export async function prepare(widget: LitElement, root: ShadowRoot): Promise<() => void> {
  const served = widget as unknown as Served;
  const luggage = JSON.parse(root.querySelector('script')!.textContent) as Luggage;
  const { sentences } = widget.constructor as { sentences?: Dictionary<object> };
  await Promise.all([strings, sentences].map((each) => each?.load(luggage.language)));
  return () => {
    // The server knew nothing of the page's defaults: what they change is painted after.
    const { theme } = settings;
    settings.theme = undefined;
    served.renderOptions.renderBefore = null;
    try {
      settle(served, luggage);
      hydrate(served.render(), root, served.renderOptions);
      // The element has its style sheets by itself.
      for (const each of root.querySelectorAll('style, link, script')) each.remove();
    } catch {
      root.replaceChildren();
    } finally {
      settings.theme = theme;
    }
  };
}
