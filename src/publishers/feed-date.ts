const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Minutes from universal time. */
const ZONES: Record<string, number | undefined> = {
  __proto__: null as never,
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

const DATE =
  /^(?:[^\s\d,]+[\s,]\s*)?(?:(\d{4})[-/](\d\d?)[-/](\d\d?)|(\d\d?)[\s-]+([a-z]+)\.?,?[\s-]+(\d{4}|\d\d)|([a-z]+)\.? (\d\d?),? (\d{4}))(?:[\sT,]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?)?)?\s*(?:(?:gmt|utc)?([+-])(\d\d?):?(\d\d)?|([a-z]+))?(?:\s*\(.*\))?$/i;

/**
 * A feed's date as ISO 8601 in universal time. The forms are those that are written, not only those that may be: RFC 822
 * with two digits for the year, without a weekday, without seconds; ISO 8601 with a space. What names no zone is taken
 * for universal time, what names one that nobody knows, or a month in another language, for no date.
 */
export function instant(written: string): string | undefined {
  const match = DATE.exec(written.trim().replace(/\s+/g, ' '));
  if (!match) return undefined;
  const [, isoYear, isoMonth, isoDay, day1, month1, year1, month2, day2, year2, ...time] = match;
  const [hours = '0', minutes = '0', seconds = '0', half, sign, east, eastMinutes, zone] = time;
  const word = (month1 ?? month2)?.toLowerCase();
  const month = word
    ? MONTHS.findIndex(
        (name) => (word.length > 2 && name.startsWith(word)) || word === `${name.slice(0, 3)}t`,
      )
    : Number(isoMonth) - 1;
  let year = Number(isoYear ?? year1 ?? year2);
  if (year < 100) year += year < 50 ? 2000 : 1900;
  const day = Number(isoDay ?? day1 ?? day2);
  const offset = sign
    ? Number(`${sign}1`) * (Number(east) * 60 + Number(eastMinutes ?? 0))
    : ZONES[zone?.toLowerCase() ?? 'z'];
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
  const date = new Date(Date.UTC(year, month, day));
  if (offset === undefined || month < 0 || date.getUTCDate() !== day || hour > 24) return undefined;
  date.setUTCHours(hour, Number(minutes) - offset, Number(seconds));
  return date.toISOString().replace('.000', '');
}
