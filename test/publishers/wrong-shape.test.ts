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
});
