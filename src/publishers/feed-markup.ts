import type { XmlElement } from '../html/xml.js';
import { webUrl } from '../model/url.js';

/** What few feeds need of their addresses and bodies. */
export interface FeedMarkup {
  /** What is relative in an element is relative to this: the document's own address, or the `xml:base` around it. */
  baseOf(element: XmlElement | null): string;
  /** The body that an element holds, with absolute addresses where an `xml:base` says so, and escaped once. */
  mended(markup: string, element: XmlElement | undefined): string;
}

const TAG = /<[a-z][^<>]*>/gi;
const ADDRESS = /(\s(?:href|src|poster|cite)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const SET = /(\ssrcset\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;

/** Markup that is text unless it is read once more: all of its tags are escaped, and it begins with one. */
const TWICE = /^&lt;(p|div|h\d|[uo]l|figure|img|table|blockquote|a|strong|em|br)\b[^<]*&gt;[^<]*$/i;

const characters: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

const unescaped = (markup: string) =>
  markup.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => characters[name]!);

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
      const once = TWICE.test(markup) ? unescaped(markup) : markup;
      return element && isSaid(element) ? absolute(once, baseOf(element)) : once;
    },
  };
}
