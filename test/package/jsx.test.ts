import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** What each framework calls a listener of `nr-load`. */
const frameworks = [
  { name: 'react', source: 'react', jsx: 'react-jsx', listener: 'onnr-load' },
  { name: 'preact', source: 'preact', jsx: 'react-jsx', listener: 'onnr-load' },
  { name: 'solid', source: 'solid-js', jsx: 'preserve', listener: 'on:nr-load' },
];

const page = (name: string, listener: string) => `
import type {} from 'newsrack/jsx/${name}';
export const good = (
  <main>
    <nr-headlines source="https://publisher.example" limit={5} layout="row" more heading-level="3" class${name === 'react' ? 'Name' : ''}="news"
      ${listener}={(event) => event.detail.count.toFixed()}>
      <a href="https://publisher.example">The Publisher</a>
    </nr-headlines>
    <nr-comment-box store="x-forum" article-id="7" />
  </main>
);
// @ts-expect-error: no such layout
export const layout = <nr-headlines layout="diagonal" />;
// @ts-expect-error: no such attribute
export const attribute = <nr-headlines limits={5} />;
// @ts-expect-error: no such detail
export const detail = <nr-headlines ${listener}={(event) => event.detail.email} />;
`;

describe('the types of tags in JSX', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-jsx-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(root, join(folder, 'node_modules/newsrack'));
    for (const name of ['@types', 'preact', 'solid-js', 'csstype'])
      await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  });
  after(() => rm(folder, { recursive: true }));

  for (const { name, source, jsx, listener } of frameworks)
    it(`are right in ${name}`, async () => {
      await writeFile(join(folder, `${name}.tsx`), page(name, listener));
      const options = {
        '--jsx': jsx,
        '--jsxImportSource': source,
        '--module': 'esnext',
        '--moduleResolution': 'bundler',
        '--target': 'es2022',
        '--lib': 'es2022,dom,dom.iterable',
      };
      const args = ['--noEmit', '--strict', '--skipLibCheck', ...Object.entries(options).flat()];
      await run(
        process.execPath,
        [join(root, 'node_modules/typescript/bin/tsc'), ...args, `${name}.tsx`],
        { cwd: folder },
      ).catch((error: { stdout: string }) => assert.fail(error.stdout));
    });
});
