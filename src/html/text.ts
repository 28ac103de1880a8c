const BLOCK =
  /^<\/?(?:br|hr|p|div|li|[uod]l|d[td]|h\d|t[drh]|pre|blockquote|fig\w+|section|article)\b/i;

/*
 * Comments, the content of scripts and style sheets, tags. Every alternative ends at its close or at the
 * end of the input, so nothing is scanned twice: the time grows with the length, whatever comes.
 */
const MARKUP =
  /<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?=<\/\1[\s/>]|$)|<[/!?a-z](?:=\s*"[^"]*(?:"|$)|=\s*'[^']*(?:'|$)|[^>=]+|=)*(>|$)/gi;

const MARKS: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  caron: '\u030c',
  cedil: '\u0327',
};

/** Names and what they stand for, one after the other; accented letters are composed instead. */
const NAMED =
  'amp&lt<gt>quot"apos\'nbsp\u00a0iexcl¡cent¢pound£yen¥sect§copy©ordfªlaquo«shy\u00adreg®deg°plusmn±sup2²sup3³para¶middot·ordmºraquo»frac14¼frac12½frac34¾iquest¿AElig\u00c6ETHÐtimes×OslashØTHORNÞszligßaelig\u00e6ethðdivide÷oslashøthornþOElig\u0152oelig\u0153ensp\u2002emsp\u2003thinsp\u2009zwnj\u200czwj\u200dlrm\u200erlm\u200fndash–mdash—lsquo‘rsquo’sbquo‚ldquo“rdquo”bdquo„bull•hellip…prime′Prime″lsaquo‹rsaquo›euro€trade™larr←rarr→minus−';

const named = new Map(Array.from(NAMED.matchAll(/(\w+)(\W)/g), ([, name, char]) => [name, char]));

const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function character(code: number): string {
  // What HTML calls a C1 control was meant as windows-1252.
  if (code > 127 && code < 160) return C1.charAt(code - 128);
  return code && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}

function entity(written: string, number: string, name: string): string {
  if (number) return character(Number(number.replace(/^x/i, '0x')));
  const known = named.get(name);
  if (known) return known;
  const composed = `${name.charAt(0)}${MARKS[name.slice(1)] ?? '??'}`.normalize('NFC');
  return composed.length === 1 ? composed : written;
}

/**
 * The plain text of a piece of markup: tags, comments, scripts and style sheets go, `<br>` and the edges of
 * blocks become a space, entities are decoded once, white space is collapsed. An unknown entity and a `<`
 * that opens no tag stay as written. Needs no DOM.
 */
export function text(markup: string): string {
  return markup
    .replace(MARKUP, (match: string, _skipped, close?: string) => {
      // An unclosed tag is text; what is closed inside it is not.
      if (close === '') return match.replace(/<[/a-z][^<>]*>/gi, ' ');
      return BLOCK.test(match) ? ' ' : '';
    })
    .replace(/&(?:#(x[\da-f]+|\d+);?|(\w+);)/gi, entity)
    .replace(/\s{2,}|[\t\n\f\r]/g, ' ')
    .trim();
}
