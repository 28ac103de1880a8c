/**
 * Sites of other partners, each a folder here and a path of the demo's web server: `/react/` and so on. Those with a
 * package.json are installed and built when somebody first asks for them, from the npm packages that it names. WordPress'
 * is a page in the publisher's own.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { npm } from '../install.js';
import { newest } from '../newest.js';
import { writePage } from './wordpress/write-page.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const LIBRARY = path.join(HERE, '../../dist/cdn/newsrack.js');

/**
 * What this site's pages may do, and nothing else; `home` and `publisher` are origins.
 * @type {(home: string, publisher: string) => string}
 */
const strictPolicy = (home, publisher) =>
  [
    `default-src 'none'`,
    `script-src ${home}/newsrack/`,
    `style-src ${home}/strict-csp/ ${home}/newsrack/`,
    `connect-src ${publisher} ${home}`,
    `img-src ${home}/strict-csp/ ${publisher}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types newsrack newsrack-lit`,
  ].join('; ');

/** @type {{ name: string, policy?: typeof strictPolicy, onServer?: boolean, write?: typeof writePage }[]} */
const sites = [
  { name: 'bootstrap' },
  { name: 'strict-csp', policy: strictPolicy },
  { name: 'react' },
  { name: 'vue' },
  { name: 'astro', onServer: true },
  { name: 'wordpress', write: writePage },
];

export const siteNames = sites.map(({ name }) => name);

const building = new Map();

/** Installs and builds a site, unless that was done with the library as it is now. */
function build(name, log) {
  if (!building.has(name)) {
    const done = buildAnew(name, log).finally(() => building.delete(name));
    building.set(name, done);
  }
  return building.get(name);
}

async function buildAnew(name, log) {
  const folder = path.join(HERE, name);
  const made = newest(path.join(folder, 'built'));
  if (made > Math.max(newest(LIBRARY), newest(folder))) return;
  if (!existsSync(LIBRARY)) throw new Error('There is no dist/cdn: run `npm run build` first.');
  log(`Installing what the partner’s site /${name}/ is made of …`);
  // npm would keep the copy of a library that has its version still.
  await rm(path.join(folder, 'node_modules/newsrack'), { recursive: true, force: true });
  await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  log(`Building the partner’s site /${name}/ …`);
  await rm(path.join(folder, 'built'), { recursive: true, force: true });
  await npm(['run', 'build'], folder);
  log(`The partner’s site /${name}/ is ready`);
}

/**
 * Where the files of a site are and how its pages are sent; nothing where the address belongs to none. What is not built
 * is built first, which takes up to a minute.
 *
 * @param {string} pathname
 * @param {{ home: string, publisher: string, author: number, log: (line: string) => void }} options
 * @returns {Promise<{ location: string } | { root: string, prefix: string, headers: object, render?: Function } | undefined>}
 *   `location`: where it is instead; `render` answers what is no file, as a middleware does
 */
export async function siteAt(pathname, { home, publisher, author, log }) {
  const [, name] = /^\/([\w-]+)\//.exec(pathname) ?? [];
  const site = sites.find((each) => each.name === name);
  if (!site) return undefined;
  if (site.write)
    return { location: await site.write({ publisher, author, newsrack: `${home}/newsrack/` }) };
  const folder = path.join(HERE, name);
  const isBuilt = existsSync(path.join(folder, 'package.json'));
  if (isBuilt) await build(name, log);
  const built = path.join(folder, 'built');
  return {
    prefix: `/${name}/`,
    root: site.onServer ? path.join(built, 'client') : isBuilt ? built : folder,
    headers: site.policy ? { 'Content-Security-Policy': site.policy(home, publisher) } : {},
    render: site.onServer
      ? (await import(pathToFileURL(path.join(built, 'server/entry.mjs')).href)).handler
      : undefined,
  };
}
