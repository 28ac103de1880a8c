import { NewsrackError } from '../model/error.js';

/**
 * A host without its scheme (`magazine.example/news`, `127.0.0.1:8080`) is a path of the page, as `headlines.json` is. To be
 * asked when nothing was found there.
 *
 * @throws {NewsrackError} `bad-attribute`: with the address that may have been meant.
 */
export function checkScheme(address: string): void {
  const page = globalThis.document?.baseURI;
  if (!page) return;
  const folder = new URL('.', page).href;
  const written = address.startsWith(folder) ? address.slice(folder.length) : '';
  if (
    /^(([\w-]+\.)+[a-z]{2,}(?<!\.(json|xml|rss|atom|rdf|php|html?))|\d+(\.\d+){3})(:\d+)?([/?#]|$)/i.test(
      written,
    )
  )
    throw new NewsrackError(
      'bad-attribute',
      `source="${written}" was taken for a part of this page’s site. An address begins with its scheme: https://${written}`,
    );
}
