const fromTheRight = /^(ar|arc|ckb|dv|fa|he|iw|ku-arab|nqo|pnb|ps|sd|syr|ug|ur|yi)\b/i;

/** `dir` of a text in a language; where that is not known, the text's own letters tell. */
export const directionOf = (language: string | undefined): 'auto' | 'ltr' | 'rtl' =>
  language ? (fromTheRight.test(language) ? 'rtl' : 'ltr') : 'auto';
