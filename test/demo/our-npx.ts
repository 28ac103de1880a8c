import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/**
 * Puts an `npx` into a folder that runs this package in place of the one that npm would fetch.
 *
 * @returns the environment in which a shell finds it
 */
export async function ourNpx(folder: string): Promise<NodeJS.ProcessEnv> {
  const command = join(import.meta.dirname, '../../dist/server/command.js');
  const code = `#!/bin/sh\nshift\nexec '${process.execPath}' '${command}' "$@"\n`;
  await writeFile(join(folder, 'npx'), code, { mode: 0o755 });
  return { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` };
}
