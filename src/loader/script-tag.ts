import type { Said } from '../page/settings.js';

export interface ScriptTag {
  /** What relative addresses of chunks are resolved against; absent in a module, which resolves against itself. */
  base: string | undefined;
  /** The page's author has pinned this code by an `integrity` attribute, and means all that it brings. */
  isPinned: unknown;
  /** The tag places a widget (`data-nr`), as several tags of a page may. */
  places: unknown;
  /** The page's defaults, as the tag has them. */
  said: Said;
}

/** What the tag says that brought this code: the file of that name. */
export function scriptTag(file: string): ScriptTag {
  const find = (more: string) =>
    document.querySelector<HTMLScriptElement>(`script[src*="${file}"]${more}`);
  const current = document.currentScript as HTMLScriptElement | null;
  // `null` in a module, without an address where jQuery fetched it. An image that is named "currentScript" answers, too.
  const own = current?.noModule === false && current.src ? current : find('');
  const places = own?.dataset.nr;
  const defaults = places ? find(':not([data-nr])') : own;
  return {
    places,
    said: defaults?.dataset ?? {},
    base: (current || own?.integrity) && own?.src,
    isPinned: own?.integrity,
  };
}
