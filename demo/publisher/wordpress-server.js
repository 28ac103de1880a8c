/**
 * The process that holds WordPress. publisher.js starts it and talks to it by messages; it ends when
 * that channel closes. PHP runs in Playground's workers; this server stands in front of them, as
 * nginx does before PHP: it binds one address only, serves files itself, and never answers with
 * Playground's own first-request redirect, which has no CORS headers.
 */
import { createReadStream } from 'node:fs';
import { cp, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { listen } from '../listen.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
// The zip leaves out what browsers only need as files; the package has them beside it.
const STATIC_FILES = path.join(HERE, 'node_modules/@wp-playground/wordpress-builds/public/wp-6.5');
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

let cli;
let site;
let slots;
let running = 0;
let held = null;
const queue = [];
const idle = [];

const server = createServer(async (request, response) => {
  try {
    if (!cli) return response.writeHead(503, { 'Retry-After': '5' }).end('WordPress is starting.');
    if (await serveFile(request, response)) return;
    await held;
    await servePhp(request, response);
  } catch (error) {
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
});

async function serveFile(request, response) {
  const type = TYPES[path.extname(request.url.split('?')[0])];
  if (!type || !['GET', 'HEAD'].includes(request.method)) return false;
  const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  for (const root of [site, STATIC_FILES]) {
    const file = path.join(root, name);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) continue;
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': found.size,
      'Last-Modified': found.mtime.toUTCString(),
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(file), response);
    return true;
  }
  return false;
}

async function servePhp(request, response) {
  const body = [];
  for await (const chunk of request) body.push(chunk);
  await enter();
  try {
    const answer = await cli.playground.requestStreamed({
      url: request.url,
      method: request.method,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: new Uint8Array(Buffer.concat(body)),
    });
    const [status, headers] = await Promise.all([answer.httpStatusCode, answer.headers]);
    response.writeHead(status, headers);
    await pipeline(Readable.fromWeb(answer.stdout), response);
  } finally {
    leave();
  }
}

/** Requests beyond the number of workers wait in line: answered all at once, each would be as slow as the last one. */
async function enter() {
  if (running === slots) await new Promise((resume) => queue.push(resume));
  else running++;
}

function leave() {
  const next = queue.shift();
  if (next) return next();
  running--;
  if (running === 0) idle.splice(0).forEach((resume) => resume());
}

async function start({
  address,
  url,
  site: folder,
  seed,
  commentFlood,
  anonymousComments,
  newsletterTries,
  builder,
  workers,
}) {
  site = folder;
  slots = workers;
  await listen(server, address);
  say('Starting WordPress …');
  const { runCLI } = await import('@wp-playground/cli');
  const playground = await runCLI({
    command: 'server',
    verbosity: 'quiet',
    php: '8.3',
    port: 0,
    'site-url': url,
    workers,
    wordpressInstallMode: 'install-from-existing-files-if-needed',
    'mount-before-install': [
      { hostPath: site, vfsPath: '/wordpress' },
      {
        hostPath: path.join(HERE, 'plugin/newsrack'),
        vfsPath: '/wordpress/wp-content/plugins/newsrack',
      },
      { hostPath: path.join(HERE, 'mu-plugins'), vfsPath: '/wordpress/wp-content/mu-plugins' },
      { hostPath: HERE, vfsPath: '/publisher' },
    ],
    'define-bool': {
      DISABLE_WP_CRON: true,
      // The plugin's folder is the repository's own: nobody may delete it in the editor.
      DISALLOW_FILE_MODS: true,
      WP_HTTP_BLOCK_EXTERNAL: true,
      NEWSRACK_COMMENT_FLOOD: commentFlood,
      NEWSRACK_ANONYMOUS_COMMENTS: anonymousComments,
    },
    define: { NEWSRACK_BUILDER: builder },
    'define-number': { NEWSRACK_NEWSLETTER_TRIES: newsletterTries },
  });
  playground.server.close();

  let ids;
  if (seed) {
    say('Filling it with articles …');
    ids = await php(
      playground,
      `require '/publisher/seed.php'; echo json_encode(Newsrack\\Seed\\seed('/publisher'));`,
    );
  }
  cli = playground;
  await checkRest(url);
  process.send({ type: 'ready', ids });
}

const say = (line) => process.send({ type: 'log', line });

/** Runs PHP inside WordPress and reads the JSON it prints. */
async function php({ playground }, code) {
  const { text, errors, exitCode } = await playground.run({
    code: `<?php require '/wordpress/wp-load.php'; ${code}`,
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`PHP ended with ${exitCode}: ${errors}\n${text}`);
  }
}

async function checkRest(url) {
  const response = await fetch(`${url}/wp-json/wp/v2/posts?per_page=1&_fields=id`);
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !type.includes('json'))
    throw new Error(`WordPress' REST interface answered ${response.status} (${type}).`);
}

/** Requests wait at the door while the database changes under WordPress. */
async function reset({ from, to }) {
  let resume;
  held = new Promise((resolve) => (resume = resolve));
  try {
    if (running > 0) await new Promise((resolve) => idle.push(resolve));
    await rm(`${to}.new`, { recursive: true, force: true });
    await cp(from, `${to}.new`, { recursive: true });
    await rm(to, { recursive: true, force: true });
    await rename(`${to}.new`, to);
  } finally {
    held = null;
    resume();
  }
  process.send({ type: 'reset' });
}

async function end() {
  setTimeout(() => process.exit(0), 2_000).unref();
  server.close();
  server.closeAllConnections();
  await cli?.[Symbol.asyncDispose]().catch(() => {});
  process.exit(0);
}

const actions = { start, reset };
process.on('message', async ({ type, ...options }) => {
  try {
    await actions[type](options);
  } catch (error) {
    if (error.code === 'port-taken') process.send({ type: 'port-taken' });
    else process.send({ type: 'failed', reason: error.stack });
  }
});
process.on('disconnect', end);
process.on('SIGTERM', end);
// Ctrl-C reaches the whole group; the parent decides, and closes the channel.
process.on('SIGINT', () => {});
