import { plain } from '../../html/plain.js';

const fromTheRight = /^(ar|arc|ckb|dv|fa|he|iw|ku-arab|nqo|pnb|ps|sd|syr|ug|ur|yi)\b/i;
/** The blocks of letters that are written from the right: https://www.unicode.org/roadmaps/ */
const letterFromTheRight = /[\u0590-\u08ff\ufb1d-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * `dir` of a text in a language; where that is not known, its first letter tells, as with `dir=auto`. That itself stops
 * at the first slot, and takes Chromium seconds in a body of thousands of paragraphs: it looks anew for each one that comes.
 */
export function directionOf(language: string | undefined, markup = ''): 'auto' | 'ltr' | 'rtl' {
  const letter = language ? undefined : /\p{L}/u.exec(plain(markup, () => ''))?.[0];
  if (!language && !letter) return 'auto';
  return (letter ? letterFromTheRight : fromTheRight).test(letter ?? language!) ? 'rtl' : 'ltr';
}
