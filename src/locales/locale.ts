import type { Strings } from './strings.js';

const languages: Record<string, () => Promise<{ default: Strings }>> = {
  en: () => import('./en.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt.js'),
};

const loaded: Record<string, Strings | undefined> = {};

/** The language of ours that serves a BCP 47 tag: `es` for `es-419`, English for what we do not speak. */
export function supportedLanguage(tag: string): string {
  const language = tag.toLowerCase().split(/[-_]/)[0]!;
  return Object.hasOwn(languages, language) ? language : 'en';
}

/** The strings of a language if they are here already. */
export function stringsOf(language: string): Strings | undefined {
  return loaded[language];
}

/** Fetches the strings of a supported language, once. */
export async function loadStrings(language: string): Promise<Strings> {
  return (loaded[language] ??= (await languages[language]!()).default);
}
