import type { Plugin } from 'vite';

/** File of each chunk by its name; `isEntry`: the loader may ask for it by that name. */
export type ChunkFiles = Record<string, { file: string; imports: string[]; isEntry: boolean }>;

const id = 'newsrack:chunks';

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
      writeBundle(_, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') {
            const { name, fileName, imports, isEntry } = output;
            if (files[name])
              this.error(`Two chunks are called “${name}”: see the groups of vite.config.ts.`);
            files[name] = { file: fileName, imports, isEntry };
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
