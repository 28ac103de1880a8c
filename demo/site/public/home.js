/** Fills in what the home page knows only when it is read: sizes of this very build, and a thread that nobody serves. */
import { thread } from './gallery/ledger.js';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const [manifest, comments] = await Promise.all([
  fetch('newsrack/manifest.json').then((answer) => answer.json()),
  thread('second-berth'),
]);
const { widgets, adapters, locales } = manifest;
const files = new Map(
  [...widgets['nr-headlines'].files, adapters.wordpress, locales.en].map((file) => [
    file.file,
    file.brotli,
  ]),
);
const bytes = [...files.values()].reduce((sum, size) => sum + size, 0);
document.querySelector('[data-fact=headlines]').textContent = `${number.format(bytes / 1000)} kB`;
Object.assign(document.querySelector('.thread'), { comments });
