/** What a widget's language makes of dates and of lists of names. */
export { formatNames, tellDate } from '../locales/format.js';
