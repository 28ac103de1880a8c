import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Need } from '../../src/server/check/finding.js';
import { readPage } from '../../src/server/check/page.js';
import { forbidden, policiesOf, untrusted } from '../../src/server/check/policy.js';

const url = 'https://partner.example/news/';

const policies = (text: string, html = '') =>
  policiesOf(readPage(html, url), new Headers(text ? { 'Content-Security-Policy': text } : {}));

/** What a policy would have to say instead so that this is allowed. */
const mended = (text: string, ...needs: Omit<Need, 'use'>[]) =>
  forbidden(
    policies(text),
    needs.map((need) => ({ use: 'it', ...need })),
    url,
  ).map(({ paste }) => paste);

const script = (more: Partial<Need> = {}): Omit<Need, 'use'> => ({
  directive: 'script-src',
  url: 'https://cdn.example/newsrack/newsrack.js',
  ...more,
});
const picture = { directive: 'img-src', url: 'https://img.example/a.jpg' } as const;

describe('A Content Security Policy', () => {
  it('is found in headers, several in one, and in a head, but not in a body', () => {
    const html = `<head><meta http-equiv="Content-Security-Policy" content="img-src 'self'"></head>
      <p><meta http-equiv="Content-Security-Policy" content="script-src 'self'">`;
    const found = policies("default-src 'self', object-src 'none'", html);
    assert.deepEqual(
      found.map(({ directives }) => [...directives.keys()].join()),
      ['default-src', 'object-src', 'img-src'],
    );
  });

  for (const allowed of [
    '',
    "object-src 'none'",
    'script-src *',
    'script-src https:',
    'default-src cdn.example',
    "default-src 'none'; script-src https://cdn.example",
    'script-src *.example',
    'script-src https://cdn.example:443/newsrack/',
    'script-src http://cdn.example',
    'SCRIPT-SRC https://CDN.example/newsrack/newsrack.js',
    "script-src 'none'; script-src-elem cdn.example:*",
  ])
    it(`allows the loader by “${allowed}”`, () => assert.deepEqual(mended(allowed, script()), []));

  for (const [refusing, paste] of [
    ["default-src 'self'", "script-src 'self' https://cdn.example"],
    ["script-src 'none'", 'script-src https://cdn.example'],
    ['script-src', 'script-src https://cdn.example'],
    ['script-src *.cdn.example', 'script-src *.cdn.example https://cdn.example'],
    [
      'script-src https://cdn.example/other/',
      'script-src https://cdn.example/other/ https://cdn.example',
    ],
    [
      'script-src https://cdn.example:8443',
      'script-src https://cdn.example:8443 https://cdn.example',
    ],
    [
      "script-src 'self'; script-src-elem 'self'; default-src *",
      "script-src-elem 'self' https://cdn.example",
    ],
    [
      "script-src 'self' 'unsafe-inline' data:",
      "script-src 'self' 'unsafe-inline' data: https://cdn.example",
    ],
  ] as const)
    it(`refuses it by “${refusing}”, and says what would allow it`, () =>
      assert.deepEqual(mended(refusing, script()), [paste]));

  it('allows by nonce what bears it, and what that fetches only with strict-dynamic', () => {
    const loader = script({ nonce: 'abc' });
    const chunk = script({ imported: true });
    assert.deepEqual(mended("script-src 'nonce-abc' 'strict-dynamic'", loader, chunk), []);
    assert.deepEqual(mended("script-src 'nonce-abc'", loader, chunk), [
      "script-src 'nonce-abc' https://cdn.example",
    ]);
    const [paste] = mended("script-src 'nonce-abc' 'strict-dynamic' https://cdn.example", script());
    assert.match(paste!, /<script async nonce=/);
  });

  it('allows by a hash what has it as integrity', () =>
    assert.deepEqual(mended("script-src 'sha256-abc='", script({ integrity: 'sha256-abc=' })), []));

  it('does not fall back where there is nothing to fall back to', () => {
    const form = { directive: 'form-action', url: 'https://list.example/' } as const;
    assert.deepEqual(mended("default-src 'none'", form), []);
    assert.deepEqual(mended("form-action 'self'", form), [
      "form-action 'self' https://list.example",
    ]);
  });

  it('writes one directive for all that is missing in it, for each that lacks something', () =>
    assert.deepEqual(
      mended("default-src 'none'", script(), picture, { ...picture, url: 'https://b.example/' }),
      ['script-src https://cdn.example', 'img-src https://img.example https://b.example'],
    ));

  it('forbids the <style> of rendered widgets but for unsafe-inline', () => {
    const style = { directive: 'style-src', url, isInline: true } as const;
    assert.deepEqual(mended("style-src 'self' 'unsafe-inline'", style), []);
    const [found] = forbidden(policies("style-src 'self'"), [{ use: 'it', ...style }], url);
    assert.match(found!.message, /--styles link/);
  });

  it('that only reports is advice', () => {
    const headers = new Headers({ 'Content-Security-Policy-Report-Only': "script-src 'self'" });
    const [found] = forbidden(
      policiesOf(readPage('', url), headers),
      [{ use: 'it', ...script() }],
      url,
    );
    assert.equal(found!.level, 'advice');
  });
});

describe('Trusted Types', () => {
  const missing = (text: string) =>
    untrusted(policies(text), ['newsrack', 'newsrack-lit']).map(({ paste }) => paste);

  it('need the names only where they are required and names are listed', () => {
    for (const text of [
      '',
      'trusted-types other',
      "require-trusted-types-for 'script'",
      "require-trusted-types-for 'script'; trusted-types *",
      "require-trusted-types-for 'script'; trusted-types newsrack-lit newsrack",
    ])
      assert.deepEqual(missing(text), [], text);
    assert.deepEqual(missing("require-trusted-types-for 'script'; trusted-types newsrack"), [
      'trusted-types newsrack newsrack-lit',
    ]);
    assert.deepEqual(missing("require-trusted-types-for 'script'; trusted-types 'none'"), [
      'trusted-types newsrack newsrack-lit',
    ]);
  });
});
