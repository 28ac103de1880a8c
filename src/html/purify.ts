import createPurifier, { type Config, type DOMPurify, type WindowLike } from 'dompurify';
import { sanitizerWith, type Filter, type SanitizeOptions } from './sanitize.js';
import { trustedTypesPolicy } from './trusted-types.js';

const filterBy =
  (
    purifier: DOMPurify,
    document: Document,
    policy?: () => Config['TRUSTED_TYPES_POLICY'],
  ): Filter =>
  (markup, { tags, attributes }) =>
    // A frameset in place of a body leaves nothing.
    purifier.sanitize(markup, {
      ALLOWED_TAGS: tags,
      ALLOWED_ATTR: attributes,
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
  return filterBy(ours, document, trustedTypesPolicy as never)(markup, allowed);
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
