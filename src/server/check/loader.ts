import { createHash } from 'node:crypto';
import { NewsrackError } from '../../model/error.js';
import { isMixed, lookAt, type Found } from './as-in-a-page.js';
import { version } from '../../version.js';
import { didYouMean, type Findings } from './finding.js';
import type { KnownElements } from './known-elements.js';
import type { Page, Tag } from './page.js';
import type { Defaults } from './widgets.js';

/** The script that brings the widgets to a page. */
export interface Loader {
  url: string;
  version?: string;
  defaults: Defaults;
}

const FILE = /\/newsrack(\.all)?\.js$/;

/** Scripts of a page that bring widgets, by their file's name. */
export const loaderTags = ({ tags, base }: Page): { tag: Tag; url: string }[] =>
  tags.flatMap((tag) => {
    const { src } = tag.attributes;
    if (tag.name !== 'script' || !src || !URL.canParse(src, base)) return [];
    const { href, pathname } = new URL(src, base);
    return FILE.test(pathname) ? [{ tag, url: href }] : [];
  });

const SETTINGS = ['eager', 'locale', 'theme', 'source', 'source-type'];

/** What a tag says for all widgets of its page. */
function defaultsOf({ attributes }: Tag): Defaults {
  const defaults: Defaults = {};
  for (const name of SETTINGS) defaults[name] = attributes[`data-nr-${name}`];
  return defaults;
}

