import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';

describe('The test runner', () => {
  for (const word of ['--help', '-h'])
    it(`says with ${word} what it can run, and runs nothing`, () => {
      const said = execFileSync(process.execPath, ['test/run.js', word], { encoding: 'utf8' });
      assert.match(said, /^npm test .*\n/);
      assert.match(said, /Steps: .*types lint .*browser/);
      assert.doesNotMatch(said, /passed/);
    });
});
