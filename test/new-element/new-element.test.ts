import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { useCopyWithNewElement } from './copy.js';

describe('npm run new', () => {
  const copy = useCopyWithNewElement();

  it('makes the element, its tests and its page, well formatted', async () => {
    const folders = copy.made.map(dirname);
    for (const expected of [
      'src/elements/press-review',
      'test/press-review',
      'demo/site/docs/elements',
    ])
      assert.ok(folders.includes(expected), `${expected}: ${copy.made.join(' ')}`);
    await copy.run('~/prettier/bin/prettier.cjs', '--check', ...copy.made);
  });

  it('refuses what is no name, and one that is taken', async () => {
    await assert.rejects(copy.run('src/build/new-element.js', 'nr_x'), { code: 2 });
    await assert.rejects(copy.run('src/build/new-element.js', 'headlines'), { code: 1 });
  });
});
