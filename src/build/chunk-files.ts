import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** File of each chunk by its name; `isEntry`: the loader may ask for it by that name. */
export type ChunkFiles = Record<string, { file: string; imports: string[]; isEntry: boolean }>;

const id = 'newsrack:chunks';

/**
 * Rolldown gives hashes of six characters to 64 chunks at most. They are made of eight, and cut when the files are there: the
 * loader names them, and each character counts.
 */
const short = (text: string): string => text.replace(/(-[\w-]{6})[\w-]{2}(?=\.js)/g, '$1');

/**
 * Hands the hashed names that one build gave to its chunks to the loader, which a later build makes.
 *
 * @param late - Chunks that the loader need not know
 */
export function chunkFiles(files: ChunkFiles, late: string[]): Plugin[] {
  return [
    {
      name: 'newsrack:collect-chunks',
      applyToEnvironment: ({ name }) => name === 'chunks',
      async writeBundle({ dir }, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') {
            const { name, isEntry } = output;
            const path = join(dir!, output.fileName);
            const [fileName, ...imports] = [output.fileName, ...output.imports].map(short);
            await writeFile(path, short(await readFile(path, 'utf8')));
            await rename(path, join(dir!, fileName!));
            if (files[name])
              this.error(`Two chunks are called “${name}”: see the groups of vite.config.ts.`);
            files[name] = { file: fileName!, imports, isEntry };
          }
        }
      },
    },
    {
      name: 'newsrack:list-chunks',
      applyToEnvironment: ({ name }) => name === 'loader',
      resolveId: (source) => (source === id ? `\0${id}` : undefined),
      load(loaded) {
        if (loaded !== `\0${id}`) return undefined;
        const names = Object.entries(files)
          .filter(([name, { isEntry }]) => isEntry && !late.includes(name))
          .map(([, { file }]) => file.slice(0, -3));
        return `export default '${names.join(' ')}'`;
      },
    },
  ];
}
