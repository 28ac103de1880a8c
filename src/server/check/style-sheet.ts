import { readFile } from 'node:fs/promises';
import { NewsrackError } from '../../model/error.js';
import { isMixed, lookAt } from './as-in-a-page.js';
import { version } from '../../version.js';
import type { Findings } from './finding.js';
import { checkIntegrity, type Loader } from './loader.js';
import type { Page } from './page.js';
import type { Widget } from './widgets.js';

/** The style sheet that keeps the widgets' space free: whether it is there, and fits the loader. */
export async function checkStyleSheet(
  page: Page,
  widgets: Widget[],
  loader: Loader | undefined,
  findings: Findings,
  signal?: AbortSignal,
): Promise<void> {
  const { found, needs } = findings;
  const tag = page.tags.find(
    ({ name, attributes: { rel = '', href = '' } }) =>
      name === 'link' && /\bstylesheet\b/i.test(rel) && /(^|\/)newsrack\.css([?#]|$)/.test(href),
  );
  const beside = loader && new URL('newsrack.css', loader.url).href;
  if (!tag) {
    if (widgets.length && beside)
      found.push({
        level: 'advice',
        code: 'style-sheet',
        message: 'newsrack.css is not there: what stands below a widget moves when it comes.',
        paste: `<link rel="stylesheet" href="${beside}">`,
      });
    return;
  }
  const { line, attributes } = tag;
  const url = new URL(attributes.href!, page.base).href;
  const say = (message: string, level: 'problem' | 'advice' = 'problem') =>
    found.push({
      level,
      code: 'style-sheet',
      line,
      message,
      paste: beside && `<link rel="stylesheet" href="${beside}">`,
    });
  needs.push({ directive: 'style-src', url, use: 'newsrack.css', nonce: attributes.nonce });
  if (isMixed(url, page.url)) {
    found.push({
      level: 'problem',
      code: 'mixed-content',
      line,
      message: 'newsrack.css is not on https, as the page is: browsers do not load it.',
    });
    return;
  }
  if (!tag.isInHead) say('newsrack.css is not in the head: widgets above it move.', 'advice');
  try {
    const mode = attributes.crossorigin === undefined ? 'no-cors' : 'cors';
    const file = await lookAt(url, { page: page.url, mode, signal });
    if (file.status !== 200)
      return void say(`newsrack.css is not there: ${url} answered ${file.status}.`);
    const isForeign = new URL(url).origin !== new URL(page.url).origin;
    checkIntegrity(tag, file, isForeign, findings);
    const current = await currentSheet(loader, page, url, signal);
    if (current !== undefined && current !== file.text)
      say(
        'newsrack.css is not of the same version as the loader: the room it keeps may be wrong.',
        'advice',
      );
  } catch (error) {
    if (!(error instanceof NewsrackError)) throw error;
    say(`newsrack.css could not be fetched: ${error.message}`);
  }
}

/** The sheet that belongs to the loader: the one beside it, or this package's where that is the same version. */
async function currentSheet(
  loader: Loader | undefined,
  page: Page,
  url: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (loader?.version === version)
    return readFile(new URL('../../cdn/newsrack.css', import.meta.url), 'utf8');
  const beside = loader && new URL('newsrack.css', loader.url).href;
  if (!beside || beside === url) return undefined;
  const { status, text } = await lookAt(beside, { page: page.url, signal });
  return status === 200 ? text : undefined;
}
