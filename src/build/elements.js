/** The elements of a Custom Elements Manifest, and what pages may set of them. */

export const elementsOf = ({ modules }) =>
  modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);

/** What HTML itself has on every element. */
const general = ['lang', 'dir'];

/** Attributes of our own. */
export const attributesOf = ({ attributes = [] }) =>
  attributes.filter(({ name }) => !general.includes(name));

/**
 * What can be set besides attributes: an article, articles, authors, comments. What is read of it may be a part only, what is
 * set is the whole.
 */
export const dataOf = ({ members = [] }) =>
  members
    .filter(
      ({ kind, attribute, privacy, static: isStatic, readonly, type }) =>
        kind === 'field' &&
        !attribute &&
        !/private|protected/.test(privacy) &&
        !isStatic &&
        !readonly &&
        /undefined$/.test(type?.text ?? ''),
    )
    .map(({ name, description, type }) => ({
      name,
      description,
      type: type.text.replace(' | undefined', '').replace(/^Partial<(.+)>$/, '$1'),
    }));

/** `Article` of `Article[]`: what has to be imported. */
export const typeName = ({ type }) => /^\w+/.exec(type)[0];
