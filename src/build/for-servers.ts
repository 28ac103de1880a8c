/**
 * The last step of the build, after the CDN's and npm's: what a server that renders widgets needs.
 *
 *   tsx src/build/for-servers.ts
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { elementOf } from '../server/element-of.js';
import { servedWidgets } from '../server/served-widgets.js';
import { served } from './served-styles.js';
import { minifyCss, minifyTemplates } from './literals.js';
import { measure, type Manifest } from './manifest.js';

const cdn = 'dist/cdn';
const elements = 'dist/elements';

// Lit knows a template by its text: npm's become those of the CDN build, to the letter.
for (const file of await readdir(elements, { recursive: true })) {
  if (!file.endsWith('.js')) continue;
  const path = join(elements, file);
  const code = await readFile(path, 'utf8');
  if (/\bhtml\s*`/.test(code))
    await writeFile(path, minifyTemplates(code, parseSync(path, code).program));
}

const sheets: Manifest['sheets'] = {};
const styleSheets: Record<string, { file: string; css: string }> = {};
for (const widget of servedWidgets) {
  const { elementStyles } = await elementOf(widget);
  const rules = elementStyles.map((each) => ('cssText' in each ? each.cssText : ''));
  if (/form|comment/.test(widget)) rules.push(served);
  const css = minifyCss(rules.join('\n'));
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 6);
  const file = `${widget}-${hash}.css`;
  await writeFile(join(cdn, file), css);
  sheets[`nr-${widget}`] = await measure(cdn, file);
  styleSheets[widget] = { file, css };
}
await writeFile(
  'dist/server/style-sheets.js',
  `export const styleSheets = ${JSON.stringify(styleSheets, null, 2)};\n`,
);
const path = join(cdn, 'manifest.json');
const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
await writeFile(path, `${JSON.stringify({ ...manifest, sheets }, null, 2)}\n`);
