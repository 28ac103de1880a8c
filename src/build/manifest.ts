import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { tags } from '../loader/widgets.js';
import { version } from '../version.js';
import { withImports, type ChunkFiles } from './chunk-files.js';

/** One file of the CDN build; sizes in bytes. */
export interface ManifestFile {
  file: string;
  raw: number;
  gzip: number;
  brotli: number;
  /** For an `integrity` attribute: `sha384-…`. */
  integrity: string;
}

/** What `manifest.json` holds. */
export interface Manifest {
  version: string;
  /** The script tag, the all-in-one module and the style sheet that reserves space. */
  loader: ManifestFile;
  all: ManifestFile;
  styles: ManifestFile;
  /** By tag: what a page with this widget loads, the loader first. To it come one file of `adapters`, unless it is among them, and one of `locales`. */
  widgets: Record<string, { files: ManifestFile[]; raw: number; gzip: number; brotli: number }>;
  /** By tag: the style sheet that server-rendered widgets link to. */
  sheets: Record<string, ManifestFile>;
  /** By `source-type`. */
  adapters: Record<string, ManifestFile>;
  /** Where comments are kept other than in WordPress, by the name of its chunk: `comments-ghost`. */
  stores: Record<string, ManifestFile>;
  /** By language; what one widget says besides, by its chunk and language: `article-en`. */
  locales: Record<string, ManifestFile>;
  /** What markup may hold: comes to a page with the first markup that a widget shows. */
  markup: ManifestFile;
  /** Comes with it: by the browser's own sanitizer, or DOMPurify where there is none. */
  sanitizers: { own: ManifestFile; purify: ManifestFile };
  /** What sends a newsletter's form: comes when a reader turns to one. */
  submission: ManifestFile;
  /** All chunks by their names, those above among them: each that the script tag may bring to a page, and those that pages import. */
  chunks: Record<string, ManifestFile>;
}

const bestBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

export async function measure(folder: string, file: string): Promise<ManifestFile> {
  const content = await readFile(join(folder, file));
  return {
    file,
    raw: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content, bestBrotli).length,
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
  };
}

/** Writes `manifest.json` beside the files that it lists. */
export async function writeManifest(
  folder: string,
  chunks: ChunkFiles,
  adapters: string[],
  stores: string[],
  locales: string[],
): Promise<void> {
  const named = async (names: string[]) =>
    Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name, await measure(folder, chunks[name]!.file)] as const),
      ),
    );

  const loader = await measure(folder, 'newsrack.js');
  const widgets: Manifest['widgets'] = {};
  for (const tag of tags) {
    const needed = withImports(chunks, chunks[tag.slice(3)]!.file);
    const files = [loader, ...(await Promise.all(needed.map((file) => measure(folder, file))))];
    const sum = (size: 'raw' | 'gzip' | 'brotli') =>
      files.reduce((total, file) => total + file[size], 0);
    widgets[tag] = { files, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
  }
  const manifest: Omit<Manifest, 'sheets'> = {
    version,
    loader,
    all: await measure(folder, 'newsrack.all.js'),
    styles: await measure(folder, 'newsrack.css'),
    widgets,
    adapters: await named(adapters),
    stores: await named(stores),
    locales: await named(locales),
    markup: await measure(folder, chunks['markup']!.file),
    sanitizers: {
      own: await measure(folder, chunks['own-sanitizer']!.file),
      purify: await measure(folder, chunks['purify']!.file),
    },
    submission: await measure(folder, chunks['form-submission']!.file),
    chunks: await named(Object.keys(chunks).sort()),
  };
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
