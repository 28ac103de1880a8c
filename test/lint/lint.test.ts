import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';

// Without types, so that files that don't exist can be linted.
const eslint = new ESLint({ overrideConfig: [ts.configs.disableTypeChecked] });

async function complaints(filePath: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap(({ messages }) =>
    messages.filter(({ ruleId }) => !ruleId?.includes('unused')).map(({ message }) => message),
  );
}

const wrongWays: [file: string, code: string, why: RegExp][] = [
  ['src/model/a.ts', `import { x } from '../net/http.js';`, /src\/model may not import src\/net/],
  ['src/model/a.ts', `export * from '../net/http.js';`, /src\/model may not import src\/net/],
  ['src/model/a.ts', `import { x } from 'lit';`, /src\/model may not import “lit”/],
  ['src/html/text.ts', `import { x } from './sanitize.js';`, /src\/html\/text may not import/],
  ['src/net/a.ts', `import { x } from '../html/text.js';`, /src\/net may not import/],
  ['src/publishers/a.ts', `import { x } from 'lit';`, /may not import “lit”/],
  ['src/publishers/a.ts', `import { x } from '../html/sanitize.js';`, /may not import/],
  ['src/publishers/a.ts', `import { x } from '../elements/b/b.js';`, /may not import/],
  ['src/html/xml.ts', `import { x } from './sanitize.js';`, /src\/html\/xml may not import/],
  ['src/publishers/a.ts', `export const parser = new DOMParser();`, /in src\/html only/],
  ['src/comments/a.ts', `import { x } from 'lit';`, /may not import “lit”/],
  ['src/comments/a.ts', `import { x } from '../publishers/wordpress.js';`, /may not import/],
  ['src/comments/a.ts', `import { x } from '../storage/draft.js';`, /may not import/],
  ['src/controllers/a.ts', `import { x } from '../comments/ghost.js';`, /may not import/],
  ['src/elements/a/a.ts', `import { x } from '../../comments/open.js';`, /only types/],
  ['src/html/lines.ts', `import { x } from './sanitize.js';`, /may not import/],
  ['src/storage/a.ts', `import { x } from '../net/http.js';`, /may not import/],
  ['src/locales/a.ts', `import { x } from '../model/article.js';`, /may not import/],
  ['src/controllers/a.ts', `import { x } from '../publishers/wordpress.js';`, /may not import/],
  ['src/reading/a.ts', `import { x } from '../comments/ghost.js';`, /may not import/],
  ['src/controllers/a.ts', `import { x } from '../net/http.js';`, /may not import/],
  ['src/html/a.ts', `import { x } from 'lit';`, /may not import “lit”/],
  ['src/html/a.ts', `import { x } from '../net/http.js';`, /may not import/],
  ['src/controllers/a.ts', `import { x } from '../html/sanitize.js';`, /may not import/],
  ['src/controllers/a.ts', `export const load = () => import('../html/sanitize.js');`, /may not/],
  ['src/controllers/markup.ts', `import { x } from '../html/sanitize.js';`, /only types/],
  ['src/html/open.ts', `import { x } from './purify.js';`, /by import\(\) only/],
  ['src/controllers/markup.ts', `import x from 'dompurify';`, /may not import “dompurify”/],
  ['src/elements/a/a.ts', `import { x } from '../../html/sanitize.js';`, /may not import/],
  ['src/elements/a/a.ts', `import x from 'dompurify';`, /may not import “dompurify”/],
  ['src/elements/a/a.ts', `import { x } from '../../net/http.js';`, /may not import/],
  ['src/elements/a/a.ts', `import { x } from '../../publishers/open.js';`, /only types/],
  ['src/elements/a/a.ts', `import { x } from '../../locales/en.js';`, /only types/],
  ['src/controllers/a.ts', `import { x } from '@lit-labs/ssr-client';`, /may not import/],
  ['src/server/a.ts', `import { x } from '../elements/a/a.js';`, /may not import/],
  ['src/server/render.ts', `import { x } from '../controllers/resource.js';`, /only types/],
  ['src/server/element-of.ts', `import { x } from '../elements/a/a.js';`, /by import\(\) only/],
  ['src/server/check/a.ts', `import { x } from '../snapshot.js';`, /may not import/],
  ['src/server/without-scripts/a.ts', `import { x } from '../render.js';`, /only types/],
  ['src/server/check/a.ts', `import { x } from '../../net/http.js';`, /may not import/],
  ['src/net/http.ts', `import { x } from 'node:async_hooks';`, /may not import “node:async_hooks”/],
  ['src/define/a.ts', `import { x } from '../controllers/resource.js';`, /may not import/],
  ['src/loader/a.ts', `import { x } from '../elements/a/a.js';`, /by import\(\) only/],
  ['src/adapters.ts', `import { x } from './publishers/open.js';`, /only types/],
  ['src/comments/open.ts', `import { x } from './own.js';`, /by import\(\) only/],
  ['src/newsletters/a.ts', `import { x } from '../adapters.js';`, /by import\(\) only/],
  ['src/frame/a.ts', `import { x } from '../elements/a/a.js';`, /may not import/],
  ['src/frame/a.ts', `import { x } from 'lit';`, /may not import “lit”/],
  ['src/testing/a.ts', `import { x } from '../publishers/open.js';`, /only types/],
  ['src/newsletters/a.ts', `import { x } from 'lit';`, /may not import “lit”/],
  ['src/newsletters/a.ts', `import { x } from '../page/report.js';`, /may not import/],
  ['src/reading/a.ts', `import { x } from '../controllers/resource.js';`, /may not import/],
  ['src/elements/a/a.ts', `import { x } from '../../newsletters/json.js';`, /only types/],
  ['src/server/a.ts', `import { x } from '../controllers/resource.js';`, /may not import/],
  ['src/server/a.ts', `import { x } from 'lit';`, /may not import “lit”/],
  ['src/publishers/a.ts', `import { x } from '../server/feed.js';`, /may not import/],
  ['src/server/a.ts', `import { SaxesParser } from 'saxes';`, /may not import “saxes”/],
  ['src/server/a.ts', `import { x } from '../html/xml.js';`, /may not import/],
  ['src/server/xml-tree.ts', `import { x } from '../publishers/open.js';`, /may not import/],
  ['src/model/a.ts', `import { x } from 'node:fs';`, /may not import “node:fs”/],
  ['src/somewhere/a.ts', `import { x } from '../model/article.js';`, /belongs to no layer/],
];

