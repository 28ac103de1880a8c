import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { failureOf } from '../../src/net/failure.js';

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
