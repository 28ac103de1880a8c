import createPurifier, { type Config, type DOMPurify, type WindowLike } from 'dompurify';
import { NewsrackError } from '../model/error.js';
import type { Filter } from './sanitize.js';

type Policy = Config['TRUSTED_TYPES_POLICY'];

let policy: Policy;

/** Makes a policy that there is already the one in use: a page that has pinned the script tag has made it for that. */
export const trust = (given: Policy): void => {
  policy = given;
};

/**
 * The Trusted Types policy `newsrack`, where the browser knows such policies. It only lets markup be parsed that a filter
 * is about to clean. Made once: many pages let a policy of one name be made once only.
 *
 * @throws {NewsrackError} `unsupported`: the page's Content Security Policy forbids it.
 */
function trustedTypesPolicy(): Policy {
  try {
    return (policy ??= (
      window as { trustedTypes?: { createPolicy(name: string, rules: object): Policy } }
    ).trustedTypes?.createPolicy('newsrack', {
      createHTML: (markup: string) => markup,
      createScriptURL: () => '',
    }));
  } catch (cause) {
    throw new NewsrackError(
      'unsupported',
      'The page’s Content Security Policy lets no markup be shown; add “newsrack” to its trusted-types.',
      { cause },
    );
  }
}

const filterBy =
  (purifier: DOMPurify, document: Document, policy?: () => Policy): Filter =>
  (markup, { tags, attributes, wholly }) =>
    // A frameset in place of a body leaves nothing.
    purifier.sanitize(markup, {
      ALLOWED_TAGS: tags,
      ALLOWED_ATTR: attributes,
      FORBID_CONTENTS: wholly,
      ALLOW_ARIA_ATTR: false,
      ALLOW_DATA_ATTR: false,
      ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
      TRUSTED_TYPES_POLICY: policy?.(),
      RETURN_DOM_FRAGMENT: true,
    }) ?? document.createDocumentFragment();

let ours: DOMPurify | undefined;

/** DOMPurify, for browsers without a sanitizer of their own. The instance is ours: the page's own has its own hooks. */
export const filter: Filter = (markup, allowed) => {
  ours ??= createPurifier(window);
  return filterBy(ours, document, trustedTypesPolicy)(markup, allowed);
};

/** DOMPurify over another DOM than a page's, such as jsdom's in Node. */
export const filterIn = (window: WindowLike & { document: Document }): Filter =>
  filterBy(createPurifier(window), window.document);
