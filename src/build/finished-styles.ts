import { runnerImport, type Plugin } from 'vite';

/**
 * Style sheets that are reckoned from dimensions are reckoned by the build: the reader gets their text. What such a module
 * exports beside style sheets is not for the CDN build.
 */
export function finishedStyles(): Plugin {
  return {
    name: 'newsrack:finished-styles',
    enforce: 'pre',
    async load(id) {
      if (!/\/src\/(styles\/(base|form|prose)|elements\/.*\.styles)\.ts$/.test(id)) return;
      const { module } = await runnerImport<Record<string, { cssText?: string }>>(id);
      const sheets = Object.entries(module).flatMap(([name, { cssText }]) =>
        cssText === undefined
          ? []
          : `export const ${name} = css\`${cssText.replace(/[\\`$]/g, '\\$&')}\`;`,
      );
      return ["import { css } from 'lit';", ...sheets].join('\n');
    },
  };
}
