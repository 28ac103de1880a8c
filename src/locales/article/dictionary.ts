import { Dictionary } from '../locale.js';
import type { ArticleStrings } from './strings.js';

export const articleStrings = new Dictionary<ArticleStrings>({
  en: () => import('./en.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt.js'),
});
