import { webUrl } from '../model/url.js';
import { playerOf } from './players.js';

/** What kind of markup it is: each kind has its own list of what may be in it. */
export type Profile = 'article' | 'bio' | 'comment';

export interface SanitizeOptions {
  profile: Profile;
  /** Address of the page that the markup was written for: relative addresses are resolved against it. */
  base?: string;
  /** Level of the markup's first headings in the page's outline; as written when left out. */
  headingLevel?: number;
  /**
   * Label of the button that stands in for a frame of this host; the button has the frame's address in `data-frame`.
   * Without it a link stands there.
   */
  frameLabel?(host: string): string;
}

const inLists = (words: Record<Profile, string>) =>
  Object.fromEntries(
    Object.entries(words).map(([profile, names]) => [profile, names.split(' ')]),
  ) as Record<Profile, string[]>;

const inline =
  'a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr';
const blocks = 'blockquote dd div dl dt li ol p pre ul';
const tags = inLists({
  comment: 'a abbr b blockquote br cite code del em i ins kbd li ol p pre q s strong sub sup u ul',
  bio: `${inline} ${blocks}`,
  article: `${inline} ${blocks} address article aside caption col colgroup details figcaption figure footer h1 h2 h3 h4 h5 h6 header hr iframe img picture section source summary table tbody td tfoot th thead tr`,
});

const attributes = inLists({
  comment: 'cite dir href lang title',
  bio: 'cite datetime dir href lang rel reversed start title value',
  article:
    'alt cite colspan datetime dir height href lang media open rel reversed rowspan scope sizes span src srcset start title value width',
});

/** What may be in a piece of markup; all else is taken out of it. */
export interface Allowed {
  tags: string[];
  attributes: string[];
  /** What these hold is no text for readers: it goes with them. */
  wholly: string[];
}

const wholly =
  'audio colgroup head iframe math noembed noframes plaintext script style svg template thead title video xmp'.split(
    ' ',
  );

/** What takes out of markup all that is not allowed. What an element held stays, where readers could read it. */
export type Filter = (markup: string, allowed: Allowed) => DocumentFragment;

/**
 * Markup of a publisher or a reader, made safe: only what the profile lists is left, addresses are absolute and lead to
 * the web, to mail or to the telephone. Nothing is requested for it before it stands in the page, and nothing for its
 * frames at all.
 *
 * @throws {NewsrackError} `unsupported`: the page's Content Security Policy forbids the Trusted Types policy `newsrack`.
 */
export type Sanitize = (markup: string, options: SanitizeOptions) => DocumentFragment;

export const sanitizerWith =
  (filter: Filter): Sanitize =>
  (markup, options) => {
    const { profile } = options;
    const allowed = { tags: tags[profile], attributes: attributes[profile], wholly };
    // Parsers do not agree on `noscript`, and pictures that wait for a script stand in it: let it be any other element.
    const fragment = filter(markup.replace(/(<\/?)noscript/gi, '$1nr-noscript'), allowed);
    finish(fragment, options);
    return fragment;
  };

/** What lists cannot say: where addresses may lead, and what stands in for frames. */
function finish(fragment: DocumentFragment, options: SanitizeOptions): void {
  const { profile, base, headingLevel } = options;
  for (const element of fragment.querySelectorAll('*')) {
    const set = (name: string, value: string | undefined) => {
      if (value === undefined) element.removeAttribute(name);
      else element.setAttribute(name, value);
    };
    for (const name of ['src', 'cite']) {
      if (element.hasAttribute(name)) set(name, webUrl(element.getAttribute(name), base));
    }
    if (element.hasAttribute('srcset')) {
      set('srcset', sourceSet(element.getAttribute('srcset')!, base));
    }
    if (element.hasAttribute('href')) set('href', linkUrl(element.getAttribute('href'), base));
    switch (element.localName) {
      case 'a':
        set('rel', relOf(element.getAttribute('rel'), profile));
        break;
      case 'img':
        set('loading', 'lazy');
        set('decoding', 'async');
        if (!element.hasAttribute('src') && !element.hasAttribute('srcset')) element.remove();
        else if (!element.hasAttribute('alt')) set('alt', '');
        break;
      case 'iframe':
      case 'nr-iframe':
        element.replaceWith(...standIn(element, options));
        break;
      default: {
        const level = headingLevel && /^h[1-6]$/.exec(element.localName)?.[0].charAt(1);
        if (level)
          set('aria-level', `${Math.min(6, Math.max(Number(level), 2) - 2 + headingLevel)}`);
      }
    }
  }
}

function linkUrl(raw: string | null, base?: string): string | undefined {
  if (!raw) return undefined;
  try {
    const { protocol, href } = new URL(raw, base);
    return /^(https?|mailto|tel):$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** What a publisher said about a link stays; a reader has nothing to say about it. */
function relOf(given: string | null, profile: Profile): string {
  if (profile === 'comment') return 'noopener ugc nofollow';
  const kept = given?.toLowerCase().match(/\b(nofollow|sponsored|ugc)\b/g) ?? [];
  return ['noopener', ...kept].join(' ');
}

/** The candidates of a `srcset` that lead to the web. An address may have commas in it, but not at its ends. */
function sourceSet(raw: string, base?: string): string | undefined {
  const candidates: string[] = [];
  // No part of this can be matched in two ways: it is as fast on long nonsense.
  for (const [, address, sizes] of raw.matchAll(/([^\s,]\S*)(?:(?<!,)\s+([^,]*))?/g)) {
    let end = address!.length;
    while (address![end - 1] === ',') end--;
    const url = webUrl(address!.slice(0, end), base);
    const size = sizes?.split(/\s+/).find((each) => /^[\d.]+[wx]$/.test(each));
    if (url && (size || !sizes)) candidates.push(size ? `${url} ${size}` : url);
  }
  return candidates.join(', ') || undefined;
}

/** For a frame of a host that we know, what asks for it; for others nothing. */
function standIn(frame: Element, { base, frameLabel }: SanitizeOptions): Element[] {
  const player = playerOf(webUrl(frame.getAttribute('src'), base));
  if (!player) return [];
  const { ownerDocument } = frame;
  const { host } = new URL(player);
  const title = frame.getAttribute('title') || host;
  const door = ownerDocument.createElement(frameLabel ? 'button' : 'a');
  if (frameLabel) {
    door.textContent = frameLabel(host);
    door.setAttribute('type', 'button');
    door.setAttribute('part', 'button');
    door.setAttribute('data-frame', player);
    door.setAttribute('title', title);
  } else {
    door.textContent = title;
    door.setAttribute('href', player);
    door.setAttribute('rel', 'noopener');
  }
  const box = ownerDocument.createElement('div');
  box.className = 'frame';
  box.append(door);
  return [box];
}
