/**
 * The demo: a publisher's WordPress on one site and a partner's page on another. Installs, builds and
 * fills what is missing first; Ctrl-C stops everything.
 *
 *   npm start
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies, npm } from './install.js';
import { checkPort } from './listen.js';
import { newest } from './newest.js';
import { partnerAddress } from './partner/address.js';
import { publisherAddress, startPublisher } from './publisher/publisher.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = path.join(ROOT, 'dist/cdn/newsrack.js');
const SOURCES = ['src', 'package.json', 'vite.config.ts'].map((name) => path.join(ROOT, name));

const publisherPort = Number(process.env.NEWSRACK_PUBLISHER_PORT ?? 8081);
const partnerPort = Number(process.env.NEWSRACK_PARTNER_PORT ?? 8080);
const log = (line) => console.log(`· ${line}`);

const running = [];
let ending;
/** Stops everything once, however often it is asked. */
const end = (status) =>
  (ending ??= Promise.allSettled(running.map((server) => server.stop())).then(() =>
    process.exit(status),
  ));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

try {
  await checkPort(partnerAddress(partnerPort));
  await checkPort(publisherAddress(publisherPort));
  await installDependencies({ folder: ROOT, what: 'the library’s tools', log });
  await build();
  const publisher = await startPublisher({
    port: publisherPort,
    builder: `http://${partnerAddress(partnerPort).host}:${partnerPort}/site/builder.html`,
    log,
  });
  running.push(publisher);
  // Not before the packages are there that it needs.
  const { startPartner } = await import('./partner/server.js');
  const partner = await startPartner({
    port: partnerPort,
    publisherUrl: publisher.url,
    articles: publisher.ids.articles,
    authors: publisher.ids.authors,
    log,
  });
  running.push(partner);
  console.log(`
  Newsrack’s site     ${partner.url}/site/
  Partner’s page      ${partner.url}
  … with an article   ${partner.url}/article.html
  Other partners      ${partner.url}/site/#partners
  Publisher’s mail    ${partner.url}/mailbox.html
  Publisher’s site    ${publisher.url}   (editor: ${publisher.url}/wp-admin/, admin / password)

  To paste into a page of your own, wherever it is:

<script async src="${partner.url}/newsrack/newsrack.js"></script>
<nr-headlines source="${publisher.url}" limit="5"></nr-headlines>

  Ctrl-C stops all.`);
} catch (error) {
  console.error(`\n${error.code === 'port-taken' ? error.message : error.stack}`);
  await end(1);
}

async function build() {
  const built = newest(BUILT);
  if (built && built > Math.max(...SOURCES.map(newest))) return;
  log('Building the library …');
  await npm(['run', 'build'], ROOT, (seconds) => log(`Building the library … ${seconds} s`));
}
