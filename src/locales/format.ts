const formats = new Map<string, unknown>();

/** `Intl` objects are dear to make: one for each use and language. */
function cached<T>(key: string, make: () => T): T {
  let format = formats.get(key) as T | undefined;
  if (!format) formats.set(key, (format = make()));
  return format;
}

/** The tag if `Intl` can take it, else English. */
export function validTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]!;
  } catch {
    return 'en';
  }
}

const steps: [limit: number, seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  // Less than a minute is “now”.
  [60, 60, 'second'],
  [3600, 60, 'minute'],
  [86400, 3600, 'hour'],
  [7 * 86400, 86400, 'day'],
];

/** Relative within a week ("3 hours ago"), the day otherwise; also for dates in the future. */
export function formatDate(date: Date, tag: string, now = Date.now()): string {
  const age = (now - date.getTime()) / 1000;
  const step = age > -60 && steps.find(([limit]) => age < limit);
  if (step) {
    const [, seconds, unit] = step;
    return cached(`r${tag}`, () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })).format(
      -Math.trunc(age / seconds),
      unit,
    );
  }
  return cached(`d${tag}`, () => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' })).format(
    date,
  );
}

/** The exact instant, in the reader's time zone. */
export function formatInstant(date: Date, tag: string): string {
  return cached(
    `i${tag}`,
    () => new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'long' }),
  ).format(date);
}

/** "A, B and C". */
export function formatNames(names: string[], tag: string): string {
  return cached(`l${tag}`, () => new Intl.ListFormat(tag)).format(names);
}
