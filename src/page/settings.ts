import type { SourceType } from '../publishers/publisher.js';

/** What a page says once for all its widgets, on the loader's script tag or by `configure()`. */
export interface Settings {
  /** Language of widgets that have no `lang` of their own; BCP 47. */
  locale?: string | undefined;
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Source of widgets that name none. */
  source?: string | undefined;
  sourceType?: SourceType | undefined;
  /** Load every widget at once, not when it comes near the viewport. */
  eager?: boolean | undefined;
}

/** The same in the words of the script tag: its `data-nr-*`. */
export interface Said {
  nrLocale?: string;
  nrTheme?: string;
  nrSource?: string;
  nrSourceType?: string;
  nrEager?: string;
}

export const settings: Said = {};

/**
 * Whether a switch is on: it is there, and does not say `false`; also of a property, which frameworks set to what the
 * attribute would say.
 */
export const isOn = (said?: boolean | string | null): boolean => `${said ?? false}` !== 'false';

/** Sets the page's defaults; call it before elements are on the page. */
export function configure(values: Settings): void {
  for (const [name, value] of Object.entries(values) as [string, string | boolean | undefined][])
    settings[name.replace(/^./, (first) => `nr${first.toUpperCase()}`) as keyof Said] =
      value?.toString();
}
