/** The post's id in an address of a site without pretty permalinks. */
export const idIn = (address: string): string | undefined => /[?&]p=(\d+)/.exec(address)?.[1];

/** What an address points at on its host, without what differs between two ways to write it. */
export const pathOf = (address: string): string =>
  new URL(address).pathname.replace(/\/+$/, '').toLowerCase() + (idIn(address) ?? '');

const hostOf = (address: string) => new URL(address).host.replace(/^www\./, '');

/** Whether two addresses differ only in scheme, `www.`, case, last slash, query or fragment. */
export const isSamePlace = (a: string, b: string): boolean =>
  hostOf(a) === hostOf(b) && pathOf(a) === pathOf(b);

/** What names the article in its address: the last part of the path, an id or a slug; empty for a home page. */
export function nameIn(address: string): string {
  const [name = ''] = /[^/]*$/.exec(pathOf(address)) ?? [];
  try {
    return decodeURIComponent(name).replace(/\.html?$/, '');
  } catch {
    return '';
  }
}
