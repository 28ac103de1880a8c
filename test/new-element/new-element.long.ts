import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Report } from '../../src/server/check/check.js';
import { startOrigin } from '../origin.js';
import { startWordPress } from '../wordpress-api.js';
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

  it('keeps the rules of the linter', () =>
    tool(
      '~/eslint/bin/eslint.js',
      '--max-warnings=0',
      ...copy.made.filter((file) => /\.[jt]s$/.test(file)),
    ));

  it('is rendered by a server, and found right by newsrack check', async () => {
    const [site, partner] = await Promise.all([startWordPress(), startOrigin()]);
    try {
      await promisify(execFile)('npm', ['run', 'build'], { cwd: copy.folder });
      const [{ id, title }] = site.posts as [(typeof site.posts)[0]];
      const newsrack = (...words: string[]) => copy.run('dist/server/command.js', ...words);
      const { stdout } = await newsrack(
        'render',
        'press-review',
        site.url,
        '--article-id',
        `${id}`,
      );
      assert.match(stdout, /^<nr-press-review [^]*part="headline"/);
      assert.ok(stdout.includes(title.rendered));

      const widget = `<nr-press-review source="${site.url}" article-id="${id}"></nr-press-review>`;
      partner.route('/', { body: `<!doctype html>${widget}` });
      // That there is no script is a problem of the page, not of the widget.
      const { stdout: told } = await newsrack('check', partner.url, '--json').catch(
        (error: { stdout: string }) => error,
      );
      const { findings, sources } = JSON.parse(told) as Report;
      assert.deepEqual(
        findings.filter(({ message }) => message.includes('press-review')),
        [],
      );
      assert.equal(sources.length, 1, 'what it reads is looked at');
    } finally {
      await Promise.all([site.close(), partner.close()]);
    }
  });
});
