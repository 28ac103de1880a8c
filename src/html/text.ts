import { character, plain } from './plain.js';

/** What HTML calls C1 controls was meant as windows-1252. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Names in the order of the codes from 128, those of `C1` first; letters with a mark are composed instead. */
const NAMES =
  'euro,,sbquo,,bdquo,hellip,dagger,Dagger,,permil,,lsaquo,OElig,,,,,lsquo,rsquo,ldquo,rdquo,bull,ndash,mdash,,trade,,rsaquo,oelig,,,,nbsp,iexcl,cent,pound,curren,yen,,sect,,copy,ordf,laquo,not,shy,reg,,deg,plusmn,sup2,sup3,,micro,para,middot,,sup1,ordm,raquo,frac14,frac12,frac34,iquest,,,,,,,AElig,,,,,,,,,,ETH,,,,,,,times,Oslash,,,,,,THORN,szlig,,,,,,,aelig,,,,,,,,,,eth,,,,,,,divide,oslash,,,,,,thorn'.split(
    ',',
  );

const CODES: Record<string, number> = {
  apos: 39,
  ensp: 8194,
  emsp: 8195,
  thinsp: 8201,
  zwnj: 8204,
  zwj: 8205,
  prime: 8242,
  larr: 8592,
  rarr: 8594,
  minus: 8722,
  infin: 8734,
  ne: 8800,
  le: 8804,
  ge: 8805,
};

const MARKS: Record<string, number> = {
  grave: 768,
  acute: 769,
  circ: 770,
  tilde: 771,
  uml: 776,
  ring: 778,
  caron: 780,
  cedil: 807,
};

function entity(written: string, code: number, name: string): string {
  if (!name) return C1.charAt(code - 128);
  const place = NAMES.indexOf(name);
  if (place >= 0) return character(place + 128) ?? C1.charAt(place);
  if (Object.hasOwn(CODES, name)) return character(CODES[name]!)!;
  const mark = MARKS[name.slice(1)];
  const letter = mark ? (name.charAt(0) + character(mark)!).normalize('NFC') : '';
  return letter.length === 1 ? letter : written;
}

/**
 * The plain text of a piece of markup: tags, comments, scripts and style sheets go, `<br>` and the edges of
 * blocks become a space, entities are decoded once, white space is collapsed. An unknown entity and a `<`
 * that opens no tag stay as written. Needs no DOM.
 */
export function text(markup: string): string {
  return plain(markup, entity);
}
