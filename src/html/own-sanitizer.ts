import type { Allowed, Filter } from './sanitize.js';

/** Of the HTML Sanitizer API (https://wicg.github.io/sanitizer-api/) what is used here. */
interface BrowserSanitizer {
  replaceElementWithChildren(name: string): boolean;
}
interface SanitizerWindow {
  Sanitizer: new (config: object) => BrowserSanitizer;
}
interface Sanitizing {
  setHTML(markup: string, options: { sanitizer: BrowserSanitizer }): void;
}

/** A sanitizer has to know each name of a tag that it must replace by what it holds: learned as they come. */
interface Learning {
  sanitizer: BrowserSanitizer;
  learned: Set<string>;
}

/** Each name makes all later calls slower: no honest page has as many. */
const mostNames = 100;

const sanitizers = new Map<Allowed['tags'], Learning>();

function learning({ tags, attributes }: Allowed): Learning {
  const known = sanitizers.get(tags);
  if (known && known.learned.size < mostNames) return known;
  const { Sanitizer } = window as unknown as SanitizerWindow;
  const made = {
    sanitizer: new Sanitizer({
      elements: tags.map(renamedTag),
      attributes,
      comments: false,
      dataAttributes: false,
      processingInstructions: [],
    }),
    learned: new Set<string>(),
  };
  sanitizers.set(tags, made);
  return made;
}

/**
 * `setHTML` has its own mind about some elements, whatever the list says. Under another name, frames are left for
 * `sanitize` to put buttons in their places, objects leave what they hold, and no template becomes a shadow tree.
 */
const renamed = (markup: string) => markup.replace(/(<\/?)(iframe|object|template)/gi, '$1nr-$2');
const renamedTag = (name: string) => renamed(`<${name}`).slice(1);

/** As a parser reads a tag's name: of letters, only those of ASCII are made small. */
const nameOf = (raw: string) =>
  raw.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replaceAll('\0', '\uFFFD');

/** Where nothing that is parsed asks for anything or runs. */
let inert: Document | undefined;

/** The browser's own sanitizer; see `hasSanitizer` in open.ts. */
export const filter: Filter = (markup, allowed) => {
  const { sanitizer, learned } = learning(allowed);
  const keptOut = new Set([...allowed.tags, ...allowed.wholly].map(renamedTag));
  const source = renamed(markup);
  // A parser adds the rows of a table by itself.
  const names = [...source.matchAll(/<([a-z][^\t\n\f\r />]*)/gi)].map(([, raw]) => nameOf(raw!));
  for (const name of ['tbody', 'tr', ...names]) {
    if (keptOut.has(name) || learned.has(name)) continue;
    learned.add(name);
    sanitizer.replaceElementWithChildren(name);
  }
  inert ??= document.implementation.createHTMLDocument('');
  const place = inert.createElement('div') as unknown as HTMLElement & Sanitizing;
  place.setHTML(source, { sanitizer });
  const fragment = inert.createDocumentFragment();
  fragment.append(...place.childNodes);
  return fragment;
};
