import { NewsrackError } from '../model/error.js';
import { webUrl } from '../model/url.js';

/** `frame.json`: what the frame page of this folder may show. */
export interface FrameSettings {
  /** Addresses of sites, APIs, feeds and forms that are the publisher's, each with everything below it; may be relative to the file. */
  sources: string[];
  /** The only widgets, such as `headlines`; all when left out. */
  widgets?: string[];
  /** Whether the address of a frame may say what stands above a widget (`heading`, `consent-text`); `false` when left out. */
  texts?: boolean;
  /** The page's title where the frame is opened by itself. */
  title?: string;
}

/** Attributes whose value is an address that has to be the publisher's. */
const addresses = ['source', 'src', 'action', 'store-url'];

/** What chooses and arranges what the publisher has; nothing that would put words into its mouth. */
const choosing =
  /^(source(-type|-key)?|src|(article|author|site)-id|category|tag|search|exclude|limit|more|refresh|layout|columns|show|order|page-size|readonly|store(-url)?|action|provider|list|tags|name-field|load|heading-level|theme|lang|dir|utm-\w+)$/;
const speaking = /^(heading|consent-text)$/;

/** Whether an address is one of these or below it. */
function isBelow(address: URL, allowed: string, base: string): boolean {
  const url = webUrl(allowed, base);
  if (!url) return false;
  const { origin, pathname, search } = new URL(url);
  if (address.origin !== origin) return false;
  if (search) return address.pathname === pathname && address.search === search;
  return (
    address.pathname === pathname || address.pathname.startsWith(pathname.replace(/\/?$/, '/'))
  );
}

/**
 * The attributes that a frame's address may give to its widget.
 *
 * @param base - Where the settings are
 * @throws {NewsrackError} `forbidden`: it names another widget or another source than the settings do.
 */
export function permitted(
  query: URLSearchParams,
  { sources, widgets, texts }: FrameSettings,
  base: string,
): [name: string, value: string][] {
  const refuse = (why: string) => {
    throw new NewsrackError('forbidden', `${why}: frame.json does not allow it.`);
  };
  const widget = query.get('widget') ?? '';
  if (widgets && !widgets.includes(widget)) refuse(`widget=${widget}`);

  const attributes = [...query].filter(
    ([name]) => choosing.test(name) || (texts && speaking.test(name)),
  );
  const asked = attributes.filter(([name]) => addresses.includes(name));
  // Left out, it is Cusdis' own.
  if (query.get('store') === 'cusdis' && !query.has('store-url'))
    asked.push(['store-url', 'https://cusdis.com/']);
  if (!asked.length) refuse('no source');
  for (const [name, value] of asked) {
    const url = webUrl(value);
    if (!url || !sources.some((allowed) => isBelow(new URL(url), allowed, base)))
      refuse(`${name}=${value}`);
  }
  return attributes;
}
