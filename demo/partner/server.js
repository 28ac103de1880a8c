/**
 * A partner's web server: its pages at `/`, those of other partners at `/react/` and so on (sites.js), the library, as a
 * CDN would serve it, at `/newsrack/`, and Newsrack's own site at `/site/`.
 */
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { listen } from '../listen.js';
import { siteFiles } from '../site/files.js';
import { partnerAddress } from './address.js';
import { siteAt, siteNames } from './sites.js';

const PAGES = path.dirname(fileURLToPath(import.meta.url));
const LIBRARY = path.join(PAGES, '../../dist/cdn');
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const COMPRESSED = ['.css', '.html', '.js', '.json', '.map', '.md', '.svg', '.txt'];
const HASHED = /-[\w-]{8}\.\w+$/;

const compress = promisify(brotliCompress);

/**
 * @param {object} options
 * @param {number} [options.port] 0: any that is free
 * @param {string} options.publisherUrl what `{{publisher}}` in a page stands for
 * @param {Record<string, { url: string }>} [options.articles] what `{{article:KEY}}` stands for
 * @param {Record<string, { url: string }>} [options.authors] what `{{author:KEY}}` stands for
 * @param {(line: string) => void} [options.log] progress of what is built when it is asked for
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startPartner({
  port = 8080,
  publisherUrl,
  articles = {},
  authors = {},
  log = () => {},
}) {
  const brotli = new Map();
  const fill = (page) =>
    page
      .replaceAll('{{publisher}}', publisherUrl)
      .replace(/\{\{article:([\w-]+)\}\}/g, (_, key) => articles[key]?.url ?? publisherUrl)
      .replace(/\{\{author:([\w-]+)\}\}/g, (_, key) => authors[key]?.url ?? publisherUrl)
      .replace(/\{\{integrity:(\w+)\}\}/g, (_, key) => integrity(key));

  function ofSite(pathname) {
    if (!pathname.startsWith('/site/')) return undefined;
    const name = decodeURIComponent(pathname.slice('/site/'.length)).replace(
      /(^|\/)$/,
      '$1index.html',
    );
    return { name, ...siteFiles({ url: publisherUrl, articles, authors }).get(name) };
  }

  async function answer(request, response) {
    const headers = { 'Access-Control-Allow-Origin': '*', Vary: 'Accept-Encoding' };
    const home = `http://${request.headers.host}`;
    const { pathname } = new URL(request.url, home);
    if (['site', ...siteNames].includes(pathname.slice(1)))
      return response.writeHead(301, { Location: `${pathname}/` }).end();
    const site = await siteAt(pathname, {
      home,
      publisher: publisherUrl,
      author: authors['valeria']?.id,
      log,
    });
    if (site?.location) return response.writeHead(302, { Location: site.location }).end();
    const { file, text, name } = ofSite(pathname) ?? {
      file: site ? fileIn(site.root, pathname, site.prefix) : fileFor(pathname),
    };
    const found = file && (await stat(file).catch(() => null));
    if (!found?.isFile() && text === undefined) {
      const notFound = () => response.writeHead(404, headers).end('Not found');
      return site?.render
        ? site.render(request, response, notFound, { publisher: publisherUrl, articles })
        : notFound();
    }
    Object.assign(headers, site?.headers);

    const extension = path.extname(file ?? name);
    headers['Content-Type'] = TYPES[extension];
    headers['Cache-Control'] = HASHED.test(pathname)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache';
    let body = text === undefined ? await readFile(file) : Buffer.from(text);
    if (extension === '.html') body = Buffer.from(fill(body.toString()));
    if (COMPRESSED.includes(extension) && /\bbr\b/.test(request.headers['accept-encoding'])) {
      const key = file ? `${file} ${found.mtimeMs}` : text;
      if (!brotli.has(key)) brotli.set(key, await compress(body));
      body = brotli.get(key);
      headers['Content-Encoding'] = 'br';
    }
    headers['Content-Length'] = body.length;
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const address = partnerAddress(port);
  await listen(server, address);
  return {
    url: `http://${address.host}:${server.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** The hash that a page pins a file of the library by. */
const integrity = (key) =>
  JSON.parse(readFileSync(path.join(LIBRARY, 'manifest.json'), 'utf8'))[key].integrity;

const fileFor = (pathname) =>
  pathname.startsWith('/newsrack/')
    ? fileIn(LIBRARY, pathname, '/newsrack/')
    : // Folders there are sites with an address of their own.
      /^\/[^/]*$/.test(pathname)
      ? fileIn(PAGES, pathname, '/')
      : null;

/** The file behind an address, or nothing where it is none that visitors may have. */
function fileIn(root, pathname, prefix) {
  const name = decodeURIComponent(pathname.slice(prefix.length));
  const file = path.join(root, /(^|\/)$/.test(name) ? `${name}index.html` : name);
  const inside = file.startsWith(root + path.sep);
  const isProgram = root === PAGES && ['server.js', 'sites.js'].includes(path.relative(root, file));
  return inside && path.extname(file) in TYPES && !isProgram ? file : null;
}
