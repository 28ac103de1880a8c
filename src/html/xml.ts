import { NewsrackError } from '../model/error.js';

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

/** The root, if the text is well formed. */
export function parsed(xml: string): Element | undefined {
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

/**
 * The root of a feed's document, which belongs to no page: nothing in it runs or is requested. What is not well formed is
 * repaired as far as possible. `undefined`: nothing can be made of it.
 *
 * @throws {NewsrackError} `unsupported`: the page's Content Security Policy forbids the Trusted Types policy `newsrack-xml`.
 */
export async function parseFeedXml(text: string): Promise<Element | undefined> {
  return (
    parsed(text.replace(PROLOG, '')) ?? (await import('./xml-repair.js')).repairedFeed(text, parsed)
  );
}
