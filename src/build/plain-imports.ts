import type { Plugin } from 'vite';

const helper = /vite\/preload-helper/;

/** Vite wraps every `import()` to fetch style sheets and dependencies ahead: our chunks have none to fetch. */
export function plainImports(): Plugin {
  return {
    name: 'newsrack:plain-imports',
    enforce: 'pre',
    load: {
      filter: { id: helper },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
