/** Makes `dist/custom-elements.json`: `cem analyze --config src/build/custom-elements.js`. */

const shipped = (path) => path.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');

/** Names files as they are in the package, wherever the manifest does. */
function shipPaths(node) {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'object' && value) shipPaths(value);
    else if (typeof value === 'string' && (key === 'path' || key === 'module'))
      node[key] = shipped(value);
  }
}

/** The file that registers each element; the analyzer knows `customElements.define` only. */
const definition = (path, { name, tagName }) => ({
  kind: 'javascript-module',
  path: `dist/define/${tagName.replace('nr-', '')}.js`,
  declarations: [],
  exports: [
    { kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } },
  ],
});

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'newsrack:package',
      packageLinkPhase({ customElementsManifest }) {
        const { modules } = customElementsManifest;
        shipPaths(modules);
        const definitions = modules.flatMap(({ path, declarations }) =>
          declarations
            .filter(({ tagName }) => tagName)
            .map((declaration) => definition(path, declaration)),
        );
        modules.push(...definitions);
      },
    },
  ],
};
