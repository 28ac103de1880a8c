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

  it('makes what has right types', async () => {
    await copy
      .run('~/@typescript/native/bin/tsc', '--noEmit')
      .catch((error: { stdout: string }) => assert.fail(error.stdout));
  });

  it('enters it where a server, newsrack check and the tests of every widget look', async () => {
    const { stdout } = await copy.run(
      '--import=tsx',
      '--input-type=module',
      '--eval',
      `import { readPage } from './src/server/check/page.ts';
       import { widgetsOf } from './src/server/check/widgets.ts';
       import { servedWidgets } from './src/server/served-widgets.ts';
       import { widgets } from './test/gallery/gallery.ts';
       const page = readPage('<nr-press-review></nr-press-review>', 'https://partner.example/');
       const findings = { found: [], needs: [] };
       widgetsOf(page, new Map([['nr-press-review', new Map()]]), {}, findings);
       const lists = [servedWidgets, widgets].map((list) => list.includes('press-review'));
       console.log(JSON.stringify([...lists, ...findings.found.map(({ message }) => message)]));`,
    );
    assert.deepEqual(JSON.parse(stdout), [
      true,
      true,
      '<nr-press-review> has nothing to show: give it src or article-id.',
    ]);
  });

  it('refuses what is no name, and one that is taken', async () => {
    await assert.rejects(copy.run('src/build/new-element.js', 'nr_x'), { code: 2 });
    await assert.rejects(copy.run('src/build/new-element.js', 'headlines'), { code: 1 });
  });
});
