import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OpenPublisher } from '../../src/adapters.js';
import type * as Testing from '../../src/testing/index.js';
import { startDrupal, type DrupalSite } from '../drupal-api.js';

/** As a developer has them, from the built package by its name; types are checked before there is one. */
const builtTests: string = 'newsrack/testing';
const { publisherTests } = (await import(builtTests)) as typeof Testing;
const { openDrupal } = (await import(
  new URL('../../demo/adapters/drupal.js', import.meta.url).href
)) as { openDrupal: OpenPublisher };

describe('the adapter for Drupal in the demo', () => {
  let site: DrupalSite;
  before(async () => {
    site = await startDrupal();
  });
  after(() => site.close());

  for (const { name, run } of publisherTests({
    open: () => openDrupal({ url: site.url }),
    missingId: '99999999-0000-4000-8000-000000000000',
    get missingUrl() {
      return `${site.url}/never/written`;
    },
    authorId: '22222222-0000-4000-8000-000000000001',
    filters: {
      'those with a word': { search: 'part 5' },
      'those of a category': { categories: ['trade'] },
    },
  }))
    it(name, run);

  it('lists what is in any of several categories', async () => {
    const publisher = await openDrupal({ url: site.url });
    const listed = async (...categories: string[]) =>
      (await publisher.articles({ limit: 100, categories })).articles.map(({ id }) => id);
    const [trade, fish] = [await listed('trade'), await listed('fish')];
    const all = (await publisher.articles({ limit: 100 })).articles.map(({ id }) => id);
    const either = all.filter((id) => trade.includes(id) || fish.includes(id));
    assert.ok(either.length > trade.length && either.length < all.length);
    assert.deepEqual(await listed('trade', 'fish'), either);
  });
});
