import type { ToText } from '../../html/plain.js';
import { parseFeedXml, xmlIn, type XmlElement } from '../../html/xml.js';
import type { Article, Author, Picture } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import type { TextDocument } from '../../net/document.js';
import { brief, escaped, titleMarkup, openFeed, publisherOf, type Feed } from './feed.js';
import { loaded } from '../../model/loaded.js';
import type { Publisher, Source } from '../publisher.js';

/** An element's children by name: `title`, or `mrss:content` for those that are not the feed's own. */
type Fields = Record<string, XmlElement[] | undefined>;

/** What a namespace is called here: a prefix may be any. */
const SPACES = /content|elements|itunes|mrss/;

/** Atom's and Dublin Core's terms mean the same wherever they stand. */
function nameOf({ localName, namespaceURI: space }: XmlElement, own: string | null): string {
  // Some write `pubdate`, or `Link`.
  const name = localName.toLowerCase();
  return space === own || !space || /atom|terms/i.test(space)
    ? name
    : `${String(SPACES.exec(space))}:${name}`;
}

function fieldsOf(
  parent: XmlElement,
  own = parent.namespaceURI,
  fields: Fields = { __proto__: null as never },
): Fields {
  for (const child of parent.children) {
    const name = nameOf(child, own);
    (fields[name] ??= []).push(child);
    // Media may be in groups, and in one another.
    if (/^mrss/.test(name)) fieldsOf(child, own, fields);
  }
  return fields;
}

const attribute = (element: XmlElement | undefined, name: string): string =>
  element?.getAttribute(name)?.trim() ?? '';

const content = (element: XmlElement | undefined): string => element?.textContent?.trim() ?? '';

/** What an element or the nearest around it says of its language. */
const languageOf = (element: XmlElement | null): string | null =>
  element && (element.getAttribute('xml:lang') ?? languageOf(element.parentElement));

/** What an element holds as markup, whether it was written as text, as escaped markup or as elements. */
function markup(element: XmlElement | undefined, isAtom?: boolean, isTitle?: boolean): string {
  if (!element) return '';
  if (element.children.length) return isTitle ? escaped(content(element)) : xmlIn(element);
  const text = content(element);
  const isText = isAtom && /^$|^text(?!.h)/.test(attribute(element, 'type'));
  // Many bodies are markup and do not say so.
  return isText && (isTitle || !/<(a|br|div|img|p)\b/i.test(text))
    ? escaped(text)
    : isTitle
      ? titleMarkup(text)
      : text;
}

