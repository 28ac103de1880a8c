/** A comment's permalink begins so, and ends with its id. A fragment does not reach into a shadow tree: the widget goes there. */
const start = '#nr-comment-';

/** @param page - The page's address, without its fragment */
export const permalink = (page: string, id: string): string =>
  page + start + encodeURIComponent(id);

/** The comment that the page's address points at. */
export function commentInAddress(): string | undefined {
  const { hash } = location;
  if (!hash.startsWith(start)) return undefined;
  try {
    return decodeURIComponent(hash.slice(start.length));
  } catch {
    return undefined;
  }
}
