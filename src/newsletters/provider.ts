import type { Provider } from './newsletter.js';

/** What is plain from an address: the end of its host, or a path that only one system has. */
const signs: [sign: RegExp, provider: Provider][] = [
  [/\.list-manage\.com$/, 'mailchimp'],
  [/(^|\.)buttondown\.(com|email)$/, 'buttondown'],
  [/(^|\.)(kit|convertkit)\.com$/, 'kit'],
  [/(^|\.)beehiiv\.com$/, 'beehiiv'],
  [/(^|\.)substack\.com$/, 'substack'],
  [/\.ghost\.io$/, 'ghost'],
];

/**
 * Whose address this is; `json` where it is not plain. That fails safely when it is wrong: a server that does not
 * expect it never receives the reader's address, since the browser asks for its leave first.
 */
export function providerOf(action: string): Provider {
  const { hostname } = new URL(action);
  return signs.find(([sign]) => sign.test(hostname))?.[1] ?? 'json';
}
