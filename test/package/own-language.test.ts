import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import type * as newsrack from '../../src/index.js';
import type * as server from '../../src/server/index.js';

const dist = join(import.meta.dirname, '../../dist');
const { registerLocale } = (await import(join(dist, 'index.js'))) as typeof newsrack;
const { renderToString } = (await import(join(dist, 'server/index.js'))) as typeof server;

it('A server says what a page’s developer has registered, in a language of ours and in another', async () => {
  registerLocale('en', { common: { more: 'On' }, 'newsletter-form': { join: 'Join us' } });
  registerLocale('eu', { 'newsletter-form': { join: 'Harpidetu' } });
  const form = (lang: string) =>
    renderToString('newsletter-form', {
      lang,
      provider: 'form',
      action: 'https://letters.example/join',
    });
  assert.match(await form('en'), /Join us/);
  assert.match(await form('eu-ES'), /Harpidetu/);
  assert.match(await renderToString('author-bio', { name: 'Ana Paz', lang: 'eu' }), /Ana Paz/);
});
