/**
 * Which folder of src may import which, so that the data keeps flowing one way:
 * publishers → model → elements → reader.
 *
 * Keys and targets are paths below src, without extension; the longest key that fits a file is its layer, and a target
 * names a file or everything below a folder. A layer may always import from itself.
 * `types`: reachable by `import type` only. `dynamic`: by `import()` only. `packages`: what is not ours.
 */
export const layers = {
  index: {
    imports: [
      'model',
      'adapters',
      'languages',
      'html/text',
      'elements',
      'page/settings',
      'publishers/publisher',
      'newsletters/newsletter',
      'comments/comment-store',
      'version',
    ],
  },
  version: {},
  adapters: { imports: ['model'], types: ['publishers', 'newsletters', 'comments'] },
  languages: { imports: ['model', 'locales', 'controllers/locale'] },
  model: {},
  'html/text': { imports: ['html/plain'] },
  'html/plain': { dynamic: ['html/text'] },
  'html/lines': { imports: ['html/plain'] },
  html: { imports: ['html/text', 'html/plain', 'model'], packages: ['dompurify'] },
  'html/xml': { imports: ['model/error'], dynamic: ['html/xml-repair'] },
  'html/xml-repair': { imports: ['html/plain'], types: ['html/xml'] },
  storage: { imports: ['model'] },
  net: { imports: ['model', 'storage'] },
  comments: {
    imports: [
      'model',
      'net',
      'html/plain',
      'publishers/publisher',
      'publishers/json',
      'publishers/wordpress/discovery',
      'publishers/ghost/site',
      'publishers/open',
    ],
    dynamic: ['comments/own'],
  },
  'comments/own': { imports: ['model', 'adapters'], types: ['comments'] },
  publishers: {
    imports: ['model', 'adapters', 'net', 'storage', 'html/text', 'html/plain', 'html/xml'],
  },
  newsletters: { imports: ['model', 'net'], dynamic: ['adapters'] },
  locales: {},
  styles: { packages: ['lit'] },
  page: { imports: ['model'], types: ['publishers'] },
  reading: {
    imports: [
      'model',
      'html/plain',
      'publishers/publisher',
      'publishers/open',
      'comments/comment-store',
      'comments/open',
    ],
  },
  sending: {
    imports: ['model', 'newsletters/senders', 'comments/comment-store', 'page', 'storage'],
    types: ['newsletters/newsletter'],
    packages: ['lit'],
  },
  controllers: {
    imports: [
      'model',
      'html/lines',
      'publishers/publisher',
      'publishers/open',
      'comments/comment-store',
      'page',
      'locales',
      'storage',
    ],
    types: ['reading', 'controllers/markup'],
    dynamic: ['controllers/markup'],
    packages: ['lit'],
  },
  // It brings the sanitizer, which nothing may have from the start.
  'html/open': {
    types: ['html/sanitize'],
    dynamic: ['html/sanitize', 'html/purify', 'html/own-sanitizer'],
  },
  'controllers/markup': {
    imports: ['model', 'html/plain', 'html/text', 'html/open', 'page/report'],
    types: ['html/sanitize'],
    packages: ['lit'],
  },
  'controllers/take-over': {
    imports: ['locales', 'page', 'controllers'],
    packages: ['@lit-labs/ssr-client', 'lit'],
  },
  elements: {
    imports: [
      'model',
      'controllers',
      'reading',
      'sending',
      'page',
      'publishers/publisher',
      'newsletters/ways',
      'newsletters/provider',
      'styles',
      'locales/ask',
      'locales/article/dictionary',
      'locales/comment-box/dictionary',
      'locales/newsletter-form/dictionary',
      'html/plain',
      'html/lines',
    ],
    types: ['locales', 'newsletters', 'publishers', 'comments'],
    packages: ['lit'],
  },
  server: {
    imports: [
      'model',
      'publishers',
      'version',
      'server/open-source',
      'server/render',
      'server/element-of',
      'server/check',
    ],
    packages: ['node:*'],
  },
  'server/check': {
    imports: [
      'model',
      'net/document',
      'publishers',
      'newsletters',
      'frame/permission',
      'loader/widgets',
      'version',
      'server/open-source',
    ],
    types: ['server/terminal'],
    packages: ['node:*', 'parse5'],
  },
  'server/open-source': { imports: ['publishers', 'html/xml', 'server'] },
  'server/xml-tree': { types: ['html/xml'], packages: ['saxes'] },
  'server/render': {
    imports: [
      'model',
      'locales',
      'html/escape',
      'net/ask-anew',
      'server/element-of',
      'server/served-widgets',
      'server/style-sheets',
      'server/open-source',
      'server/foreign-markup',
      'server/without-scripts',
    ],
    types: ['controllers'],
    dynamic: ['controllers/take-over'],
    packages: ['node:*', '@lit-labs/ssr', 'lit'],
  },
  'server/without-scripts': {
    imports: [
      'model',
      'html/lines',
      'html/escape',
      'elements/comment-box/comment',
      'server/foreign-markup',
    ],
    types: ['controllers', 'reading', 'html/write', 'locales', 'newsletters', 'server/render'],
  },
  'server/foreign-markup': { imports: ['html/write', 'model'], packages: ['jsdom'] },
  'server/element-of': {
    types: ['server/served-widgets'],
    dynamic: ['elements'],
    packages: ['lit'],
  },
  testing: { imports: ['model'], types: ['adapters', 'publishers', 'newsletters', 'comments'] },
  define: { imports: ['elements', 'page/report', 'model/error', 'version'] },
  loader: {
    imports: ['page/keep-focus', 'page/settings', 'locales/ask', 'model', 'version'],
    types: ['*'],
    dynamic: ['*'],
    packages: ['newsrack:chunks'],
  },
  'loader/entries': {
    imports: [
      'define',
      'elements',
      'controllers',
      'page',
      'publishers',
      'locales',
      'model',
      'loader/bring',
    ],
  },
  'loader/adapters': { imports: ['adapters', 'html/text', 'model'] },
  'loader/locales': { imports: ['languages'] },
  'loader/newsrack.all': { imports: ['loader', 'publishers', 'locales'] },
  // Like the loader it speaks before any element does.
  frame: { imports: ['model', 'net', 'loader/widgets', 'locales/ask', 'locales/frame'] },
  build: {
    imports: [
      'elements',
      'loader',
      'locales',
      'model',
      'server/element-of',
      'server/served-widgets',
      'styles',
      'version',
    ],
    packages: ['node:*', 'vite', 'rolldown'],
  },
};

