import { Dictionary } from '../locale.js';
import type { NewsletterFormStrings } from './strings.js';

export const newsletterFormStrings = new Dictionary<NewsletterFormStrings>({
  en: () => import('./en.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt.js'),
});