for (const [file, code, why] of wrongWays)
  test(`lint refuses in ${file}: ${code}`, async () => {
    assert.match((await complaints(file, code)).join('\n'), why);
  });

const rightWays: [file: string, code: string][] = [
  ['src/publishers/a.ts', `export { x } from '../html/text.js';`],
  ['src/controllers/a.ts', `export { x } from '../publishers/open.js';`],
  ['src/reading/a.ts', `export { x } from '../comments/open.js';`],
  ['src/comments/a.ts', `export { x } from '../net/send.js';`],
  ['src/html/a.ts', `import x from 'dompurify';`],
  ['src/html/open.ts', `export const load = () => import('./sanitize.js');`],
  ['src/controllers/markup.ts', `export { x } from '../html/open.js';`],
  ['src/elements/a/a.ts', `export { Markup } from '../../controllers/markup.js';`],
  ['src/elements/a/a.ts', `export type { Source } from '../../publishers/publisher.js';`],
  ['src/elements/a/a.ts', `export { x } from '../b/b.styles.js';`],
  ['src/newsletters/a.ts', `export { x } from '../net/send.js';`],
  ['src/elements/a/a.ts', `export { x } from '../../newsletters/ways.js';`],
  ['src/server/a.ts', `export { x } from '../publishers/open.js';`],
  ['src/server/a.ts', `export { x } from 'node:fs/promises';`],
  ['src/loader/a.ts', `import type { x } from '../elements/a/a.js';`],
  ['src/loader/a.ts', `export const load = () => import('../elements/a/a.js');`],
  ['src/html/sanitize.ts', `export const set = (e: Element) => (e.innerHTML = '');`],
  ['src/html/xml.ts', `export const parser = new DOMParser();`],
  ['src/publishers/a.ts', `export { x } from '../html/xml.js';`],
  ['src/net/http.ts', `export const get = () => fetch('/');`],
  ['src/storage/session.ts', `export const memory = () => sessionStorage;`],
];

for (const [file, code] of rightWays)
  test(`lint allows in ${file}: ${code}`, async () => {
    assert.deepEqual(await complaints(file, code), []);
  });

const dangers: [code: string, why: RegExp][] = [
  [`e.innerHTML = x;`, /sanitizer/],
  [`e['innerHTML'] = x;`, /sanitizer/],
  [`e.outerHTML = x;`, /sanitizer/],
  [`e.insertAdjacentHTML('beforeend', x);`, /sanitizer/],
  [`e.setHTMLUnsafe(x);`, /sanitizer/],
  [`e.setHTML(x);`, /sanitizer/],
  [`Object.assign(e, { innerHTML: x });`, /sanitizer/],
  ['html`<p .innerHTML=${x}></p>`;', /sanitizer/],
  ['html`<iframe title="t" srcdoc=${x}></iframe>`;', /sanitizer/],
  [`document.write(x);`, /sanitizer/],
  [`new DOMParser();`, /sanitizer/],
  [`range.createContextualFragment(x);`, /sanitizer/],
  [`import { unsafeHTML } from 'lit/directives/unsafe-html.js';`, /sanitizer/],
  [`import { unsafeSVG } from 'lit/directives/unsafe-svg.js';`, /sanitizer/],
  [`fetch('/');`, /src\/net only/],
  [`window.fetch('/');`, /src\/net only/],
  [`new XMLHttpRequest();`, /src\/net only/],
  [`navigator.sendBeacon('/');`, /src\/net only/],
  [`localStorage.getItem('a');`, /may be stored/],
  [`window.sessionStorage.getItem('a');`, /may be stored/],
  [`document.cookie = 'a';`, /may be stored/],
  ['html`<p style="color: red"></p>`;', /strict CSP/],
  [`document.createElement('style');`, /strict CSP/],
  [`console.log(1);`, /console/],
];

for (const [code, why] of dangers)
  test(`lint refuses outside its one place: ${code}`, async () => {
    assert.match((await complaints('src/elements/a/a.ts', code)).join('\n'), why);
  });
