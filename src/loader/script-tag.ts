import type { Settings } from '../controllers/settings.js';

export interface ScriptTag {
  /** What relative addresses of chunks are resolved against; absent in a module, which resolves against itself. */
  base: string | undefined;
  /** The tag places a widget (`data-nr`), as several tags of a page may. */
  places: boolean;
  /** The page's defaults. */
  settings: Settings;
}

/** What the tag says that brought this code: the file of that name. */
export function scriptTag(file: string): ScriptTag {
  const find = (more: string) =>
    document.querySelector<HTMLScriptElement>(`script[src*="${file}"]${more}`);
  const current: unknown = document.currentScript;
  // `null` in a module. An image that is named "currentScript" answers, too.
  const own = current instanceof HTMLScriptElement ? current : find('');
  const places = !!own?.dataset.nr;
  const defaults = places ? find(':not([data-nr])') : own;
  const { nrEager = 'false', nrLocale, nrTheme, nrSource, nrSourceType } = defaults?.dataset ?? {};
  return {
    base: current ? own?.src : undefined,
    places,
    settings: {
      eager: nrEager !== 'false',
      locale: nrLocale,
      theme: nrTheme as Settings['theme'],
      source: nrSource,
      sourceType: nrSourceType,
    },
  };
}
