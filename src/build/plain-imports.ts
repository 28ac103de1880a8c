import type { Plugin } from 'vite';

/**
 * Vite wraps every `import()` to fetch style sheets and dependencies ahead: our chunks have none to fetch. It leaves that
 * out for libraries; the environments that are built are none.
 */
export function plainImports(): Plugin {
  return {
    name: 'newsrack:plain-imports',
    configResolved({ build }) {
      build.lib = { entry: '' };
    },
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk' && output.moduleIds.some((id) => /preload-helper/.test(id))) {
          this.error('Vite wraps imports in another way than plain-imports.ts knows');
        }
      }
    },
  };
}
