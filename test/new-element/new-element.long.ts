import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useCopyWithNewElement } from './copy.js';

describe('what npm run new makes', () => {
  const copy = useCopyWithNewElement();
  const tool = async (...words: [string, ...string[]]) => {
    await copy
      .run(...words)
      .catch((error: { stdout: string; stderr: string }) =>
        assert.fail(error.stdout + error.stderr),
      );
  };

  it('has right types', () => tool('~/typescript/bin/tsc', '--noEmit'));

  it('keeps the rules of the linter', () =>
    tool(
      '~/eslint/bin/eslint.js',
      '--max-warnings=0',
      ...copy.made.filter((file) => /\.[jt]s$/.test(file)),
    ));
});
