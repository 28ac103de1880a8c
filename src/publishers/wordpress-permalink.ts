/** An address without what differs between two ways to write it: scheme, `www.`, case, last slash, query, fragment. */
interface Place {
  host: string;
  path: string;
}

/** The post's id in an address of a site without pretty permalinks. */
export const idIn = (address: string): string | undefined => /[?&]p=(\d+)/.exec(address)?.[1];

function placeOf(address: string): Place {
  const { host, pathname } = new URL(address);
  let path = pathname.replace(/\/+$/, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // Not UTF-8: compared as it is.
  }
  return { host: host.replace(/^www\./, ''), path: `${path.toLowerCase()}?${idIn(address) ?? ''}` };
}

export const isSamePath = (a: string, b: string): boolean => placeOf(a).path === placeOf(b).path;

export const isSamePlace = (a: string, b: string): boolean =>
  isSamePath(a, b) && placeOf(a).host === placeOf(b).host;

/** What names the article in its address: the last part of the path, an id or a slug; empty for a home page. */
export const nameIn = (address: string): string =>
  placeOf(address)
    .path.split('/')
    .pop()!
    .replace(/(\.html?)?\?\d*$/, '');
