/** What a publisher prepared for its partners: presets/NAME.json beside the builder. */

/**
 * @typedef {object} PresetSource
 * @property {string} name
 * @property {string} source address of the site, API or feed; absolute, or relative to the builder
 * @property {string} [type] `source-type`
 * @property {string} [article] address or id of an article to begin with
 * @property {string} [author] id of an author to begin with
 *
 * @typedef {object} Preset
 * @property {string} name of the publisher
 * @property {PresetSource[]} sources
 * @property {boolean} [closed] no other sources can be typed in
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
  return preset;
}

/**
 * Attributes to begin with.
 *
 * @param {string} widget
 * @param {Preset} preset
 * @param {PresetSource} from
 * @returns {Record<string, string>}
 */
export function firstAttributes(widget, preset, { source, type, article = '', author = '' }) {
  if (widget === 'newsletter-form')
    return { action: preset.newsletter ?? '', heading: `Letters from ${preset.name}` };
  const typed = type ? { 'source-type': type } : {};
  const isAddress = /^https?:/.test(article);
  const one = isAddress ? { src: article } : { source, ...typed, 'article-id': article };
  switch (widget) {
    case 'headlines':
      return { source, ...typed, limit: '4' };
    case 'author-bio':
      return { source, ...typed, 'author-id': author };
    default:
      return one;
  }
}
