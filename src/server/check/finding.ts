/** What stands in the way of widgets, or could be better. */
export interface Finding {
  /** `problem`: something does not work. `advice`: it works, and could work better. */
  level: 'problem' | 'advice';
  /** For machines: which kind of thing it is. */
  code:
    | 'attribute'
    | 'cache'
    | 'content'
    | 'cors'
    | 'csp'
    | 'frame'
    | 'integrity'
    | 'loader'
    | 'mixed-content'
    | 'source'
    | 'style-sheet'
    | 'widget';
  /** Where in the page's HTML. */
  line?: number;
  message: string;
  /** What to put into the page or its headers instead. */
  paste?: string;
}

/** Something that the page's Content Security Policy has to allow. */
export interface Need {
  directive: 'script-src' | 'style-src' | 'connect-src' | 'img-src' | 'form-action' | 'frame-src';
  url: string;
  /** For what, in a sentence. */
  use: string;
  /** What the element says that asks for it, and lets a policy allow it without its address. */
  nonce?: string;
  integrity?: string;
  /** A script that another one of these fetches, and not a tag. */
  imported?: boolean;
  /** It stands in the page itself. */
  isInline?: boolean;
}

/** What the parts of a check tell and want. */
export interface Findings {
  found: Finding[];
  needs: Need[];
}

/** The nearest of these words to one that is none of them, if it is near. */
export function meant(word: string, words: Iterable<string>): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[-_\s]/g, '');
  let nearest: string | undefined;
  let least = Math.min(3, Math.ceil(word.length / 3) + 1);
  for (const each of words) {
    const steps = distance(plain(word), plain(each));
    if (steps < least) [nearest, least] = [each, steps];
  }
  return nearest;
}

export const didYouMean = (word: string, words: Iterable<string>): string => {
  const nearest = meant(word, words);
  return nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
};

/** How many letters have to be added, taken away, changed or swapped with the next. */
function distance(from: string, to: string): number {
  const rows: number[][] = [[...new Array<number>(to.length + 1).keys()]];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + Number(!isSame),
        isSwapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
      );
    }
    rows.push(row);
  }
  return rows.at(-1)!.at(-1)!;
}
