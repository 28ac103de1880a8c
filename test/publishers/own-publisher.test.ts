import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registerPublisher } from '../../src/adapters.js';
import { openPublisher } from '../../src/publishers/open.js';
import type { Publisher } from '../../src/publishers/publisher.js';

/** Opens an adapter of a page's own that does nothing but this. */
async function opened(articles: Publisher['articles']) {
  const refuse = () => Promise.reject(new Error('not asked for'));
  registerPublisher('x-gazette', () => ({ articles, article: refuse, author: refuse }));
  return openPublisher({ url: 'https://gazette.example/', type: 'x-gazette' });
}

describe('An adapter of a page’s own', () => {
  it('ends in time, whatever it does', async () => {
    let called: AbortSignal | undefined;
    const publisher = await opened((_, options) => {
      called = options!.signal;
      return new Promise(() => {});
    });
    await assert.rejects(publisher.articles({ limit: 1 }, { timeout: 20 }), {
      code: 'timeout',
      retryable: true,
    });
    assert.equal(called!.aborted, true);
  });

  it('ends with the reason for which it was called off, also when it does not listen', async () => {
    const publisher = await opened(() => new Promise(() => {}));
    const abort = new AbortController();
    const asked = publisher.articles({ limit: 1 }, { signal: abort.signal });
    const reason = new Error('left');
    abort.abort(reason);
    await assert.rejects(asked, reason);
    await assert.rejects(publisher.articles({ limit: 1 }, { signal: abort.signal }), reason);
  });

  it('may let a failed request through: that is the network’s', async () => {
    const publisher = await opened(async () => {
      await fetch('http://127.0.0.1:9/');
      return { articles: [] };
    });
    await assert.rejects(publisher.articles({ limit: 1 }), { code: 'network', retryable: true });
  });

  it('may throw at once: what it threw is told', async () => {
    const publisher = await opened(() => {
      throw new TypeError('this.fetchPage is not a function');
    });
    await assert.rejects(publisher.articles({ limit: 1 }), TypeError);
  });

  it('answers as ever', async () => {
    const page = { articles: [], next: '2' };
    const publisher = await opened(() => Promise.resolve(page));
    assert.equal(await publisher.articles({ limit: 1 }), page);
  });
});
