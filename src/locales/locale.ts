import type { Strings } from './strings.js';

type Load<T> = () => Promise<{ default: T }>;

/**
 * What pages have to say in a language: gets the sentences of ours, of all widgets and of this one, and which one it is, and
 * adds to them; see `registerLocale`.
 */
export const ownLanguages: Record<
  string,
  ((sentences: (object | undefined)[], widget: string) => void) | undefined
> = {};

/** The same sentences in each of our languages, of which only the one in use is fetched; English stands in for another. */
export class Dictionary<T> {
  readonly #languages: Record<string, Load<T>>;
  readonly #loaded: Record<string, T | undefined> = {};
  readonly #asked: Record<string, Promise<T> | undefined> = {};

  constructor(languages: Record<'en' | 'es' | 'pt', Load<T>>) {
    this.#languages = languages;
  }

  /** The sentences of a supported language if they are here already. */
  of(language: string): T | undefined {
    return this.#loaded[language];
  }

  /** Fetches the sentences of a supported language: once, unless that failed. */
  load(language: string): Promise<T> {
    const fetched = this.#languages[language] ?? this.#languages['en']!;
    return (this.#asked[language] ??= fetched().then(
      (sentences) => (this.#loaded[language] = sentences.default),
      (error: unknown) => {
        this.#asked[language] = undefined;
        throw error;
      },
    ));
  }
}

/** What every widget says. */
export const strings = new Dictionary<Strings>({
  en: () => import('./en.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt.js'),
});