/** What a page's loader is, and what is wrong with it. */
export async function checkLoader(
  page: Page,
  known: KnownElements,
  findings: Findings,
  options: { hasWidgets: boolean; signal?: AbortSignal },
): Promise<Loader | undefined> {
  const { found, needs } = findings;
  const tags = loaderTags(page);
  const isModule = ({ attributes }: Tag) => attributes.type?.trim().toLowerCase() === 'module';
  const [first] = tags.filter(({ tag }) => tag.attributes['data-nr'] === undefined).concat(tags);
  if (!first) {
    if (!options.hasWidgets) return undefined;
    const mayBundle = page.tags.some((tag) => tag.name === 'script' && isModule(tag));
    found.push({
      level: mayBundle ? 'advice' : 'problem',
      code: 'loader',
      message: mayBundle
        ? 'There is no script tag of newsrack.js; one of the page’s modules may register the widgets, which cannot be seen from here.'
        : 'There is no script tag of newsrack.js: the widgets stay what stands inside them.',
      paste: '<script async src="https://cdn.example/newsrack.js"></script>',
    });
    return undefined;
  }

  const { tag, url } = first;
  const { line, attributes } = tag;
  const say = (message: string, level: 'problem' | 'advice' = 'problem', paste?: string) =>
    found.push({ level, code: 'loader', line, message, paste });
  const isAll = new URL(url).pathname.endsWith('.all.js');
  const isForeign = new URL(url).origin !== new URL(page.url).origin;
  const isCors = isModule(tag) || attributes.crossorigin !== undefined;

  const addresses = new Set(tags.map((each) => each.url));
  if (addresses.size > 1)
    say(
      `The page has ${addresses.size} loaders, of which the first one that runs serves it: ${[...addresses].join(', ')}.`,
      'advice',
    );
  if (isAll && !isModule(tag))
    say(
      'newsrack.all.js is a module, and its tag does not say so.',
      'problem',
      `<script type="module" src="${attributes.src}"></script>`,
    );
  if (!isModule(tag) && attributes.async === undefined && attributes.defer === undefined)
    say(
      'The loader’s tag has no async: the page waits for it.',
      'advice',
      `<script async src="${attributes.src}"></script>`,
    );
  for (const name of Object.keys(attributes))
    if (
      name.startsWith('data-nr-') &&
      attributes['data-nr'] === undefined &&
      !SETTINGS.includes(name.slice(8))
    )
      say(`The loader’s tag knows no “${name}”.${didYouMean(name.slice(8), SETTINGS)}`);
  const defaults = defaultsOf(tag);
  const types = known.get('nr-headlines')!.get('source-type')!.values!;
  const type = defaults['source-type'];
  if (type && !types.includes(type) && !type.startsWith('x-'))
    say(`data-nr-source-type="${type}" is none of ${types.join(', ')}.${didYouMean(type, types)}`);

  needs.push({
    directive: 'script-src',
    url,
    use: 'the loader',
    nonce: attributes.nonce,
    integrity: attributes.integrity,
  });
  const loader: Loader = { url, defaults };
  if (isMixed(url, page.url)) {
    found.push({
      level: 'problem',
      code: 'mixed-content',
      line,
      message: 'The loader is not on https, as the page is: browsers do not run it.',
      paste: `<script async src="${url.replace(/^http:/, 'https:')}"></script>`,
    });
    return loader;
  }

  const file = await fetched(url, page.url, isCors ? 'cors' : 'no-cors', options.signal);
  if (typeof file === 'string') {
    say(`The loader could not be fetched: ${file}`);
    return loader;
  }
  if (file.refusal) {
    found.push({
      level: 'problem',
      code: 'cors',
      line,
      message: `${new URL(url).host} does not let the page read the loader (${isModule(tag) ? 'a module' : 'crossorigin'} wants it).`,
      paste: 'Access-Control-Allow-Origin: *',
    });
    return loader;
  }
  if (file.status !== 200) {
    say(`The loader is not there: ${url} answered ${file.status}.`);
    return loader;
  }
  if (!isScript(file)) say(`${url} is sent as ${typeOf(file)}, which browsers run as no script.`);
  checkIntegrity(tag, file, isForeign, findings);
  loader.version = /[`'"](\d+\.\d+\.\d+[\w.+-]*)[`'"]/.exec(file.text)?.[1];
  if (!loader.version) say(`${url} does not say which version it is: is it newsrack.js?`);
  else if (isOlder(loader.version))
    say(
      `The loader is version ${loader.version}; this command is ${version}, and checks by what that knows.`,
      'advice',
    );

  if (!isAll) await checkChunks(page, loader, file, findings, options.signal);
  return loader;
}

/** What is at an address, or why nothing is. */
async function fetched(
  url: string,
  page: string,
  mode: 'cors' | 'no-cors',
  signal?: AbortSignal,
): Promise<Found | string> {
  try {
    return await lookAt(url, { page, mode, signal });
  } catch (error) {
    if (error instanceof NewsrackError) return error.message;
    throw error;
  }
}

const typeOf = ({ headers }: Found) => headers.get('Content-Type') ?? 'nothing that says its type';
const isScript = (file: Found) => /(java|ecma)script/i.test(typeOf(file));

function isOlder(other: string): boolean {
  const numbers = (text: string) => text.split(/[.+-]/).slice(0, 3).map(Number);
  const [own, its] = [numbers(version), numbers(other)];
  const place = own.findIndex((each, index) => each !== its[index]);
  return place >= 0 && its[place]! < own[place]!;
}

/** Whether a file is the one that its tag wants, by the strongest of the hashes there. */
export function checkIntegrity(
  { name, line, attributes }: Tag,
  { bytes, url }: Found,
  isForeign: boolean,
  { found }: Findings,
): void {
  const written = attributes.integrity?.trim();
  if (!written) return;
  const say = (message: string, paste: string) =>
    found.push({ level: 'problem', code: 'integrity', line, message, paste });
  if (isForeign && attributes.crossorigin === undefined)
    say(
      `<${name}> has integrity without crossorigin: browsers cannot compare a file of another site, and drop it.`,
      'crossorigin="anonymous"',
    );
  for (const kind of ['sha512', 'sha384', 'sha256']) {
    const hashes = written.split(/\s+/).filter((each) => each.startsWith(`${kind}-`));
    if (!hashes.length) continue;
    const own = `${kind}-${createHash(kind).update(bytes).digest('base64')}`;
    if (!hashes.some((each) => each.replace(/\?.*/, '') === own))
      say(`${url} is not the file that integrity names: browsers drop it.`, `integrity="${own}"`);
    return;
  }
  found.push({
    level: 'advice',
    code: 'integrity',
    line,
    message: `integrity="${written}" has no hash that browsers know (sha256, sha384, sha512).`,
  });
}

/** What the loader fetches: it must be there, of the same build, and open to pages of other sites. */
async function checkChunks(
  page: Page,
  { url }: Loader,
  file: Found,
  { found, needs }: Findings,
  signal?: AbortSignal,
): Promise<void> {
  // What all its chunks' names end in stands before what their list must be.
  const [, hash] = /[`'"]([\w-]{6})[`'"],\w+=[`'"]sha256-/.exec(file.text) ?? [];
  if (!hash) return;
  const chunk = new URL(`core-${hash}.js`, file.url).href;
  needs.push({ directive: 'script-src', url: chunk, use: 'the widgets’ code', imported: true });
  const answer = await fetched(chunk, page.url, 'cors', signal);
  const say = (code: 'loader' | 'cors', message: string, paste?: string) =>
    found.push({ level: 'problem', code, message, paste });
  if (typeof answer === 'string')
    say('loader', `The widgets’ code could not be fetched: ${answer}`);
  else if (answer.refusal)
    say(
      'cors',
      `${new URL(url).host} does not let other sites load the widgets’ code (${chunk}): modules want it.`,
      'Access-Control-Allow-Origin: *',
    );
  else if (answer.status !== 200)
    say(
      'loader',
      `The loader wants ${chunk}, which answered ${answer.status}: the folder is not of one build. Serve all files of dist/cdn together, and do not let the loader be cached for long.`,
    );
  else if (!isScript(answer))
    say('loader', `${chunk} is sent as ${typeOf(answer)}, which browsers run as no module.`);
}
