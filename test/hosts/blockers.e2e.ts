import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { cdnFolder } from '../partner-page.js';
import { useHosts } from './host-page.js';

/** What lists of advertisements, trackers and annoyances look for in addresses and in the names of elements. */
const hunted =
  /subscri|newsletter-?(signup|popup)|sign-?up|widget[_-]?block|social|share|embed|banner|track|analytic|sponsor|popup|promo|(^|[^a-z])ads?([^a-z]|$)/i;

describe('Blockers of advertisements and annoyances find nothing', () => {
  const pages = useHosts();

  it('in the names of files', async () => {
    assert.deepEqual(
      (await readdir(cdnFolder)).filter((name) => hunted.test(name.replace(/-[\w-]{6}\.js$/, ''))),
      [],
    );
  });

  it('in the names of elements, classes, ids, parts and attributes', async () => {
    const test = await pages.visit({ name: 'names' });
    const names = await test.page.evaluate(() => {
      const found = new Set<string>();
      const collect = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          for (const name of [
            element.localName,
            element.id,
            ...element.classList,
            ...element.part,
            ...element.getAttributeNames(),
          ])
            found.add(name);
          if (element.shadowRoot) collect(element.shadowRoot);
        }
      };
      collect(document);
      return [...found];
    });
    assert.ok(names.length > 50);
    assert.deepEqual(
      names.filter((name) => hunted.test(name)),
      [],
    );
  });
});
