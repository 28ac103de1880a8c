import type { Allowed, Filter } from './sanitize.js';
import { trustedTypesPolicy } from './trusted-types.js';

/** Of the HTML Sanitizer API (https://wicg.github.io/sanitizer-api/) what is used here. */
interface BrowserSanitizer {
  replaceElementWithChildren(name: string): boolean;
}
interface SanitizerWindow {
  Sanitizer: new (config: object) => BrowserSanitizer;
}
interface Sanitizing {
  setHTML(markup: string, options: object): void;
  setHTMLUnsafe(markup: string, options: object): void;
}

/** What these hold is no text for readers: it goes with them, as DOMPurify has it. */
const wholly =
  'audio colgroup head iframe math noembed noframes noscript plaintext script style svg template thead title video xmp';
const opaque = new Set(wholly.split(' '));

/** Of each list one, which learns names of tags that it has to replace by what they hold. */
const sanitizers = new Map<Allowed['tags'], BrowserSanitizer>();

/** Where nothing that is parsed asks for anything or runs. */
let inert: Document | undefined;

/** The browser's own sanitizer; see `hasSanitizer` in open.ts. */
export const filter: Filter = (markup, { tags, attributes }) => {
  let sanitizer = sanitizers.get(tags);
  if (!sanitizer) {
    const { Sanitizer } = window as unknown as SanitizerWindow;
    sanitizer = new Sanitizer({
      elements: tags,
      attributes,
      comments: false,
      dataAttributes: false,
    });
    sanitizers.set(tags, sanitizer);
  }
  let frames = false;
  for (const [, name] of markup.toLowerCase().matchAll(/<([a-z][^\s/>]*)/g)) {
    frames ||= name === 'iframe';
    if (!tags.includes(name!) && !opaque.has(name!)) sanitizer.replaceElementWithChildren(name!);
  }
  inert ??= document.implementation.createHTMLDocument('');
  const place = inert.createElement('div') as unknown as HTMLElement & Sanitizing;
  // The safe way takes frames out, whatever the list says: ours become buttons, in the inert document already.
  if (frames && tags.includes('iframe')) {
    place.setHTMLUnsafe(trustedTypesPolicy()?.createHTML(markup) ?? markup, { sanitizer });
  } else place.setHTML(markup, { sanitizer });
  const fragment = inert.createDocumentFragment();
  fragment.append(...place.childNodes);
  return fragment;
};
