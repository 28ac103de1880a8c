/** What somebody has chosen in the builder, and how it stands in the page's address. */

export const PAGE = {
  width: ['phone', 'column', 'desktop'],
  scheme: ['light', 'dark'],
  dir: ['ltr', 'rtl'],
  lang: ['en', 'es', 'pt'],
};

/**
 * @typedef {object} Choice
 * @property {string} widget such as `headlines`
 * @property {Record<string, string>} attributes that differ from their default; a switch that is on is ''
 * @property {Record<string, string>} tokens by custom property
 * @property {Record<keyof typeof PAGE, string>} page that the preview stands on
 */

export const firstPage = () =>
  Object.fromEntries(Object.entries(PAGE).map(([name, [first]]) => [name, first]));

/** A value that could end the declaration or fetch something is no value of a token. */
export const isTokenValue = (value) =>
  value.length < 200 && !/[;{}<>`\\]|url\s*\(|\/\*/i.test(value);

/**
 * @param {Choice} choice
 * @param {Record<string, string>} usual tokens that hold where an address names none; one that was taken away is ''
 */
export function toQuery({ widget, attributes, tokens, page }, usual = {}) {
  const query = new URLSearchParams({ widget });
  for (const [name, value] of Object.entries(attributes)) query.set(name, value);
  for (const name of Object.keys(usual)) query.set(name, '');
  for (const [name, value] of Object.entries(tokens)) query.set(name, value);
  for (const [name, [first]] of Object.entries(PAGE))
    if (page[name] !== first) query.set(`page-${name}`, page[name]);
  return query.toString();
}

/**
 * Takes what the manifest knows, and nothing else: the address may come from anybody.
 *
 * @param {ReturnType<typeof import('./controls.js').widgetsOf>} widgets
 * @param {Record<string, string>} usual tokens that hold where the address names none
 * @returns {Choice | undefined} nothing where it names no widget
 */
export function fromQuery(text, widgets, usual = {}) {
  const query = new URLSearchParams(text);
  const widget = widgets.find(({ name }) => name === query.get('widget'));
  if (!widget) return undefined;
  const page = firstPage();
  for (const name of Object.keys(PAGE))
    if (PAGE[name].includes(query.get(`page-${name}`))) page[name] = query.get(`page-${name}`);
  const named = (controls) =>
    controls.filter(({ name }) => query.has(name)).map(({ name }) => [name, query.get(name)]);
  return {
    widget: widget.name,
    attributes: Object.fromEntries(named(widget.attributes)),
    tokens: Object.fromEntries(
      [...Object.entries({ ...usual, ...Object.fromEntries(named(widget.tokens)) })].filter(
        ([, value]) => value && isTokenValue(value),
      ),
    ),
    page,
  };
}
