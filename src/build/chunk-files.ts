import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { tags } from '../loader/widgets.js';

/** What the build knows of a chunk; others are told by their files. */
export interface Chunk {
  file: string;
  imports: string[];
  /** Fetched by it, or by what it has fetched, when need be. */
  dynamicImports: string[];
}

/** The chunks by their names. */
export type ChunkFiles = Record<string, Chunk>;

/** What the loader has to know of them. */
export interface ChunkNames {
  /** What all their names end in. */
  hash: string;
  /** `integrity` of the chunk “pins”. */
  pins: string;
}

/**
 * Stands in names and code until the hash is known. One for all: what imports “core” has its name in its code, and “core” has
 * the version, so that each release names nearly all of them anew anyhow; and the loader has to carry one only.
 */
export const unnamed = '000000';

const id = 'newsrack:chunks';

const sha256 = (content: string, encoding: 'base64' | 'hex') =>
  createHash('sha256').update(content).digest(encoding);

/** Keeps what one build says of its chunks, and hands the loader, which a later build makes, what it must know of them. */
export function chunkFiles(files: ChunkFiles, names: () => ChunkNames): Plugin[] {
  return [
    {
      name: 'newsrack:collect-chunks',
      applyToEnvironment: ({ name }) => name === 'chunks',
      writeBundle(_, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') {
            const { name, fileName, imports, dynamicImports } = output;
            if (files[name])
              this.error(`Two chunks are called “${name}”: see the groups of vite.config.ts.`);
            files[name] = { file: fileName, imports, dynamicImports };
          }
        }
      },
    },
    {
      name: 'newsrack:name-chunks',
      applyToEnvironment: ({ name }) => name === 'loader',
      resolveId: (source) => (source === id ? `\0${id}` : undefined),
      load(loaded) {
        if (loaded !== `\0${id}`) return undefined;
        const { hash, pins } = names();
        return `export const hash = '${hash}', pins = '${pins}'`;
      },
    },
  ];
}

/** The chunk and everything that it imports statically, dependencies first. */
export function withImports(chunks: ChunkFiles, file: string, above: string[] = []): string[] {
  if (above.includes(file)) throw new Error(`Chunks import each other: ${[...above, file].join()}`);
  const imports = Object.values(chunks).find((chunk) => chunk.file === file)?.imports ?? [];
  const needed = imports.flatMap((each) => withImports(chunks, each, [...above, file]));
  return [...new Set([...needed, file])];
}

/** All that may come to a page with this chunk. */
function withEverything(chunks: ChunkFiles, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const chunk = Object.values(chunks).find((each) => each.file === file);
  for (const each of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])])
    withEverything(chunks, each, found);
  return found;
}

/** One for each hexadecimal digit: those of which code is full weigh least in it. No “d”: not even by chance “ads”. */
const LETTERS = 'etnrisoalcumphfg';

/** Compressed code may differ by thirty bytes with the names in it, so that of so many the lightest is taken. */
const MOST_HASHES = 40;

/** What the chunks' names shall end in. */
function hashOf(code: Record<string, string>): string {
  const all = JSON.stringify(code);
  const common = [
    'core',
    'wordpress',
    'en',
    'purify',
    'own-sanitizer',
    ...tags.map((tag) => tag.slice(3)),
  ];
  const hashes = Array.from({ length: MOST_HASHES }, (_, salt) => {
    const hash = sha256(salt + all, 'hex')
      .slice(0, 6)
      .replace(/./g, (digit) => LETTERS[parseInt(digit, 16)]!);
    const weigh = (name: string) =>
      brotliCompressSync(code[name]!.replaceAll(unnamed, hash)).length;
    return { hash, weight: common.reduce((sum, name) => sum + weigh(name), 0) };
  });
  return hashes.sort((a, b) => a.weight - b.weight)[0]!.hash;
}

/** Chunks that pages import themselves, by these names: they keep them, and the script tag brings none of them. */
export const importedByPages = ['adapters', 'locales'];

/**
 * Names the chunks in a folder by what all of them hold, and writes into “pins” what each of them must be: by lines its name,
 * the widgets that it may come with (a bit for each), its SHA-256, and the names of what it imports.
 */
export async function nameChunks(folder: string, files: ChunkFiles): Promise<ChunkNames> {
  const code: Record<string, string> = {};
  for (const name of Object.keys(files).sort())
    code[name] = await readFile(join(folder, files[name]!.file), 'utf8');
  const hash = hashOf(code);
  const named = (text: string) => text.replaceAll(`-${unnamed}.`, `-${hash}.`);
  const nameOf = Object.fromEntries(Object.entries(files).map(([name, { file }]) => [file, name]));

  const comesWith = tags.map((tag) => withEverything(files, files[tag.slice(3)]!.file));
  const table = Object.entries(files)
    .filter(([name]) => name !== 'pins' && !importedByPages.includes(name))
    .map(([name, { file, imports }]) => {
      const widgets = comesWith.reduce((bits, all, index) => bits | (+all.has(file) << index), 0);
      const digest = sha256(named(code[name]!), 'base64');
      return [name, widgets, digest, ...new Set(imports.map((each) => nameOf[each]))].join(' ');
    });
  code['pins'] = code['pins']!.replace('newsrack:pins', table.join('\\n'));

  for (const [name, chunk] of Object.entries(files)) {
    await writeFile(join(folder, chunk.file), named(code[name]!));
    await rename(join(folder, chunk.file), join(folder, named(chunk.file)));
    files[name] = {
      file: named(chunk.file),
      imports: chunk.imports.map(named),
      dynamicImports: chunk.dynamicImports.map(named),
    };
  }
  return { hash, pins: `sha256-${sha256(named(code['pins']), 'base64')}` };
}
