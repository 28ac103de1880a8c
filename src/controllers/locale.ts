import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { supportedLanguage } from '../locales/ask.js';
import { ownLanguages, strings as common, type Dictionary } from '../locales/locale.js';
import type { Strings } from '../locales/strings.js';
import type { Age } from '../model/article.js';
import type { NewsrackError } from '../model/error.js';
import { loaded } from '../model/loaded.js';
import { settings } from '../page/settings.js';

interface Speaker extends ReactiveControllerHost, Element {
  readonly widget: string;
  /** It has no words. */
  failed(error: NewsrackError): void;
}

/** What speaks on the page. */
export const speakers = new Set<LocaleController>();
const observed = new WeakSet<Node>();
const commonOnly = [common];

/** One observer for each tree whose `lang` counts: it may change while the page is open. */
function observeLanguages(root: Node): void {
  if (observed.has(root) || typeof MutationObserver === 'undefined') return;
  observed.add(root);
  new MutationObserver(() => speakers.forEach((each) => each.follow())).observe(root, {
    attributeFilter: ['lang'],
    subtree: true,
  });
}

/** The nearest `lang` above an element, or from another on, out of shadow trees too. */
function inheritedLanguage(element: Element, from = element.parentElement): string | null {
  const root = element.getRootNode() as Node & { host?: HTMLElement };
  observeLanguages(root);
  const holder = from?.closest('[lang]');
  if (holder) return holder.getAttribute('lang');
  const { host } = root;
  return host ? inheritedLanguage(host, host) : null;
}

/** The tag if `Intl` can take it, else the other one. */
function validTag(tag: string, otherwise: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]!;
  } catch {
    return otherwise;
  }
}

/**
 * The language of a widget: its own `lang`, then the page's setting, then the nearest ancestor's `lang`,
 * then English. Follows changes, and loads the strings of that language only.
 */
export class LocaleController<More extends object = object> implements ReactiveController {
  /** BCP 47; what dates and numbers are formatted by. Changes together with the strings, once there are any. */
  tag = 'en';
  /** `undefined` until they have loaded. */
  strings: (Strings & More) | undefined;
  /** The moment that dates are told from, if not the present one: infinity makes all of them absolute. */
  now: number | undefined;
  /** Resolves when strings that were asked for have loaded, or could not be. */
  ready: Promise<void> | undefined;
  readonly #host: Speaker;
  readonly #dictionaries: Dictionary<object>[];

  /** @param more - What this widget says beside what all of them say. */
  constructor(host: Speaker, more?: Dictionary<More>) {
    this.#host = host;
    this.#dictionaries = more ? [common, more] : commonOnly;
    host.addController(this);
  }

  hostConnected(): void {
    speakers.add(this);
    this.follow();
  }

  hostDisconnected(): void {
    speakers.delete(this);
  }

  /** What articles say of their age; in English where they do not speak the widget's language. */
  pick(age: Age | undefined): string | undefined {
    return age?.[supportedLanguage(this.tag)] ?? age?.['en'];
  }

  /** Looks which language is wanted, and takes it up when its strings are there. */
  follow(): void {
    const host = this.#host;
    // Looked for in any case: what counts more may be taken away.
    const inherited = inheritedLanguage(host);
    const wanted = host.getAttribute('lang') || settings.nrLocale || inherited || 'en';
    const language = supportedLanguage(wanted);
    // A date in a language that the sentences around it do not speak would be a strange mixture.
    const tag = validTag(wanted.toLowerCase().startsWith(language) ? wanted : language, language);
    // What asks the reader to click has all its languages from the start.
    if (!this.strings) this.tag = tag;
    // What a move leaves as it is must not be painted again.
    if ((this.strings && tag === this.tag) || this.#speak(language, tag)) return;
    this.ready = loaded(Promise.all(this.#dictionaries.map((each) => each.load(language)))).then(
      () => this.follow(),
      (error: NewsrackError) => {
        // The language that it had is better than none.
        if (!this.strings) host.failed(error);
      },
    );
  }

  /** Whether the sentences of this language are here; then they are used. */
  #speak(language: string, tag = language): boolean {
    const parts = this.#dictionaries.map((each) => each.of(language));
    if (!parts.every(Boolean)) return false;
    ownLanguages[language]?.(parts, this.#host.widget);
    this.strings = (parts.length > 1 ? Object.assign({}, ...parts) : parts[0]) as Strings & More;
    this.tag = tag;
    this.#host.requestUpdate();
    return true;
  }
}
