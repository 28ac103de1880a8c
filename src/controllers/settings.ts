/** What a page says once for all its widgets, on the loader's script tag or by `configure()`. */
export interface Settings {
  /** Language of widgets that have no `lang` of their own; BCP 47. */
  locale?: string;
  theme?: 'auto' | 'light' | 'dark';
  /** Source of widgets that name none. */
  source?: string;
  sourceType?: string;
  /** Load every widget at once, not when it comes near the viewport. */
  eager?: boolean;
}

export const settings: Settings = {};

/** Sets the page's defaults; call it before elements are on the page. */
export function configure(values: Settings): void {
  Object.assign(settings, values);
}
