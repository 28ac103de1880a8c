const formats = new Map<string, unknown>();

/** `Intl` objects are dear to make: one for each use and language. */
function cached<T>(key: string, make: () => T): T {
  let format = formats.get(key) as T | undefined;
  if (!format) formats.set(key, (format = make()));
  return format;
}

/** In milliseconds. */
const steps: [limit: number, step: number, unit: Intl.RelativeTimeFormatUnit][] = [
  // Less than a minute is “now”.
  [6e4, 6e4, 'second'],
  [36e5, 6e4, 'minute'],
  [864e5, 36e5, 'hour'],
  [6048e5, 864e5, 'day'],
];

/** Relative within a week ("3 hours ago"), the day otherwise; also for dates in the future. */
export function formatDate(date: Date, tag: string, now = Date.now()): string {
  const age = now - +date;
  const found = age > -6e4 && steps.find(([limit]) => age < limit);
  if (found) {
    const [limit, step, unit] = found;
    // Yesterday is what was before midnight, however long ago.
    const since = limit > 864e5 ? new Date(date).setHours(0, 0, 0, 0) : +date;
    return cached(`r${tag}`, () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })).format(
      -Math.trunc((now - since) / step),
      unit,
    );
  }
  return cached(`d${tag}`, () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' })).format(
    date,
  );
}

/** A date as the reader sees it, and as its title says it exactly, in the reader's time zone. `undefined` where it is no date. */
export function tellDate(
  iso: string | undefined,
  { tag, now }: { tag: string; now: number | undefined },
): { text: string; exact: string } | undefined {
  const date = new Date(iso ?? NaN);
  if (isNaN(+date)) return undefined;
  const exact = cached(
    `i${tag}`,
    () => new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'long' }),
  );
  return { text: formatDate(date, tag, now), exact: exact.format(date) };
}

/** "A, B and C". */
export function formatNames(names: string[], tag: string): string {
  return cached(`l${tag}`, () => new Intl.ListFormat(tag)).format(names);
}
