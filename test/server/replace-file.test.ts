import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  lstat,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  watch,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { replaceFile } from '../../src/server/replace-file.js';

describe('A file', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-file-'));
    file = join(folder, 'a.json');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const content = () => readFile(file, 'utf8');

  it('is made where a symbolic link says that it shall be', async () => {
    const link = join(folder, 'link.json');
    await symlink('away/a.json', link);
    await replaceFile(link, 'new');
    assert.ok((await lstat(link)).isSymbolicLink());
    assert.equal(await readFile(join(folder, 'away/a.json'), 'utf8'), 'new');
  });

  it('is whole whenever it is read while it is replaced', async () => {
    const texts = ['a', 'b'].map((letter) => letter.repeat(3_000_000));
    await replaceFile(file, texts[0]!);
    let writing = true;
    const writes = (async () => {
      for (let count = 0; count < 20; count++) await replaceFile(file, texts[count % 2]!);
      writing = false;
    })();
    let reads = 0;
    while (writing) {
      assert.ok(texts.includes(await content()));
      reads++;
    }
    await writes;
    assert.ok(reads > 1);
    assert.deepEqual(await readdir(folder), ['a.json']);
  });

  it('is whole after the process that was replacing it was killed', async () => {
    await writeFile(file, 'old');
    const module = JSON.stringify(import.meta.resolve('../../src/server/replace-file.ts'));
    const size = 100_000_000;
    const code = `import { replaceFile } from ${module};
      await replaceFile(${JSON.stringify(file)}, 'n'.repeat(${size}));`;
    const changes = watch(folder);
    const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '--eval', code]);
    const ended = once(child, 'exit');
    for await (const { filename } of changes) if (filename?.endsWith('.tmp')) break;
    child.kill('SIGKILL');
    await ended;
    const left = await content();
    assert.ok(left === 'old' || left.length === size, `${left.length} characters are left`);
  });

  it('is left as it was when the new one cannot be written', async () => {
    await writeFile(file, 'old');
    await assert.rejects(replaceFile(join(file, 'b.json'), 'new'), { code: 'EEXIST', path: file });
    await assert.rejects(replaceFile(folder, 'new'), /not a file/);
    await assert.rejects(replaceFile('/dev/null', 'new'), /not a file/);
    assert.equal(await content(), 'old');
    assert.deepEqual(await readdir(folder), ['a.json']);
    assert.ok((await lstat('/dev/null')).isCharacterDevice());
  });

  it('gets the folders that it lies in', async () => {
    const deep = join(folder, 'public', 'news', 'a.json');
    await replaceFile(deep, 'new');
    assert.equal(await readFile(deep, 'utf8'), 'new');
    assert.deepEqual(await readdir(join(deep, '..')), ['a.json']);
  });

  it('keeps its permissions, and a link to it stays one', async () => {
    await writeFile(file, 'old');
    await chmod(file, 0o640);
    const link = join(folder, 'link.json');
    await symlink(file, link);
    await replaceFile(link, 'new');
    assert.equal(await content(), 'new');
    assert.ok((await lstat(link)).isSymbolicLink());
    assert.equal((await stat(file)).mode & 0o777, 0o640);
  });
});
