/**
 * A real WordPress with invented journalism, for the demo and the end-to-end tests.
 * Needs Node and npm's registry; no PHP, no database server.
 *
 *   node demo/publisher/publisher.js [--fresh]
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installDependencies } from '../install.js';
import { PortTakenError, checkPort } from '../listen.js';
import { unzip } from './unzip.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const WORDPRESS_ZIP = 'node_modules/@wp-playground/wordpress-builds/src/wordpress/wp-6.5.zip';
const SEED = [
  'articles',
  'pictures',
  'authors.json',
  'categories.json',
  'comments.json',
  'seed.php',
];

/** The articles' ages are counted from the seeding: after a day, "40 minutes ago" needs a new one. */
const SEED_LASTS = 24 * 60 * 60 * 1000;
/** A slow machine with other work needs more than two minutes to fill it. */
const BOOT_TIMEOUT = 300_000;

export { PortTakenError };

/** WordPress could not be started; `message` says why. */
export class PublisherError extends Error {
  name = 'PublisherError';
  code = 'publisher-failed';
}

/** Where the publisher's site is. */
export const publisherAddress = (port) => ({
  port,
  host: '127.0.0.1',
  variable: 'NEWSRACK_PUBLISHER_PORT',
});

/**
 * Playground's OPcache keeps what it compiles in files and compiles all of WordPress for each request all the same: an
 * answer takes 0.9 s of the processor with it, half of that without. As early as a site can say so.
 */
async function withoutOpcache(configuration) {
  const code = await readFile(configuration, 'utf8');
  await writeFile(configuration, code.replace('<?php', `<?php ini_set( 'opcache.enable', '0' );`));
}

/**
 * Starts WordPress; installs, unpacks and fills it first where that has not been done yet.
 *
 * @param {object} [options]
 * @param {number} [options.port] each port is an instance with a state of its own
 * @param {(line: string) => void} [options.log] progress, a line at a time
 * @param {boolean} [options.fresh] forget what is there and seed again
 * @param {boolean} [options.commentFlood] WordPress' pause of 15 s between a reader's comments
 * @param {boolean} [options.anonymousComments] comments over REST without a login
 * @param {number} [options.newsletterTries] requests for the newsletter from one address in ten minutes
 * @param {string} [options.builder] the page that "Embed this" beside each article opens; none, no such button
 * @param {number} [options.workers] PHP requests that are answered at the same time
 * @returns {Promise<Publisher>}
 *
 * @typedef {object} Publisher
 * @property {string} url
 * @property {object} ids what was seeded, by readable keys
 * @property {() => Promise<Mail[]>} mails what it would have sent, the newest first; `GET /wp-json/newsrack/v1/mails` says the same
 * @property {() => Promise<void>} reset
 * @property {() => Promise<void>} stop
 *
 * @typedef {{ to: string, subject: string, text: string, date: string }} Mail
 */