/** A date in another form than its format wants, or a day that not every year or month has. */
const ODD_DATE =
  /[<:](pubDate|published|issued|created|date|updated|modified)\b[^>]*>(?!\s*((\w{3}, )?(?!29 F|3. (F|Ap|Jun|S|N))\d\d? \w{3} [12]\d{3} \d\d:\d\d:\d\d (GMT|[+-]\d{4})|[12]\d{3}-(?!02-29|(0[2469]|11)-3)\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?\s*<[/])/i;

/** What every browser reads alike. */
const plainInstant = (written: string): string | undefined =>
  new Date(written).toJSON()?.replace('.000', '');

/** Reads articles from an RSS or Atom feed, of any version. */
export const open = (source: Source): Publisher =>
  openFeed(
    source,
    parse,
    // One that breaks off has at least an item that is whole.
    /<\/(\w+:)?(rss|rdf|feed|item|entry)\b/i,
    'this is neither RSS nor Atom',
  );

async function parse({ text, url: home }: TextDocument): Promise<Feed | undefined> {
  const root = await parseFeedXml(text);
  if (!root || !/^(rss|rdf|feed)$/i.test(root.localName)) return undefined;
  const instant = ODD_DATE.test(text) ? (await loaded(import('./rare.js'))).instant : plainInstant;
  const rare = /xml:base|;lt;|xhtml|core.emoji/.test(text)
    ? (await loaded(import('./rare.js'))).markupOf(home)
    : undefined;
  const isAtom = root.localName === 'feed';
  const channel = [...root.children].find(({ localName }) => /^channel$/i.test(localName)) ?? root;
  const items = [...new Set([...channel.children, ...root.children])].filter(({ localName }) =>
    /^(item|entry)$/i.test(localName),
  );
  const about = fieldsOf(channel);

  /** What is a sentence, or an address whose beginning was forgotten, would lead to somewhere else. */
  const addressIn = (element: XmlElement | undefined, written = content(element)) =>
    element && !/^(?!http).* |\n| http|^www\./i.test(written)
      ? webUrl(written.replaceAll('&amp;', '&'), rare?.baseOf(element) ?? home)
      : undefined;

  function linkOf(fields: Fields, rel = 'alternate'): string | undefined {
    const links = (fields.link ?? []).filter(
      (link) => (attribute(link, 'rel') || 'alternate').toLowerCase() === rel,
    );
    // One that is a page and says so, one that does not say what it is, any.
    for (const type of [/html/, /^$/, /^/])
      for (const link of links) {
        const url =
          type.test(attribute(link, 'type')) &&
          addressIn(link, attribute(link, 'href') || content(link));
        if (url) return url;
      }
  }

  function authorsOf(fields: Fields, text: ToText): Author[] {
    return (fields['elements:creator'] ?? fields.author ?? fields['itunes:author'] ?? [])
      .map((element) => {
        const { name, uri, url } = fieldsOf(element);
        // RSS wants an address and lets a name follow: “desk@daily.example (Ana Núñez)”. No longer than addresses are:
        // in an endless word each letter would be taken for the beginning of one.
        const plain = text(content(name?.[0] ?? element))
          .replace(/^\S{1,64}@[^\s(]{1,255}\s*\((.+)\)$/, '$1')
          .replace(/^by |<?\S{1,64}@\S+/gi, '')
          .trim();
        const address = addressIn((uri ?? url)?.[0]);
        return { id: address ?? plain, name: plain, url: address };
      })
      .filter(({ name }) => name);
  }

  function bodyIn(element: XmlElement | undefined): string {
    const written = markup(element, isAtom);
    return rare?.mended(written, element) ?? written;
  }

  const title = (fields: Fields, text: ToText) =>
    text(markup((fields.title ?? fields['elements:title'])?.[0], isAtom, true));

  function entry(index: number, text: ToText): Article | undefined {
    const item = items[index]!;
    const fields = fieldsOf(item);
    const get = (...names: string[]) => names.map((name) => fields[name]?.[0]).find(content);
    const guid = get('guid');
    const resource = attribute(item, 'rdf:about');
    const url =
      linkOf(fields) ??
      (attribute(guid, 'isPermaLink') !== 'false' ? webUrl(content(guid)) : undefined) ??
      webUrl(resource) ??
      '';
    const headline = title(fields, text);
    const body = bodyIn(get('content:encoded', 'content'));
    const summary = bodyIn(get('description', 'summary', 'elements:description'));
    const excerpt = brief(text(summary || body));
    if (!(url || headline || excerpt)) return undefined;
    const date = (...names: string[]) =>
      names.map((name) => instant(content(fields[name]?.[0]))).find(Boolean);
    const updated = date('updated', 'modified');
    const tags = [...(fields.category ?? []), ...(fields['elements:subject'] ?? [])]
      .map((each) => text(attribute(each, 'label') || attribute(each, 'term') || content(each)))
      .filter(Boolean);
    const own = authorsOf(fields, text);
    return {
      id: content(get('guid', 'id')) || resource || url || headline || excerpt!,
      url,
      headline,
      excerpt,
      body: body || summary || undefined,
      image: pictureOf(item, fields),
      kicker: tags.find((tag) => !/^(un|s[ie][nm] )categor/i.test(tag)),
      tags,
      authors: own.length ? own : authorsOf(isAtom ? about : {}, text),
      published: date('pubdate', 'published', 'issued', 'created', 'elements:date') ?? updated,
      updated,
      language:
        languageOf(item) ||
        content(get('elements:language') ?? (about.language ?? about['elements:language'])?.[0]) ||
        undefined,
      publisher: publisherOf(title(about, text), linkOf(about), home),
    };
  }

  /** The largest of those that belong to the item, with the others of its shape. */
  function pictureOf(item: XmlElement, fields: Fields): Picture | undefined {
    // Where neither says it, its name tells.
    const isImage = (each: XmlElement) =>
      /^image|^[^ ]*\.(avif|gif|jpe?g|png|webp)\b/i.test(
        attribute(each, 'medium') || attribute(each, 'type') || attribute(each, 'url'),
      );
    const enclosures = fields.link?.filter((link) => attribute(link, 'rel') === 'enclosure');
    const groups = [
      fields['mrss:content']?.filter(isImage),
      fields['mrss:thumbnail'],
      (fields.enclosure ?? enclosures)?.filter(isImage),
      fields['itunes:image'],
      fields.image,
    ];
    for (const group of groups) {
      const pictures = (group ?? [])
        .map((element) => ({
          element,
          url: addressIn(
            element,
            attribute(element, 'url') ||
              attribute(element, 'href') ||
              content(fieldsOf(element).url?.[0] ?? element),
          ),
          width: +attribute(element, 'width') || undefined,
          height: +attribute(element, 'height') || undefined,
        }))
        .filter(({ url }) => url)
        .sort((a, b) => (b.width ?? 0) - (a.width ?? 0));
      const [largest] = pictures;
      if (!largest) continue;
      const { element, url, width, height } = largest;
      const more = fieldsOf(element, item.namespaceURI);
      const sources = pictures
        .filter((each) => Math.abs(each.width! / each.height! / (width! / height!) - 1) < 0.02)
        .map(({ url, width }) => ({ url: url!, width: width! }))
        .reverse();
      return {
        url: url!,
        alt: '',
        width,
        height,
        caption: markup(more['mrss:description']?.[0]) || undefined,
        credit: content(more['mrss:credit']?.[0]) || undefined,
        sources: sources[1] && sources,
      };
    }
  }

  return { size: items.length, entry, next: linkOf(about, 'next') };
}
