import { NewsrackError } from '../model/error.js';

interface Policy {
  createHTML(markup: string): string;
  createScriptURL(address: string): string;
}

let policy: Policy | undefined;

/**
 * The Trusted Types policy `newsrack`, where the browser knows such policies. It only lets markup be parsed that a filter
 * is about to clean. Made once: many pages let a policy of one name be made once only.
 *
 * @throws {NewsrackError} `unsupported`: the page's Content Security Policy forbids it.
 */
export function trustedTypesPolicy(): Policy | undefined {
  try {
    return (policy ??= (
      window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
    ).trustedTypes?.createPolicy('newsrack', {
      createHTML: (markup) => markup,
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
