import { readFile } from 'node:fs/promises';

/** What the value of an attribute may be. */
export interface KnownAttribute {
  name: string;
  /** The only values. */
  values?: string[];
  /** The only words, of which several may stand in it. */
  words?: string[];
  /** A whole number within these. */
  range?: [least: number, most: number];
  /** The page may have registered others, whose names begin with `x-`. */
  isOpen: boolean;
}

/** By tag: its attributes, by name. */
export type KnownElements = Map<string, Map<string, KnownAttribute>>;

interface Manifest {
  modules: {
    declarations?: {
      tagName?: string;
      attributes?: { name: string; type?: { text: string }; description?: string }[];
    }[];
  }[];
}

/** The elements as the package's Custom Elements Manifest has them, which tells bounds and words in its descriptions. */
export async function knownElements(): Promise<KnownElements> {
  const file = new URL('../../custom-elements.json', import.meta.url);
  const { modules } = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  const elements: KnownElements = new Map();
  for (const { tagName, attributes = [] } of modules.flatMap((each) => each.declarations ?? [])) {
    if (!tagName) continue;
    elements.set(
      tagName,
      new Map(
        attributes.map(({ name, type: { text: type = '' } = {}, description = '' }) => [
          name,
          {
            name,
            values: /^(\| )?('[\w-]+'|\d+)( \||$)/.test(type) ? type.match(/[\w-]+/g)! : undefined,
            words: name === 'show' ? /`([^`]+)`/.exec(description)?.[1]?.split(' ') : undefined,
            range: /^number/.test(type) ? rangeIn(description) : undefined,
            isOpen: description.includes('`x-…`'),
          },
        ]),
      ),
    );
  }
  return elements;
}

function rangeIn(description: string): [number, number] {
  const [, least, most] = /(\d+) to (\d+)/.exec(description) ?? [];
  const [, from = '0'] = /(\d+) or more/.exec(description) ?? [];
  return least ? [Number(least), Number(most)] : [Number(from), Infinity];
}
