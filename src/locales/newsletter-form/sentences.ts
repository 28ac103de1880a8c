import { Dictionary } from '../locale.js';
import type { NewsletterFormStrings } from './strings.js';

/** What the newsletter form says. */
export const sentences = new Dictionary<NewsletterFormStrings>({
  en: () => import('./en.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt.js'),
});
