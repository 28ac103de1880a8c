import type { XmlElement } from '../../html/xml.js';
import { webUrl } from '../../model/url.js';
import { escaped } from './feed.js';

/** What few feeds need of their addresses and bodies. */
export interface FeedMarkup {
  /** What is relative in an element is relative to this: the document's own address, or the `xml:base` around it. */
  baseOf(element: XmlElement | null): string;
  /** The body that an element holds as HTML: with absolute addresses where an `xml:base` says so, and escaped once. */
  mended(markup: string, element: XmlElement | undefined): string;
}

const TAG = /<[a-z][^<>]*>/gi;
const ADDRESS = /(\s(?:href|src|poster|cite)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const SET = /(\ssrcset\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;

/** Markup that is text unless it is read once more: all of its tags are escaped, and it begins with one. */
const TWICE = /^&lt;(p|div|h\d|[uo]l|figure|img|table|blockquote|a|strong|em|br)\b[^<]*&gt;[^<]*$/i;

const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** In feeds WordPress has pictures of emoji, which its style makes small. */
const EMOJI =
  /<img\b(?=[^<>]{0,500}\ssrc="https:\/\/s\.w\.org\/images\/core\/emoji\/)[^<>]{0,500}\salt="([^"<>]{0,99})"[^<>]{0,500}>/gi;

const CDATA = /<!\[CDATA\[([^]*?)\]\]>/g;

/** XHTML as HTML has it: without prefixes and the names of spaces, and its CDATA as text. */
function plainHtml(markup: string, children: XmlElement[]): string {
  const isHtml = ({ namespaceURI }: XmlElement) => !!namespaceURI?.endsWith('/xhtml');
  const [prefix] = children.find(isHtml)?.nodeName.match(/^.+:/) ?? [];
  return markup
    .replace(CDATA, (_, text: string) => escaped(text))
    .replace(TAG, (tag) => tag.replace(/\sxmlns(:[\w-]+)?="[^"]*"/g, ''))
    .replace(/<\/?[\w-]+:/g, (start) =>
      prefix && start.endsWith(prefix) ? start.slice(0, -prefix.length) : start,
    );
}

const unescaped = (markup: string) =>
  markup.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => characters[name]!);

const unescapedOnce = (markup: string) => (TWICE.test(markup) ? unescaped(markup) : markup);

/** @param home - The feed's own address */
export function markupOf(home: string): FeedMarkup {
  function baseOf(element: XmlElement | null): string {
    if (!element) return home;
    const outer = baseOf(element.parentElement);
    return webUrl(element.getAttribute('xml:base'), outer) ?? outer;
  }

  const isSaid = (element: XmlElement | null): boolean =>
    !!element && (element.getAttribute('xml:base') !== null || isSaid(element.parentElement));

  function absolute(markup: string, base: string): string {
    const from = (written: string) =>
      // What leads to a place in the same text stays there.
      /^#|^[a-z][a-z\d+.-]*:/i.test(written.trim())
        ? written
        : (webUrl(unescaped(written), base)?.replace(/&/g, '&amp;').replace(/"/g, '&quot;') ??
          written);
    return markup.replace(TAG, (tag) =>
      tag
        .replace(
          ADDRESS,
          (_, name: string, a?: string, b?: string, c?: string) =>
            `${name}"${from(a ?? b ?? c ?? '')}"`,
        )
        .replace(
          SET,
          (_, name: string, a?: string, b?: string) =>
            `${name}"${(a ?? b ?? '').replace(/[^\s,]\S*[^\s,](?=\s|,|$)/g, (each) =>
              /^[\d.]+[wxh]$/.test(each) ? each : from(each),
            )}"`,
        ),
    );
  }

  return {
    baseOf,
    mended(markup, element) {
      const children = [...(element?.children ?? [])];
      const once = children.length
        ? plainHtml(markup, children)
        : // What was wrapped twice shows its inner wrapping.
          unescapedOnce(markup.replace(CDATA, '$1'));
      const signs = once.replace(EMOJI, '$1');
      return element && isSaid(element) ? absolute(signs, baseOf(element)) : signs;
    },
  };
}
