/**
 * Makes `dist/custom-elements.json`, and of it what editors and compilers read: `cem analyze --config src/build/custom-elements.js`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { vsCodeData, webTypes } from './editor-data.js';
import { reactComponents } from './react-components.js';
import { templateTypes } from './template-types.js';

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

/** `@attr {'a' | 'b'} name`: what the field's type only calls by a name of its own. */
const written = /^\{([^}]+)\}\s*\[?([\w-]+)/;

/** Types of attributes as JSDoc has them, by class and attribute. */
const documented = new Map();

/** A type that the reader of the manifest cannot look up is replaced by the one that JSDoc spells out. */
function spellTypes({ name, attributes = [] }) {
  for (const attribute of attributes) {
    const type = documented.get(`${attribute.inheritedFrom?.name ?? name} ${attribute.name}`);
    if (type) attribute.type = { text: type };
  }
}

const write = (name, data) => writeFileSync(`dist/${name}`, `${JSON.stringify(data, null, 2)}\n`);

export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'newsrack:package',
      analyzePhase({ ts, node }) {
        if (!ts.isClassDeclaration(node)) return;
        for (const tag of ts.getJSDocTags(node)) {
          if (tag.tagName.text !== 'attr') continue;
          const [, type, attribute] = written.exec(ts.getTextOfJSDocComment(tag.comment)) ?? [];
          if (attribute) documented.set(`${node.name.text} ${attribute}`, type);
        }
      },
      packageLinkPhase({ customElementsManifest }) {
        const { modules } = customElementsManifest;
        shipPaths(modules);
        modules.flatMap(({ declarations }) => declarations).forEach(spellTypes);
        const definitions = modules.flatMap(({ path, declarations }) =>
          declarations
            .filter(({ tagName }) => tagName)
            .map((declaration) => definition(path, declaration)),
        );
        modules.push(...definitions);
        const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
        write('vscode.html-custom-data.json', vsCodeData(customElementsManifest));
        mkdirSync('dist/jsx', { recursive: true });
        for (const [name, types] of Object.entries(templateTypes(customElementsManifest))) {
          writeFileSync(`dist/${name}`, types);
          // Types only; there is something to import all the same.
          writeFileSync(`dist/${name.replace('.d.ts', '.js')}`, 'export {};\n');
        }
        for (const [name, code] of Object.entries(reactComponents(customElementsManifest)))
          writeFileSync(`dist/${name}`, code);
        write('web-types.json', webTypes(customElementsManifest, version));
      },
    },
  ],
};
