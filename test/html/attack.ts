/** What a test needs to know whether an attack got through. */

declare global {
  var hit: () => void;
}

let hits = 0;
globalThis.hit = () => {
  hits++;
};

// What `<x-probe>` and `is="x-probed"` would wake up.
class Probe extends HTMLElement {
  connectedCallback() {
    hits++;
  }
}
customElements.define('x-probe', Probe);
customElements.define(
  'x-probed',
  class extends HTMLParagraphElement {
    connectedCallback() {
      hits++;
    }
  },
  { extends: 'p' },
);

/** How many payloads have been executed since the last time. */
export function countHits(): number {
  const count = hits;
  hits = 0;
  return count;
}

const names = `${'address article aside a abbr b bdi bdo blockquote br button caption cite code col colgroup dd del details dfn div dl dt em'} figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr`;
const allowedTags = new Set(names.split(' '));

/** What may be set by whom: by foreign markup, and by us. */
const allowedAttributes =
  /^(alt|aria-level|cite|colspan|datetime|decoding|dir|height|href|lang|loading|media|open|rel|reversed|rowspan|scope|sizes|span|src|srcset|start|title|value|width)$/;
const ourAttributes: Record<string, RegExp> = {
  button: /^(type|part|data-frame|title)$/,
  div: /^(class|dir|lang|title|tabindex|role|aria-label)$/,
  pre: /^tabindex$/,
};

/** What in this tree should not have been let through. */
export function dangers(root: ParentNode): string[] {
  const found: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const { localName, namespaceURI } = element;
    // The places that an article keeps between its paragraphs are not of its author's making.
    if (localName === 'slot' && /^after-paragraph-\d+$/.test(element.getAttribute('name') ?? ''))
      continue;
    if (!allowedTags.has(localName) || namespaceURI !== 'http://www.w3.org/1999/xhtml')
      found.push(`<${localName}>`);
    for (const { name, value } of element.attributes) {
      const shown = `<${localName} ${name}="${value}">`;
      if (!allowedAttributes.test(name) && !ourAttributes[localName]?.test(name)) found.push(shown);
      if (name === 'class' && !/^(frame|scroll)$/.test(value)) found.push(shown);
      const leads = /^(href|src|cite|data-frame)$/.test(name);
      const protocols = name === 'href' ? /^(https?|mailto|tel):/ : /^https?:/;
      if (leads && !protocols.test(value)) found.push(shown);
      if (name === 'srcset' && !value.split(', ').every((each) => /^https?:/.test(each)))
        found.push(shown);
      if (
        name === 'data-frame' &&
        !/^https:\/\/(www\.youtube-nocookie|player\.vimeo)\.com\//.test(value)
      )
        found.push(shown);
    }
    if (localName === 'a' && !element.getAttribute('rel')?.startsWith('noopener'))
      found.push('<a> without rel=noopener');
  }
  return found;
}

/** Does to everything in a tree what a reader may do, but follows no links. */
export function provoke(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    for (const type of ['mouseover', 'pointerdown', 'focus', 'keydown', 'load', 'error', 'toggle'])
      element.dispatchEvent(new Event(type));
    element.focus?.();
    if (!element.closest('a, button')) element.click?.();
  }
}

/** Resolves when every picture has come or failed. */
export async function picturesSettled(root: ParentNode): Promise<void> {
  const pictures = [...root.querySelectorAll('img')];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all(
    pictures.map(
      (picture) =>
        new Promise((resolve) => {
          if (picture.complete) resolve(picture);
          picture.addEventListener('load', resolve);
          picture.addEventListener('error', resolve);
        }),
    ),
  );
  await new Promise(requestAnimationFrame);
}
