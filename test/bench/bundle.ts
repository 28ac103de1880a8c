import { build } from 'vite';
import { join } from 'node:path';

/** Packages of the peers, from their own folder. */
export const peers = join(import.meta.dirname, 'peers/node_modules');

/** A module with all that it imports, as an application would be built. `entry` is a file, or code between `peers:` packages. */
export async function bundle(entry: string): Promise<{ code: string; css: string }> {
  const isFile = entry.endsWith('.ts');
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root: isFile ? import.meta.dirname : join(peers, '..'),
    // Microlink's packages name several Reacts; one must serve a page.
    resolve: { dedupe: ['react', 'react-dom', 'styled-components'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'bench-entry',
        resolveId: (id) => (id === 'bench-entry' ? join(peers, '../bench-entry.js') : null),
        load: (id) => (id.endsWith('bench-entry.js') ? entry : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      minify: 'oxc',
      modulePreload: false,
      rollupOptions: {
        input: isFile ? join(import.meta.dirname, entry) : 'bench-entry',
        output: { format: 'es', codeSplitting: false },
      },
    },
  });
  const { output } = made as unknown as {
    output: { type: string; fileName: string; code: string; source: string }[];
  };
  return {
    code: output.find(({ type }) => type === 'chunk')!.code,
    css: output.find(({ fileName }) => fileName.endsWith('.css'))?.source ?? '',
  };
}
