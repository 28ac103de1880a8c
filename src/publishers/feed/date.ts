const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Hours from universal time. */
const ZONES =
  ' z0 ut0 utc0 gmt0 wet0 west1 bst1 cet1 cest2 eet2 eest3 msk3 jst9 kst9 aest10 aedt11 nzst12 nzdt13 met1 mest2 ast-4 adt-3 est-5 edt-4 cst-6 cdt-5 mst-7 mdt-6 pst-8 pdt-7';

const DATE =
  /^(?:[^\s\d,]+[\s,]+)?(?:(\d{4})(?:[-/](\d\d?)(?:[-/](\d\d?))?)?|(\d\d?)[\s-]+([a-z]+)\.?,?[\s-]+(\d{4}|\d\d)|([a-z]+)\.? (\d\d?),? (\d{4}))(?:[\sT,]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?)?)?\s*(?:(?:gmt|utc)?\s*([+-])(\d\d?):?(\d\d)?(?:\s[a-z]{2,5})?|([a-z]+))?(?:\s*\(.*\))?$/i;

/** As C, Java and their like write: the year comes last. */
const YEAR_LAST = /^(?:\w{3} )?([a-z]{3} \d\d?) ([\d:]+)( \S+)? (\d{4})$/i;

/**
 * A feed's date as ISO 8601 in universal time. The forms are those that are written, not only those that may be: RFC 822
 * with two digits for the year, without a weekday, without seconds; ISO 8601 with a space. What names no zone is taken
 * for universal time, what names one that nobody knows, or a month in another language, for no date.
 */
export function instant(written: string): string | undefined {
  const match = DATE.exec(written.trim().replace(/\s+/g, ' ').replace(YEAR_LAST, '$1 $4 $2$3'));
  if (!match) return undefined;
  const [, isoYear, isoMonth, isoDay, day1, month1, year1, month2, day2, year2, ...time] = match;
  const [hours = '0', minutes = '0', seconds = '0', half, sign, east, eastMinutes, zone] = time;
  const word = (month1 ?? month2)?.toLowerCase();
  const month = word
    ? MONTHS.findIndex(
        (name) => (word.length > 2 && name.startsWith(word)) || word === `${name.slice(0, 3)}t`,
      )
    : Number(isoMonth ?? 1) - 1;
  const writtenYear = isoYear ?? year1 ?? year2!;
  let year = Number(writtenYear);
  // Systems write the year 1 where they have no date.
  if (writtenYear.length > 2 && year < 1000) return undefined;
  if (year < 100) year += year < 50 ? 2000 : 1900;
  const day = Number(day1 ?? day2 ?? isoDay ?? 1);
  const offset = sign
    ? Number(`${sign}1`) * (Number(east) * 60 + Number(eastMinutes ?? 0))
    : Number(new RegExp(` ${zone ?? 'z'}([-\\d]+)`, 'i').exec(ZONES)?.[1]) * 60;
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
  const date = new Date(Date.UTC(year, month, day));
  if (isNaN(offset) || date.getUTCMonth() !== month || date.getUTCDate() !== day || hour > 24)
    return undefined;
  date.setUTCHours(hour, Number(minutes) - offset, Number(seconds));
  return date.toISOString().replace('.000', '');
}
