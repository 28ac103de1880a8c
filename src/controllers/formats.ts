import { formatDate, formatInstant } from '../locales/format.js';
import type { LocaleController } from './locale.js';

export { formatNames } from '../locales/format.js';

/** A date as the reader sees it and as its title says it exactly. `undefined` where it is no date. */
export function tellDate(
  iso: string | undefined,
  { tag, now }: Pick<LocaleController, 'tag' | 'now'>,
): { text: string; exact: string } | undefined {
  const date = new Date(iso ?? NaN);
  if (isNaN(+date)) return undefined;
  return { text: formatDate(date, tag, now), exact: formatInstant(date, tag) };
}
