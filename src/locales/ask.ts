/**
 * The label of the button that stands in for a widget with `load="click"`: what the host that it asks is put to, which is what
 * `concat` does to a text. Apart from the other sentences, and all languages together, because it is shown before anything has
 * been fetched. To be added to by pages with a language of their own, which is no text and has no length.
 */
export const labels = {
  __proto__: null,
  en: 'Show content from ',
  es: 'Mostrar contenido de ',
  pt: 'Mostrar conteúdo de ',
} as unknown as Record<
  string,
  { concat(host: string): string; length?: number | undefined } | undefined
>;

/** The language that serves a BCP 47 tag: `es` for `es-419`, English for what nobody speaks. */
export const supportedLanguage = (tag: string): string => {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return labels[language!] ? language! : 'en';
};

/** The label in the language that serves a BCP 47 tag. */
export const ask = (tag: string, host: string): string =>
  labels[supportedLanguage(tag)]!.concat(host);
