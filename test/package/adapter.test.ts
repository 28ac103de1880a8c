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
    filters: { 'those with a word': { search: 'part 5' } },
  }))
    it(name, run);
});
