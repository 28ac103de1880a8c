import { randomUUID } from 'node:crypto';
import { mkdir, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Replaces a file's content in one step: whoever reads it, and whatever breaks off the writing, there is the old text
 * or the new one. Owner and permissions stay; a symbolic link does, too. Folders that are not there are made.
 *
 * @throws The file system's errors, the old file left as it was.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const file = await targetOf(path);
  const before = await stat(file).catch(() => undefined);
  if (before && !before.isFile()) throw new Error(`${path} is not a file`);
  if (!before) await mkdir(dirname(file), { recursive: true });
  // In the same folder: renaming is one step within a file system only.
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(text);
      if (before) {
        // Only root may give a file away; for others it is theirs already.
        await handle.chown(before.uid, before.gid).catch(() => {});
        await handle.chmod(before.mode & 0o777);
      }
      // Else a power cut might leave the new name with nothing in it.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Where a symbolic link leads in the end, be something there or not yet. */
async function targetOf(path: string): Promise<string> {
  const there = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ELOOP') throw error;
  });
  if (there) return there;
  const next = await readlink(path).catch(() => undefined);
  return next ? targetOf(resolve(dirname(path), next)) : path;
}
