/** Writes the site as static files: `npm run demo:build [FOLDER]`, demo/site/built unless given. Needs `npm run build` first. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteFiles } from './files.js';

const target = path.resolve(process.argv[2] ?? fileURLToPath(new URL('built', import.meta.url)));

const files = siteFiles();
if (!process.argv[2]) await rm(target, { recursive: true, force: true });
for (const [name, { file, text }] of files) {
  const place = path.join(target, name);
  await mkdir(path.dirname(place), { recursive: true });
  await (file ? cp(file, place) : writeFile(place, text));
}
console.log(`${files.size} files in ${path.relative('.', target) || target}`);
