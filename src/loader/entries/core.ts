import { configure, type Settings } from '../../controllers/settings.js';
import { define } from '../../define/define.js';

/** What every widget needs, with Lit, fetched once a page: registers a widget with the page's defaults. */
export function register(tag: string, element: CustomElementConstructor, settings: Settings): void {
  configure(settings);
  define(tag, element);
}
