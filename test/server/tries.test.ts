import assert from 'node:assert/strict';
import { it } from 'node:test';
import { repeat } from '../../src/server/tries.js';

it('What is tried again waits as long as it is told, be it months', async () => {
  const stop = new AbortController();
  let tries = 0;
  const take = () => {
    tries++;
    // A timer that is longer than Node knows goes off before this one.
    setTimeout(() => stop.abort('SIGTERM'), 20);
    return Promise.resolve({ code: 1, wait: 4_000_000 });
  };
  await repeat(take, 60, stop.signal);
  assert.equal(tries, 1);
});
