/* A pinned script tag in Firefox or WebKit: NEWSRACK_TEST_ENGINE names it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startEngine, type Engine } from '../hosts/engine.js';
import { listedPolicy } from '../hosts/listed-policy.js';
import { listen, manifest, needs, pinnedTag, startPlaces, type Places } from './pinned-pages.js';

const name = process.env.NEWSRACK_TEST_ENGINE ?? 'firefox';

const refusal = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  while (!window.heard?.some(({ code }) => code === 'integrity')) await frame();
  await window.newsrack.ready();
  const { innerText } = document.body;
  return JSON.stringify({ ran: 'intruder' in window, heard, said, innerText });
})()`;

const shown = `(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  while (!document.querySelector('nr-headlines').shadowRoot?.querySelector('[part~=headline]')) await frame();
  return JSON.stringify({ heard, problems, violations });
})()`;

describe(`In ${name}, a pinned script tag`, () => {
  let engine: Engine;
  let places: Places;
  before(async () => {
    [engine, places] = await Promise.all([startEngine(name), startPlaces()]);
  });
  after(async () => {
    await engine?.close();
    await places?.close();
  });

  const open = (body: string, headers?: Record<string, string>) =>
    engine.open(
      places.partner.page(
        'pinned',
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Partner</title>
         <script nonce="test">globalThis.__name = (named) => named; (${String(listen)})();
           window.violations = [];
           addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective + ' ' + event.blockedURI));
         </script>${pinnedTag(places.cdn)}${body}`,
        headers,
      ),
    );

  for (const chunk of [
    'pins',
    'core',
    'wordpress',
    'headlines',
    'pt',
    'article-en',
    'prose',
    name === 'webkit' ? 'purify' : 'own-sanitizer',
    'rss',
    'feed',
    'comments-isso',
    'newsletter-form',
  ])
    it(`refuses another “${chunk}”`, async () => {
      places.cdn.change(manifest.chunks[chunk]!.file);
      await open(needs(places)[chunk]!.markup);
      const { ran, heard, said, innerText } = JSON.parse(await engine.evaluate(refusal)) as {
        ran: boolean;
        heard: { code: string }[];
        said: string[];
        innerText: string;
      };
      assert.equal(ran, false);
      assert.ok(
        heard.every(({ code }) => code === 'integrity'),
        JSON.stringify(heard),
      );
      assert.equal(said.length, 1, said.join('\n'));
      assert.match(innerText, /Fallback/);
    });

  it('shows what is as it was, under the policy that the README lists', async () => {
    places.cdn.change();
    const policy = listedPolicy(places.wordpress.url, places.cdn.url)
      .replace('script-src', `script-src 'nonce-test'`)
      .replace('img-src', `img-src ${places.partner.url}/favicon.ico`);
    await open(needs(places)['core']!.markup, { 'content-security-policy': policy });
    assert.deepEqual(JSON.parse(await engine.evaluate(shown)), {
      heard: [],
      problems: [],
      violations: [],
    });
  });

  it('runs nothing that the server has only later', async () => {
    const seen = new Set<string>();
    places.cdn.route(/\/newsrack\/.*/, async ({ path }) => {
      const { headers, ...answer } = await places.cdn.answer(path, seen.has(path));
      seen.add(path);
      return { ...answer, headers: { ...headers, 'cache-control': 'no-store', vary: '*' } };
    });
    await open(needs(places)['core']!.markup);
    const shownOrRefused = await engine.evaluate(`(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      const isShown = () => document.querySelector('nr-headlines').shadowRoot?.querySelector('[part~=headline]');
      while (!isShown() && !heard.length) await frame();
      return JSON.stringify({ ran: 'intruder' in window, heard: heard.map(({ code }) => code) });
    })()`);
    const { ran, heard } = JSON.parse(shownOrRefused) as { ran: boolean; heard: string[] };
    assert.equal(ran, false);
    // A browser that fetches twice refuses the second answer.
    assert.ok(
      heard.every((code) => code === 'integrity'),
      heard.join(),
    );
  });
});
