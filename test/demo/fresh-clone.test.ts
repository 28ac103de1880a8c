import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** What a module and all that it imports before its first line runs want from packages. */
async function packagesOf(file: string, seen = new Set<string>()): Promise<string[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const code = await readFile(file, 'utf8');
  const found: string[] = [];
  for (const [, name] of code.matchAll(/^(?:import|export)\b[^;(]*?from '([^']+)';/gm)) {
    if (name!.startsWith('.')) found.push(...(await packagesOf(join(file, '..', name!), seen)));
    else if (!name!.startsWith('node:')) found.push(`${name} in ${file}`);
  }
  return found;
}

describe('On a fresh clone, with nothing installed,', () => {
  for (const [command, file] of [
    ['npm start', 'demo/start.js'],
    ['npm test', 'test/run.js'],
  ] as const)
    it(`${command} begins, to install what is missing`, async () => {
      const seen = new Set<string>();
      assert.deepEqual(await packagesOf(join(root, file), seen), []);
      assert.ok(seen.size > 3, [...seen].join());
    });
});
