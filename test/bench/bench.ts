import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import { chromium, chromiumFlags } from '../chromium.js';
import { cdnFolder } from '../partner-page.js';
import { comments } from './comments.js';
import { rounds } from './rounds.js';
import { startSite } from './site.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '9' }, sides: { type: 'string' } } });
const site = await startSite();
site.folder('/newsrack/', cdnFolder);
const browser = await playwright.launch({ executablePath: chromium(), args: chromiumFlags });
for (const section of await comments(site)) {
  if (positionals.length && !positionals.includes(section.name)) continue;
  const t = Date.now();
  const result = await rounds(browser, section, { runs: +values.runs, versions: {}, only: (s) => !values.sides || values.sides.split(',').includes(s) });
  console.log(section.name, Date.now() - t);
  console.table(Object.fromEntries(Object.entries(result.values).map(([k, v]) => [k, Object.fromEntries(Object.entries(v).map(([a, b]) => [a, Math.round(b![0]! * 100) / 100]))])));
}
await browser.close();
await site.close();
