import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { NewsrackError } from '../../src/model/error.js';
import { openPublisher } from '../../src/publishers/open.js';
import type { SourceType } from '../../src/publishers/publisher.js';
import { startOrigin, type Origin } from '../origin.js';

let origin: Origin;
afterEach(() => origin.close());

describe('A source that answers something else than what was asked for', () => {
  for (const type of ['wordpress', 'ghost', 'json-feed', 'rss'] as SourceType[])
    it(`has failed: ${type} is asked for no more than six times in an hour`, async () => {
      origin = await startOrigin();
      origin.route('/*', { json: { of: 'another request' } });
      const publisher = await openPublisher({ url: `${origin.url}/`, type, key: 'k' });
      for (let times = 0; times < 20; times++)
        await assert.rejects(
          publisher.articles({ limit: 5 }, { background: true }),
          (error) => error instanceof NewsrackError && error.code === 'bad-answer',
        );
      assert.ok(origin.requests.length <= 6, `${origin.requests.length} requests`);
    });

  for (const [type, start] of [
    ['rss', '<rss version="2.0"><channel><title>Daily</title><item><title>The Fer'],
    ['rss', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily</title>'],
    ['json-feed', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1"'],
  ] as const)
    it(`has failed, too, when it breaks off right after ${start.slice(0, 9)}`, async () => {
      origin = await startOrigin();
      origin.route('/*', { body: start });
      const publisher = await openPublisher({ url: `${origin.url}/feed`, type });
      for (let times = 0; times < 20; times++)
        await assert.rejects(publisher.articles({ limit: 5 }, { background: true }), {
          code: 'bad-answer',
        });
      assert.ok(origin.requests.length <= 6, `${origin.requests.length} requests`);
    });

  it('is not looked for elsewhere when it is WordPress and says too much', async () => {
    origin = await startOrigin();
    origin.route('/wp-json/*', { json: [{ id: 'x'.repeat(1e7) }] });
    const publisher = await openPublisher({ url: origin.url, type: 'wordpress' });
    await assert.rejects(publisher.articles({ limit: 5 }), {
      code: 'bad-answer',
      message: /more than 10 MB of JSON/,
    });
    assert.equal(origin.requests.length, 1);
  });
});
