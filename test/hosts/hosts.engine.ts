/* The host pages in Firefox or WebKit: NEWSRACK_TEST_ENGINE names it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { startEngine, type Engine } from './engine.js';
import { look, lookAround, pageOf, watch, words, type Host, type Shown } from './host-page.js';
import { listedPolicy } from './listed-policy.js';
import { scripts } from './scripts.js';
import { styles } from './styles.js';

const name = process.env.NEWSRACK_TEST_ENGINE ?? 'firefox';

/** Errors that nobody caught, and what was complained of. */
const listen = () => {
  const problems: string[] = [];
  Object.assign(window, { problems });
  addEventListener('error', ({ message }) => problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => problems.push(String(reason)));
  const { error } = console;
  console.error = (...words: unknown[]) => {
    problems.push(words.join(' '));
    error(...words);
  };
};

/** Not every engine lets a test add scripts: the page's first one is the test's. Bars would be in the way of measuring. */
const first = (...functions: (() => void)[]) =>
  `<style nonce="test">html { scrollbar-width: none }</style><script nonce="test">globalThis.__name = (named) => named;${functions.map((run) => `(${String(run)})();`).join('')}</script>`;

const settled = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  while (typeof window.newsrack?.ready !== 'function') await frame();
  await window.newsrack.ready();
  await frame();
  await frame();
  return '';
})()`;

const found = (find: () => unknown) => `written((${String(find)})())`;

/** WebKit's innerText leaves out what its box clips as a whole: in a card beside a picture, what has no room there. */
const clipped: Record<string, string> =
  name === 'webkit' ? { 'a column of 120 px': 'By Tom O’Hara & Sons ' } : {};

describe(`In ${name}, on a page with`, () => {
  let engine: Engine;
  let publisher: Site;
  let partner: PartnerPage;
  /** The same site without us. */
  let without: PartnerPage;
  let clean: Shown[];

  before(async () => {
    [engine, publisher, partner, without] = await Promise.all([
      startEngine(name),
      startWordPress(),
      servePartnerPage(''),
      servePartnerPage(''),
    ]);
    without.route('/newsrack/*', { body: '', headers: { 'content-type': 'text/javascript' } });
    clean = await visit({ name: 'a clean page' });
  });
  after(async () => {
    await engine?.close();
    await Promise.all([publisher.close(), partner.close(), without.close()]);
  });

  const read = async <T>(find: () => T) => JSON.parse(await engine.evaluate(found(find))) as T;

  async function open(host: Host, on = partner) {
    const head = first(watch, listen, ...(host.init ? [host.init] : [])) + (host.head ?? '');
    await engine.open(on.page('host', pageOf({ ...host, head }, publisher), host.headers));
  }

  async function visit(host: Host) {
    await open(host);
    await engine.evaluate(settled);
    return read(look);
  }

  const said = () =>
    read(() => {
      const { heard, violations, problems } = window as unknown as Record<string, string[]>;
      return { heard, violations, problems };
    });

  async function holds(host: Host) {
    const shown = await visit(host);
    assert.deepEqual(await said(), { heard: [], violations: [], problems: [] });
    const seen = ({ tag, text, looks }: Shown) => ({
      tag,
      text: words(text).replace(clipped[host.name] ?? '', ''),
      looks,
    });
    assert.deepEqual(shown.map(seen), clean.map(seen));
    for (const { tag, width, height } of shown)
      assert.ok(width > 100 && height > 40, `${tag} is ${width} × ${height}`);
    const around = await read(lookAround);
    await open(host, without);
    assert.deepEqual(around, await read(lookAround));
  }

  for (const host of [...styles, ...scripts]) it(host.name, () => holds(host));

  it('a policy of nothing but what the README lists', async () => {
    const policy = listedPolicy(publisher.url, `${partner.url} ${without.url}`)
      // What the test itself adds to the page, and what engines ask for by themselves.
      .replace('script-src', "style-src 'nonce-test'; script-src 'nonce-test'")
      .replace('img-src', `img-src ${partner.url}/favicon.ico ${without.url}/favicon.ico`);
    await holds({ name: 'policy', headers: { 'content-security-policy': policy } });
  });
});
