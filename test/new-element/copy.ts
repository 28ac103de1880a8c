import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** A copy of the repository in which `npm run new -- press-review` has run; to be called in a `describe`. */
export function useCopyWithNewElement() {
  const copy = {
    folder: '',
    /** What the generator has made or changed. */
    made: [] as string[],
    /** Runs a program of a package; rejects with `code` and all that it said. */
    run: (program: string, ...args: string[]) =>
      run(process.execPath, [program.replace(/^~/, `${root}/node_modules`), ...args], {
        cwd: copy.folder,
      }),
  };
  before(async () => {
    copy.folder = await mkdtemp(join(tmpdir(), 'newsrack-new-'));
    for (const part of [
      'src',
      'test',
      'demo',
      'package.json',
      'tsconfig.json',
      'vite.config.ts',
      'web-test-runner.config.js',
      'eslint.config.js',
      '.prettierrc.json',
      '.prettierignore',
    ])
      await cp(join(root, part), join(copy.folder, part), {
        recursive: true,
        filter: (from) => !/\/(node_modules|built|\.wordpress|output)$/.test(from),
      });
    await symlink(join(root, 'node_modules'), join(copy.folder, 'node_modules'));
    const { stdout } = await copy.run('src/build/new-element.js', 'press-review');
    copy.made = [...stdout.matchAll(/^ {2}(\S+)$/gm)].map(([, file]) => file!);
  });
  after(() => rm(copy.folder, { recursive: true, force: true }));
  return copy;
}
