import { NewsrackError } from '../model/error.js';

/** What is asked of an element; those of a browser's document are such. */
export interface XmlElement {
  readonly nodeName: string;
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly parentElement: XmlElement | null;
  readonly children: Iterable<XmlElement> & ArrayLike<XmlElement>;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

/** What makes elements of text, and text of them. */
export interface XmlParser {
  /** The root, if the text is well formed. */
  parse(xml: string): XmlElement | undefined;
  /** What an element holds, as XML that can be read alone. */
  innerXml(element: XmlElement): string;
}

declare const trustedTypes: { createPolicy(name: string, rules: object): typeof policy };

let policy: { createHTML(xml: string): string } | undefined;

/** Pages may demand that whoever parses text has a policy; what is parsed here never becomes part of the page. */
function trusted(xml: string): string {
  try {
    policy ??= trustedTypes.createPolicy('newsrack-xml', { createHTML: (text: string) => text });
  } catch {
    // The browser knows no policies, or the page may be one that demands none.
  }
  return policy?.createHTML(xml) ?? xml;
}

function parse(xml: string): XmlElement | undefined {
  let document;
  try {
    document = new DOMParser().parseFromString(trusted(xml), 'text/xml');
  } catch (cause) {
    throw new NewsrackError('unsupported', 'Add newsrack-xml to trusted-types.', { cause });
  }
  return document.querySelector('parsererror') ? undefined : document.documentElement;
}

function innerXml(element: XmlElement): string {
  return [...(element as Element).childNodes]
    .map((node) => new XMLSerializer().serializeToString(node))
    .join('');
}

let parseXml: XmlParser['parse'] = parse;

/** What an element holds, as XML that can be read alone. */
export let xmlIn: XmlParser['innerXml'] = innerXml;

/** Puts another parser in the place of the browser's own, where there is no browser. */
export function useXmlParser(other: XmlParser): void {
  ({ parse: parseXml, innerXml: xmlIn } = other);
}

/**
 * The root of a feed's document, which belongs to no page: nothing in it runs or is requested. What is not well formed is
 * repaired as far as possible. `undefined`: nothing can be made of it.
 *
 * @throws {NewsrackError} `unsupported`: the page's Content Security Policy forbids the Trusted Types policy `newsrack-xml`.
 */
export async function parseFeedXml(text: string): Promise<XmlElement | undefined> {
  // With a document type, or where a CDATA section has no end of its own, it takes more.
  const isPlain = !/<!d/i.test(text) && text.split('<![C').length === text.split(']]>').length;
  const root = isPlain ? parseXml(text.trim()) : undefined;
  return root ?? (await import('./xml-repair.js')).repairedFeed(text, parseXml);
}
