export { NewsrackError } from '../../model/error.js';
export { report } from '../../page/report.js';
export { bringBy } from '../bring.js';
import { settings, type Said } from '../../page/settings.js';
import { define } from '../../define/define.js';
import { strings } from '../../locales/locale.js';

/**
 * What every widget needs, with Lit, fetched once a page: registers a widget with the page's defaults. Waits for the
 * sentences, which are on their way already, so that no widget is painted twice.
 */
export async function register(
  tag: string,
  element: CustomElementConstructor,
  said: Said,
  language: string,
): Promise<void> {
  Object.assign(settings, said);
  await strings.load(language).catch(() => {});
  define(tag, element);
}
