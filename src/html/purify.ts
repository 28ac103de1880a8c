import createPurifier, { type Config, type DOMPurify, type WindowLike } from 'dompurify';
import { NewsrackError } from '../model/error.js';
import { sanitizerWith, type Filter, type SanitizeOptions } from './sanitize.js';

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

/**
 * What {@link sanitizerWith} makes in a page, in Node and as markup again.
 *
 * @param window of a DOM that DOMPurify works with, such as jsdom's
 */
export function sanitizeToString(
  markup: string,
  options: SanitizeOptions,
  window: WindowLike & { document: Document },
): string {
  const { document } = window;
  const holder = document.createElement('div');
  holder.append(sanitizerWith(filterBy(createPurifier(window), document))(markup, options));
  return holder.innerHTML;
}
