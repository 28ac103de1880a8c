import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { asInPage } from '../../src/server/check/as-in-a-page.js';
import { diagnose, failureOf } from '../../src/net/failure.js';
import { startOrigin } from '../origin.js';

describe('A source that could not be reached', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, 'location'));
  const message = (page: string, source: string) => {
    Object.assign(globalThis, { location: new URL(page) });
    return failureOf(source, 1000, { cause: new TypeError('Failed to fetch') }).message;
  };

  it('says so, and on a page with https that its address needs https, too', () => {
    assert.match(message('https://partner.example/', 'http://a.example/x'), /https address/);
    assert.match(message('https://partner.example/', 'https://a.example/x'), /not be reached/);
    assert.match(message('http://partner.example/', 'http://a.example/x'), /not be reached/);
  });
});

describe('A source that wants to be left alone', () => {
  it('is so for a day at most', () => {
    const wait = (retryAfter: string) => {
      const answer = new Response('', { status: 503, headers: { 'Retry-After': retryAfter } });
      return failureOf('https://a.example/', 1000, { answer }).retryAfter!;
    };
    assert.equal(wait('120'), 120);
    assert.equal(wait('4000000'), 86_400);
    assert.ok(wait('Fri, 31 Dec 9999 23:59:59 GMT') <= 86_400);
  });
});

describe('What a server asks of an address that leads to another site', { timeout: 5000 }, () => {
  it('comes to an end, and says what a page there would be told', async () => {
    const [there, elsewhere] = await Promise.all([startOrigin(), startOrigin()]);
    const url = `${there.url}/`;
    const code = async () => (await diagnose(url, 10_000)).code;
    there.route('/', { status: 301, headers: { location: elsewhere.url } });
    elsewhere.route('/', { json: [] });
    assert.equal(await code(), 'network');
    elsewhere.route('/', { cors: false });
    assert.equal(await asInPage('https://partner.example/', [], code), 'cors');
    await Promise.all([there.close(), elsewhere.close()]);
  });
});
