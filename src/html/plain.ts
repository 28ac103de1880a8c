const BLOCK = /^<\/?(?:br|hr|p|div|li|[uod]l|d[td]|h\d|t[drh]|pre|blockquote|fig\w+)\b/i;

/*
 * Comments, the content of scripts and style sheets, tags. Every alternative ends at its close or at the end of the
 * input, so that nothing is looked at twice: the time grows with the length, whatever comes.
 */
const MARKUP =
  /<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?=<\/\1[\s/>]|$)|<[/!?a-z](?:=\s*"[^"]*(?:"|$)|=\s*'[^']*(?:'|$)|[^>=]+|=)*(>|$)/gi;

/** The names that publishing systems write themselves; the others are in text.ts. */
const COMMON: Record<string, string | undefined> = {
  __proto__: null as never,
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\xa0',
  hellip: '…',
};

/** The character of a code; `undefined` for one that HTML takes for another. */
export function character(code: number): string | undefined {
  if (code > 127 && code < 160) return undefined;
  return code && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}

/**
 * The plain text of a piece of markup, as `text()` makes it.
 *
 * @param rare - Decodes what is not common: a code from 128 to 159, or a name.
 */
export function plain(
  markup: string,
  rare: (written: string, code: number, name: string) => string,
): string {
  return (
    markup
      .replace(MARKUP, (match: string, _script, close?: string) => {
        // An unclosed tag is text; what is closed inside it is not.
        if (close === '') return match.replace(/<[/a-z][^<>]*>/gi, ' ');
        return BLOCK.test(match) ? ' ' : '';
      })
      .replace(/&(?:#(x[\da-f]+|\d+);?|(\w+);)/gi, (written, number: string, name: string) => {
        const code = Number(number?.replace(/^x/i, '0x'));
        return (number ? character(code) : COMMON[name]) ?? rare(written, code, name);
      })
      // What an XML parser has decoded already.
      .replace(/[\x80-\x9f]/g, (written) => rare(written, written.charCodeAt(0), ''))
      .replace(/\s{2,}|[\t\n\f\r]/g, ' ')
      .trim()
  );
}

/** Makes text of markup. */
export type ToText = (markup: string) => string;

/** Maps markup to text; the table of rare entities is fetched only where one occurs. */
export async function withText<T>(map: (text: ToText) => T): Promise<T> {
  let isRare = false;
  const mapped = map((markup) =>
    plain(markup, (written) => {
      isRare = true;
      return written;
    }),
  );
  if (!isRare) return mapped;
  try {
    return map((await import('./text.js')).text);
  } catch {
    // Without the table they stay as written.
    return mapped;
  }
}
