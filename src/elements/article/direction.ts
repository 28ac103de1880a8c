const fromTheRight = /^(ar|arc|ckb|dv|fa|he|iw|ku-arab|nqo|pnb|ps|sd|syr|ug|ur|yi)\b/i;
/** Begins with a letter of the blocks that are written from the right: https://www.unicode.org/roadmaps/ */
const beginsFromTheRight =
  /^\P{L}*[\u0590-\u08ff\ufb1d-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * `dir` of a text in a language; where that is not known, its first letter tells, as with `dir=auto`. That itself ends at
 * a slot, and would take Chromium seconds in a body of thousands of paragraphs: it looks anew for each one that comes.
 */
export function directionOf(language: string | undefined, markup = ''): 'auto' | 'ltr' | 'rtl' {
  const text = markup.slice(0, 2000).replace(/<[^>]*>?|&[#\w]*;?/g, '');
  if (!language && !/\p{L}/u.test(text)) return 'auto';
  return (language ? fromTheRight.test(language) : beginsFromTheRight.test(text)) ? 'rtl' : 'ltr';
}
