import { NewsrackError } from '../model/error.js';

/** What is asked of an element; those of a browser's document are such. */
export interface XmlElement {
  readonly nodeName: string;
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly parentElement: XmlElement | null;
  readonly children: Iterable<XmlElement>;
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

/** What stands before the root. A document type is dropped: what it would define is not taken from a stranger. */
const PROLOG = /^(?:[^<]+|<\?[^]*?\?>|<!--[^]*?-->|<!doctype(?:[^[>]|\[[^]*?\]\s*(?=>))*>)*/i;

let policy: { createHTML(xml: string): string } | undefined;

/** Pages may demand that whoever parses text has a policy; what is parsed here never becomes part of the page. */
function trusted(xml: string): string {
  try {
    policy ??= (
      globalThis as {
        trustedTypes?: { createPolicy(name: string, rules: object): typeof policy };
      }
    ).trustedTypes?.createPolicy('newsrack-xml', { createHTML: (text: string) => text });
  } catch {
    // It may be one that demands nothing.
  }
  return policy?.createHTML(xml) ?? xml;
}

function parse(xml: string): XmlElement | undefined {
  let document;
  try {
    document = new DOMParser().parseFromString(trusted(xml), 'text/xml');
  } catch (cause) {
    throw new NewsrackError(
      'unsupported',
      'The page’s Content Security Policy lets no feed be read; add “newsrack-xml” to its trusted-types.',
      { cause },
    );
  }
  return document.getElementsByTagName('parsererror').length ? undefined : document.documentElement;
}

function innerXml(element: XmlElement): string {
  const serializer = new XMLSerializer();
  return [...(element as Element).childNodes]
    .map((node) => serializer.serializeToString(node))
    .join('');
}

/** The browser's own. */
let parser: XmlParser = { parse, innerXml };

/** Puts another in its place, where there is no browser. */
export function useXmlParser(other: XmlParser): void {
  parser = other;
}

export const xmlIn = (element: XmlElement): string => parser.innerXml(element);

/**
 * The root of a feed's document, which belongs to no page: nothing in it runs or is requested. What is not well formed is
 * repaired as far as possible. `undefined`: nothing can be made of it.
 *
 * @throws {NewsrackError} `unsupported`: the page's Content Security Policy forbids the Trusted Types policy `newsrack-xml`.
 */
export async function parseFeedXml(text: string): Promise<XmlElement | undefined> {
  return (
    parser.parse(text.replace(PROLOG, '')) ??
    (await import('./xml-repair.js')).repairedFeed(text, parser.parse)
  );
}