const inside = (path, target) => target === '*' || path === target || path.startsWith(`${target}/`);

const layerOf = (path) =>
  Object.keys(layers)
    .filter((layer) => inside(path, layer))
    .sort((a, b) => b.length - a.length)[0];

/** `../model/url.js`, imported by src/elements/headlines/headlines.ts, is `model/url`. */
const resolve = (importer, specifier) =>
  new URL(specifier, `file:///${importer}`).pathname.slice(1).replace(/\.[cm]?[jt]s$/, '');

const listed = (targets) => (targets.length ? targets.join(', ') : 'nothing');

/** Why a file may not import this, or nothing when it may. */
export function objection(importer, specifier, kind) {
  const layer = layerOf(importer.replace(/\.ts$/, ''));
  if (!layer)
    return `src/${importer} belongs to no layer: give its folder a place in test/lint/layers.js.`;
  const { imports = [], types = [], dynamic = [], packages = [] } = layers[layer];
  if (!specifier.startsWith('.')) {
    const allowed = packages.some((name) =>
      name.endsWith('*')
        ? specifier.startsWith(name.slice(0, -1))
        : specifier === name || specifier.startsWith(`${name}/`),
    );
    return allowed
      ? undefined
      : `src/${layer} may not import “${specifier}”; of packages it may use: ${listed(packages)}.`;
  }
  const target = resolve(importer, specifier);
  if (layerOf(target) === layer) return undefined;
  const reachable = [
    ...imports,
    ...(kind === 'type' ? types : []),
    ...(kind === 'dynamic' ? dynamic : []),
  ];
  if (reachable.some((allowed) => inside(target, allowed))) return undefined;
  if (dynamic.some((allowed) => inside(target, allowed)))
    return `src/${layer} may load src/${target} by import() only.`;
  if (types.some((allowed) => inside(target, allowed)))
    return `src/${layer} may import only types from src/${target}: use import type.`;
  return `src/${layer} may not import src/${target}: the data flows one way; it may import: ${listed(imports)}.`;
}

const onlyTypes = (node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.specifiers?.length > 0 &&
    node.specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type'));

export const boundaries = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'Imports follow the layers of test/lint/layers.js.' },
  },
  create(context) {
    const importer = context.filename.replaceAll('\\', '/').split('/src/').pop();
    const check = (node, source, kind) => {
      if (typeof source?.value !== 'string') return;
      const message = objection(importer, source.value, kind);
      if (message) context.report({ node: source, message });
    };
    const declared = (node) => check(node, node.source, onlyTypes(node) ? 'type' : 'static');
    return {
      ImportDeclaration: declared,
      ExportNamedDeclaration: declared,
      ExportAllDeclaration: declared,
      ImportExpression: (node) => check(node, node.source, 'dynamic'),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, 'type'),
    };
  },
};
