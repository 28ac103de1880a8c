import { Dictionary } from '../locale.js';
import type { CommentStrings } from './strings.js';

/** What the comment box says beside what every widget says. */
export const commentBoxStrings = new Dictionary<CommentStrings>({
  en: () => import('./en.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt.js'),
});
