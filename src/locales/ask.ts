/**
 * The label of the button that stands in for a widget with `load="click"`, up to the host that ends it. Apart from the other
 * sentences, and all languages together, because it is shown before anything has been fetched.
 */
const labels = {
  __proto__: null,
  en: 'Show content from ',
  es: 'Mostrar contenido de ',
  pt: 'Mostrar conteúdo de ',
} as unknown as Record<string, string | undefined>;

/** The language of ours that serves a BCP 47 tag: `es` for `es-419`, English for what we do not speak. */
export function supportedLanguage(tag: string): string {
  const language = tag.toLowerCase().split(/[-_]/)[0]!;
  return labels[language] ? language : 'en';
}

/** The label for a BCP 47 tag, and the language that it is in. */
export function ask(tag: string, host: string): { language: string; label: string } {
  const language = supportedLanguage(tag);
  return { language, label: labels[language]! + host };
}
