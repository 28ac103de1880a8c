import { withText } from './plain.js';
import type { XmlElement } from './xml.js';

type Parse = (xml: string) => XmlElement | undefined;

/** What stands before the root. A document type is dropped: what it would define is not taken from a stranger. */
const PROLOG = /^(?:[^<]+|<\?[^]*?\?>|<!--[^]*?-->|<!doctype(?:[^[>]|\[[^]*?\]\s*(?=>))*>)*/i;

/**
 * Whether the end of a CDATA section is missing, so that it reaches into another item: what follows there would be taken
 * for the first one's, although all of it is well formed.
 */
const runsOn = (text: string): boolean =>
  text
    .split('<![CDATA[')
    .slice(1, -1)
    .some((section) => !section.includes(']]>') && /<\/(\w+:)?(item|entry)>/.test(section));

/**
 * The root of a feed that has a document type or is not well formed: repaired where there is one way only to do that; else with each of its items
 * that is well formed by itself.
 */
export async function repairedFeed(text: string, parser: Parse): Promise<XmlElement | undefined> {
  const parsed: Parse = runsOn(text) ? () => undefined : parser;
  const root = parsed(text.replace(PROLOG, ''));
  if (root) return root;
  const start = text.search(/<(?:\w+:)?(?:rss|feed|rdf)[\s>]/i);
  if (start < 0) return undefined;
  const xml = await withText((toText) => repaired(text.slice(start), toText));
  return parsed(xml) ?? salvaged(xml, parser);
}

/** What is in the namespaces that these prefixes are for. */
const SPACES: Record<string, string | undefined> = {
  __proto__: null as never,
  media: 'mrss',
  dc: 'elements',
  dcterms: 'terms',
};

/** Entities that only HTML knows, ampersands and characters that stand for nothing, prefixes that nobody declared. */
function repaired(xml: string, toText: (markup: string) => string): string {
  const [head = '', tag = ''] = /^<([^\s>]+)[^>]*/.exec(xml) ?? [];
  const prefixes = new Set<string>();
  for (const [, prefix] of xml.matchAll(/[<\s]([a-z][\w-]*):[\w-]+(?=[\s=/>])/gi))
    if (!/^xml/i.test(prefix!) && !head.includes(`xmlns:${prefix}=`)) prefixes.add(prefix!);
  const declared = [...prefixes]
    .map((prefix) => ` xmlns:${prefix}="urn:${SPACES[prefix] ?? prefix}"`)
    .join('');
  return `<${tag}${declared}${xml.slice(tag.length + 1)}`
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(
      /<!\[CDATA\[[^]*?(?:\]\]>|$)|<!--[^]*?-->|&(?:#(x[\da-f]+|\d+);|(\w+);)?/gi,
      (found, number?: string, name?: string) => {
        if (found.startsWith('<') || /^(amp|lt|gt|quot|apos)$/.test(name!)) return found;
        const character = toText(`-${found}-`).slice(1, -1);
        return character === found || found === '&' || /[\p{Cc}<&\ufffe\uffff]/u.test(character)
          ? number
            ? ''
            : `&amp;${name ? `${name};` : ''}`
          : character;
      },
    );
}

/** Markup that was not escaped. */
const RAW =
  /(<(description|summary|content(?::encoded)?)(?:\s[^>]*)?>)(?!\s*<!\[CDATA)([^]*?)(<\/\2>)/g;

/** A document of the items that are well formed. One that may hold a part of another is none. */
function salvaged(xml: string, parsed: Parse): XmlElement | undefined {
  const [start, ...pieces] = xml.split(/(?=<(?:\w+:)?(?:item|entry)[\s>])/);
  const [root, tag] = /^<([^\s>]+)[^>]*>/.exec(start!) ?? [];
  if (!root) return undefined;
  const close = `</${tag}>`;
  const items: string[] = [];
  for (const piece of pieces) {
    const [, name] = /^<([^\s>]+)/.exec(piece)!;
    const end = piece.indexOf(`</${name}>`) + name!.length + 3;
    // Without an end it runs into the next one; what ends a CDATA section after it began that before it.
    if (end < name!.length + 3 || piece.includes(']]>', end)) continue;
    const item = piece.slice(0, end);
    const kept = [item, item.replace(RAW, '$1<![CDATA[$3]]>$4')].find((each) => {
      const [element] = parsed(root + each + close)?.children ?? [];
      return (
        element && [...element.children].filter(({ nodeName }) => nodeName === 'title').length < 2
      );
    });
    if (kept) items.push(kept);
  }
  if (!items.length) return undefined;
  const open = /<channel[\s>]/.test(start!) && !/<\/channel>/.test(start!);
  const body = items.join('') + (open ? '</channel>' : '') + close;
  return parsed(start! + body) ?? parsed(`${root}${open ? '<channel>' : ''}${body}`);
}
