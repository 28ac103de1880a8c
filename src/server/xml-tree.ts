import { SaxesParser } from 'saxes';
import type { XmlElement, XmlParser } from '../html/xml.js';

/** As deep as a browser goes. */
const DEEPEST = 5000;

/** HTML's elements without an end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

const XHTML = 'http://www.w3.org/1999/xhtml';

/** An element of a document, as small as it can be: a feed has hundreds of thousands. */
class TreeElement implements XmlElement {
  declare attributes?: Record<string, string>;
  /** Most elements hold one text and nothing else. */
  content: string | (TreeElement | string)[] = '';

  constructor(
    readonly nodeName: string,
    readonly localName: string,
    readonly namespaceURI: string | null,
    readonly parentElement: TreeElement | null,
  ) {}

  get children(): TreeElement[] {
    const { content } = this;
    return typeof content === 'string' ? [] : content.filter((each) => typeof each !== 'string');
  }

  get textContent(): string {
    const { content } = this;
    return typeof content === 'string'
      ? content
      : content.map((each) => (typeof each === 'string' ? each : each.textContent)).join('');
  }

  getAttribute(name: string): string | null {
    return this.attributes?.[name] ?? null;
  }

  append(part: TreeElement | string): void {
    const { content } = this;
    if (typeof content !== 'string') content.push(part);
    else if (typeof part === 'string') this.content = content + part;
    else this.content = content ? [content, part] : [part];
  }
}

function parse(xml: string): TreeElement | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const names = new Map<string, string>();
  // A name cut out of the text would keep all of it.
  const known = (name: string) => names.get(name) ?? (names.set(name, name), name);
  let root: TreeElement | undefined;
  let current: TreeElement | null = null;
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    if (++depth > DEEPEST) throw new Error('This is too deep.');
    const element = new TreeElement(known(name), known(local), uri ? known(uri) : null, current);
    for (const { name, value } of Object.values(attributes))
      (element.attributes ??= Object.create(null) as Record<string, string>)[known(name)] = value;
    current?.append(element);
    root ??= element;
    current = element;
  });
  const append = (text: string) => current?.append(text);
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => {
    depth--;
    current = current!.parentElement;
  });
  try {
    parser.write(xml).close();
  } catch {
    return undefined;
  }
  return root;
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function serialized(node: TreeElement | string, around: string | null): string {
  if (typeof node === 'string') return escaped(node);
  const { nodeName, localName, namespaceURI: space } = node;
  const attributes = Object.entries(node.attributes ?? {}).filter(([name]) => name !== 'xmlns');
  if (space !== around && nodeName === localName) attributes.unshift(['xmlns', space ?? '']);
  const tag = nodeName + attributes.map(([name, value]) => ` ${name}="${quoted(value)}"`).join('');
  const inner = innerXml(node);
  if (inner || (space === XHTML && !VOID.test(localName))) return `<${tag}>${inner}</${nodeName}>`;
  return space === XHTML ? `<${tag} />` : `<${tag}/>`;
}

const quoted = (value: string) => escaped(value).replace(/"/g, '&quot;');

const innerXml = ({ content, namespaceURI }: TreeElement, around = namespaceURI): string =>
  typeof content === 'string'
    ? escaped(content)
    : content.map((each) => serialized(each, around)).join('');

/** Stands in for the browser's own where there is none. */
export const treeParser: XmlParser = {
  parse,
  innerXml: (element) => innerXml(element as TreeElement, null),
};