export async function startPublisher({
  port = 8081,
  log = () => {},
  fresh = false,
  commentFlood = true,
  anonymousComments = true,
  newsletterTries = 30,
  builder = '',
  workers = 2,
} = {}) {
  const address = publisherAddress(port);
  const url = `http://${address.host}:${port}`;
  await checkPort(address);
  await installDependencies({ folder: HERE, what: 'WordPress and its PHP (600 MB)', log });

  const state = path.join(HERE, '.wordpress', String(port));
  const site = path.join(state, 'site');
  const hash = await seedHash();
  const reuse = !fresh && (await isSeeded(state, hash));
  if (!reuse) {
    log('Unpacking WordPress …');
    await rm(state, { recursive: true, force: true });
    await mkdir(site, { recursive: true });
    await unzip(path.join(HERE, WORDPRESS_ZIP), site);
    await withoutOpcache(path.join(site, 'wp-config.php'));
  }

  const child = fork(path.join(HERE, 'wordpress-server.js'), [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  const stderr = [];
  child.stderr.on('data', (data) => stderr.push(data));
  // The child watches the channel and ends when this process does, however that happens.
  child.send({
    type: 'start',
    address,
    url,
    site,
    seed: !reuse,
    commentFlood,
    anonymousComments,
    newsletterTries,
    builder,
    workers,
  });

  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const impatience = setTimeout(() => child.kill('SIGKILL'), 5_000);
    if (child.connected) child.disconnect();
    await gone;
    clearTimeout(impatience);
  }

  const answer = (type, timeout) => awaitMessage(child, { type, timeout, log, address, stderr });
  try {
    const { ids } = await answer('ready', BOOT_TIMEOUT);
    if (ids) {
      await writeFile(path.join(state, 'ids.json'), `${JSON.stringify(ids, null, 2)}\n`);
      await cp(databaseFolder(site), path.join(state, 'seeded'), { recursive: true });
      await writeFile(path.join(state, 'seed.json'), JSON.stringify({ hash, at: Date.now() }));
    }
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    url,
    ids: JSON.parse(await readFile(path.join(state, 'ids.json'), 'utf8')),
    async mails() {
      const kept = await readFile(path.join(databaseFolder(site), 'mails.jsonl'), 'utf8').catch(
        () => '',
      );
      return kept
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .reverse();
    },
    /** Puts the seeded database back, while the server runs. */
    async reset() {
      child.send({ type: 'reset', from: path.join(state, 'seeded'), to: databaseFolder(site) });
      await answer('reset', 30_000);
    },
    stop,
  };
}

const databaseFolder = (site) => path.join(site, 'wp-content', 'database');

async function isSeeded(state, hash) {
  try {
    const seed = JSON.parse(await readFile(path.join(state, 'seed.json'), 'utf8'));
    return seed.hash === hash && Date.now() - seed.at < SEED_LASTS;
  } catch {
    return false;
  }
}

async function seedHash() {
  const sum = createHash('sha256').update(await readFile(path.join(HERE, 'package-lock.json')));
  for (const name of SEED) {
    const source = path.join(HERE, name);
    const folder = (await stat(source)).isDirectory();
    const files = folder
      ? (await readdir(source)).sort().map((file) => path.join(source, file))
      : [source];
    for (const file of files) sum.update(path.basename(file)).update(await readFile(file));
  }
  return sum.digest('hex');
}

function awaitMessage(child, { type, timeout, log, address, stderr }) {
  return new Promise((resolve, reject) => {
    const fail = (reason) =>
      settle(reject, new PublisherError(`${reason}\n${Buffer.concat(stderr)}`.trim()));
    const timer = setTimeout(
      () => fail(`WordPress gave no answer in ${timeout / 1000} s.`),
      timeout,
    );
    let ticking;
    const say = (line) => {
      clearInterval(ticking);
      const since = Date.now();
      log(line);
      ticking = setInterval(
        () => log(`${line} ${Math.round((Date.now() - since) / 1000)} s`),
        10_000,
      );
    };
    const onExit = () => fail('WordPress ended unexpectedly.');
    const onMessage = (message) => {
      if (message.type === 'log') say(message.line);
      else if (message.type === type) settle(resolve, message);
      else if (message.type === 'port-taken')
        settle(reject, new PortTakenError(address.port, address.host, address.variable));
      else if (message.type === 'failed') fail(message.reason);
    };
    function settle(how, value) {
      clearTimeout(timer);
      clearInterval(ticking);
      child.off('exit', onExit).off('message', onMessage);
      how(value);
    }
    child.on('exit', onExit).on('message', onMessage);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const publisher = await startPublisher({
      port: Number(process.env.NEWSRACK_PUBLISHER_PORT ?? 8081),
      fresh: process.argv.includes('--fresh'),
      log: console.log,
    });
    console.log(`\nPublisher: ${publisher.url}\nCtrl-C stops it.`);
    const end = () => publisher.stop().then(() => process.exit(0));
    process.once('SIGINT', end).once('SIGTERM', end);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
