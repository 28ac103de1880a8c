import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { unnamed } from './chunk-files.js';

const door = fileURLToPath(new URL('../loader/bring.ts', import.meta.url));

const written = /\bimport\((['"])[^'"]*\1\)/g;

/** `bring(import(`./retry-000000.js`))`; what follows takes one module out of a chunk that holds several. */
const wrapped = new RegExp(
  `\\(import\\(\`\\./([\\w-]+)-${unnamed}\\.js\`\\)((?:\\.then\\(\\w+=>\\w+\\.\\w+\\))?)\\)`,
  'g',
);

/**
 * Lets the chunks ask for each other at one place: what is written `import('./retry.js')` becomes `bring('retry')`, of
 * src/loader/bring.ts. A page that has pinned the script tag has them verified there.
 */
export function oneDoor(): Plugin {
  return {
    name: 'newsrack:one-door',
    applyToEnvironment: ({ name }) => name === 'chunks',
    transform(code, id) {
      if (id.includes('/node_modules/')) return;
      // The bundler sees by the import what is to become a chunk of its own.
      const bringing = code.replace(written, '__bring($&)');
      if (bringing === code) return;
      return { code: `import { bring as __bring } from '${door}';${bringing}`, map: null };
    },
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        output.code = output.code.replace(wrapped, '(`$1`)$2');
        const left = output.code.match(/.{20}\bimport\(.{30}/g) ?? [];
        if (left.length > (output.name === 'core' || output.name === 'pins' ? 1 : 0))
          this.error(`one-door.ts does not know this import: ${left.join()}`);
      }
    },
  };
}
