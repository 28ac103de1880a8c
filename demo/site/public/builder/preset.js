/** What a publisher prepared for its partners: presets/NAME.json beside the builder. */

/**
 * @typedef {object} PresetSource
 * @property {string} name
 * @property {string} source address of the site, API or feed; absolute, or relative to the builder
 * @property {string} [type] `source-type`
 * @property {string} [publisher] whose it is, where that is not the preset's `name`
 * @property {string} [article] address or id of an article to begin with
 * @property {string} [author] id of an author to begin with
 *
 * @typedef {object} Preset
 * @property {string} name of the publisher
 * @property {PresetSource[]} sources
 * @property {boolean} [closed] no other addresses can be read from or sent to than these
 * @property {string} [newsletter] `action` of the newsletter's form to begin with
 * @property {string[]} [widgets] the only ones that are offered, such as `headlines`
 * @property {Record<string, string>} [tokens] to begin with
 * @property {string} [cdn] address of the folder with newsrack.js; else the one that the builder itself uses
 */

/**
 * Only files of the builder's own folder: a link must not be able to name another site's, which could hand out another
 * script.
 *
 * @param {string | null} name
 * @returns {Promise<Preset>}
 */
export async function loadPreset(name) {
  const file = /^[\w-]+$/.test(name ?? '') ? name : 'default';
  const answer = await fetch(`presets/${file}.json`);
  if (!answer.ok) throw new Error(`There is no presets/${file}.json`);
  const preset = await answer.json();
  preset.sources = preset.sources.map((each) => ({
    ...each,
    source: new URL(each.source, document.baseURI).href,
  }));
  preset.cdn = preset.cdn?.replace(/\/?$/, '/') ?? new URL('newsrack/', document.baseURI).href;
  return preset;
}

/** Attributes whose value is an address that is read from or sent to. */
const ASKED = ['source', 'src', 'action', 'store-url'];

function isBelow(address, allowed) {
  if (!allowed || !URL.canParse(address)) return false;
  const [{ origin, pathname, search }, top] = [
    new URL(address),
    new URL(allowed, document.baseURI),
  ];
  if (origin !== top.origin) return false;
  // Whose list or feed it is, the query says.
  if (top.search) return pathname === top.pathname && search === top.search;
  return `${pathname}/`.startsWith(top.pathname.replace(/\/?$/, '/'));
}

/** Whether the publisher lets partners give this attribute this value. */
export function isOffered(preset, name, value) {
  const { closed, sources, newsletter } = preset;
  // It has an address of its own where none is given.
  if (name === 'store' && value === 'cusdis')
    return isOffered(preset, 'store-url', 'https://cusdis.com/');
  if (!closed || !ASKED.includes(name)) return true;
  const all = sources.flatMap(({ source, article }) => [source, article]);
  return [...all.filter((each) => URL.canParse(each)), newsletter].some((each) =>
    isBelow(value, each),
  );
}

/** The source that these attributes read from, if it is one of the publisher's. */
export const sourceOf = ({ sources }, { source, src }) =>
  sources.find((each) => URL.canParse(source) && each.source === new URL(source).href) ??
  sources.find((each) => isBelow(src, each.source)) ??
  sources.find(({ article }) => article && article === src);

/**
 * Attributes to begin with.
 *
 * @param {string} widget
 * @param {Preset} preset
 * @param {PresetSource} from
 * @returns {Record<string, string>}
 */
export function firstAttributes(widget, preset, { source, type, article, author }) {
  const isAddress = /^https?:/.test(article);
  const from = { source, 'source-type': type };
  const first =
    {
      'newsletter-form': { action: preset.newsletter, heading: `Letters from ${preset.name}` },
      headlines: { ...from, limit: '4' },
      'author-bio': { ...from, 'author-id': author },
    }[widget] ?? (isAddress ? { src: article } : { ...from, 'article-id': article });
  return Object.fromEntries(Object.entries(first).filter(([, value]) => value));
}
