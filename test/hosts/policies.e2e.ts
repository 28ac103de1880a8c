import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loader, read, useHosts, type Host } from './host-page.js';
import { listedPolicy } from './listed-policy.js';

describe('Under a policy', () => {
  const pages = useHosts();
  const under = (policy: string, more: Partial<Host> = {}): Host => ({
    name: policy,
    headers: { 'content-security-policy': policy },
    ...more,
  });
  const strict = () => listedPolicy(pages.publisher.url, pages.partner.url);
  const trusted = `require-trusted-types-for 'script'; trusted-types newsrack newsrack-lit`;

  it('of nothing but what the README lists', async () => {
    assert.match(strict(), /^default-src 'none'/);
    assert.match(strict(), /require-trusted-types-for 'script'/);
    await pages.holds(under(strict()));
  });

  it('of the same, for everything in one file', async () => {
    const script = '<script type="module" src="/newsrack/newsrack.all.js"></script>';
    await pages.holds(under(strict(), { script }));
  });

  it('of Trusted Types: every name begins with ours, and none is asked for twice', async () => {
    const test = await pages.visit(
      under(trusted, {
        script: `${loader}<script type="module" src="/newsrack/newsrack.all.js"></script>`,
        init: () => {
          // With its own sanitizer, a browser needs fewer.
          delete (window as { Sanitizer?: unknown }).Sanitizer;
          const names: string[] = [];
          const factory = (window as unknown as { trustedTypes: { createPolicy: unknown } })
            .trustedTypes;
          const { createPolicy } = factory as { createPolicy(name: string, rules: object): object };
          Object.assign(window, { names });
          factory.createPolicy = function (name: string, rules: object) {
            names.push(name);
            return createPolicy.call(this, name, rules);
          };
        },
      }),
    );
    assert.deepEqual(test.problems, []);
    assert.deepEqual(test.violations, []);
    assert.deepEqual(test.heard, []);
    const names = await test.page.evaluate<string[]>('names');
    assert.deepEqual(names.sort(), ['newsrack', 'newsrack-lit']);
  });

  it('of Trusted Types without our names: what the author wrote stays, and the page hears why', async () => {
    const test = await pages.visit(
      under(`require-trusted-types-for 'script'; trusted-types theirs`),
    );
    assert.equal(await test.page.getByText('All headlines').isVisible(), true);
    // On a busy machine the last of them was heard after the page was settled.
    await test.page.waitForFunction('heard.length >= 6');
    const heard = await read(test.page, () => (window as unknown as { heard: string[] }).heard);
    assert.ok(
      heard.every((line) => line.includes('newsrack-lit')),
      heard.join('\n'),
    );
    assert.deepEqual(
      test.problems.filter((problem) => problem.startsWith('uncaught')),
      [],
    );
  });

  it('of nonces with strict-dynamic', async () => {
    await pages.holds(
      under(`script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'`, {
        script: loader.replace('async', 'async nonce="abc"'),
      }),
    );
  });

  it('of Cross-Origin-Embedder-Policy and strict referrers', async () => {
    const each: Record<string, string>[] = [
      {
        'cross-origin-embedder-policy': 'credentialless',
        'cross-origin-opener-policy': 'same-origin',
      },
      {
        'referrer-policy': 'no-referrer',
        'permissions-policy': 'geolocation=(), clipboard-write=()',
      },
    ];
    for (const headers of each) await pages.holds({ name: 'headers', headers });
  });

  it('of Cross-Origin-Embedder-Policy: require-corp: all but pictures without leave', async () => {
    const test = await pages.visit({
      name: 'require-corp',
      headers: { 'cross-origin-embedder-policy': 'require-corp' },
    });
    const clean = await pages.cleanPage();
    assert.deepEqual(
      test.shown.map(({ text }) => text),
      clean.map(({ text }) => text),
    );
    assert.deepEqual(test.heard, []);
  });

  it('that blocks storage', async () => {
    await pages.holds({
      name: 'storage',
      init: () => {
        for (const name of ['sessionStorage', 'localStorage'])
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('Access is denied', 'SecurityError');
            },
          });
      },
    });
  });

  it('of a sandbox that is of no origin', async () => {
    const test = await pages.visit(under('sandbox allow-scripts'));
    const clean = await pages.cleanPage();
    assert.deepEqual(test.problems, []);
    assert.deepEqual(
      test.shown.map(({ text }) => text),
      clean.map(({ text }) => text),
    );
    assert.deepEqual(test.heard, []);
  });
});
