import type { Sanitize } from './sanitize.js';

/** Whether the browser has a sanitizer of its own that takes lists as ours are: earlier ones knew other lists. */
export const hasSanitizer = (): boolean =>
  !!(window as { Sanitizer?: { prototype: { replaceElementWithChildren?: unknown } } }).Sanitizer
    ?.prototype.replaceElementWithChildren;

/** Fetches what makes foreign markup safe: DOMPurify only where the browser has nothing of its own. */
export async function openSanitizer(): Promise<Sanitize> {
  const [{ sanitizerWith }, { filter }] = await Promise.all([
    import('./sanitize.js'),
    hasSanitizer() ? import('./own-sanitizer.js') : import('./purify.js'),
  ]);
  return sanitizerWith(filter);
}
