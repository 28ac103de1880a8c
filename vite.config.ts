import { rm, writeFile } from 'node:fs/promises';
import { defineConfig, type EnvironmentOptions, type Rolldown } from 'vite';
import { chunkFiles, type ChunkFiles } from './src/build/chunk-files.js';
import { leanLit } from './src/build/lean-lit.js';
import { minifyCss, minifyLiterals } from './src/build/literals.js';
import { writeManifest } from './src/build/manifest.js';
import { plainImports } from './src/build/plain-imports.js';
import { reservationCss } from './src/styles/reservation.js';

const outDir = 'dist/cdn';
const adapters = ['wordpress'];
const locales = ['en', 'es', 'pt'];
/** Where comments are kept. */
const stores = ['wordpress', 'ghost', 'isso', 'cusdis'];
/** Widgets that say more than what all of them say. */
const speakers = ['comment-box'];
const widgetLocales = Object.fromEntries(
  speakers.flatMap((widget) =>
    locales.map((locale) => [`${widget}-${locale}`, `src/locales/${widget}/${locale}.ts`]),
  ),
);

const named = (names: string[], folder: string) =>
  Object.fromEntries(names.map((name) => [name, `src/${folder}/${name}.ts`]));

/** What every widget needs is one file, and what reads from a publisher another: a form does not need that. */
const groups = [
  {
    name: 'core',
    test: /node_modules\/(@lit|lit)(?!.*directive)|src\/(define|model(?!\/thread))\/|src\/elements\/(widget|attributes)|controllers\/(locale|report|settings)|styles\/base|locales\/(ask|format|locale)\.|net\/send|entries\/core/,
  },
  {
    name: 'wordpress',
    test: /src\/(net|publishers)\/|storage\/session|html\/text|controllers\/(near|resource|article)|elements\/published-widget/,
  },
  {
    name: 'comment-box',
    test: /src\/comments\/(answers|open)\.|controllers\/(comment-(desk|thread)|slices)|model\/thread|storage\/|entries\/comment-box/,
  },
  // What shows foreign markup; the sanitizer itself (“markup”) comes when there is some.
  { name: 'prose', test: /controllers\/markup|node_modules\/lit.*directive/ },
];

const environment = (
  input: Record<string, string>,
  output: Rolldown.OutputOptions,
): EnvironmentOptions => ({
  consumer: 'client',
  build: {
    outDir,
    target: 'es2022',
    minify: 'oxc',
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    reportCompressedSize: false,
    // Chunks may export more than their source says: each other's shared code.
    rolldownOptions: { input, output, preserveEntrySignatures: 'allow-extension' },
  },
});

const files: ChunkFiles = {};

/** The CDN build: the chunks, then the loader, which knows their names, then everything in one file. */
export default defineConfig({
  appType: 'custom',
  publicDir: false,
  plugins: [leanLit(), minifyLiterals(), plainImports(), chunkFiles(files)],
  environments: {
    chunks: environment(
      {
        ...named(['core', 'cards', 'author-bio', 'comment-box'], 'loader/entries'),
        ...named(adapters, 'publishers'),
        ...named(locales, 'locales'),
        ...widgetLocales,
        ...Object.fromEntries(
          stores.map((store) => [`comments-${store}`, `src/comments/${store}.ts`]),
        ),
        markup: 'src/html/sanitize.ts',
      },
      {
        format: 'es',
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: { groups },
      },
    ),
    loader: environment(
      { newsrack: 'src/loader/newsrack.ts' },
      { format: 'iife', entryFileNames: '[name].js' },
    ),
    all: environment(
      { 'newsrack.all': 'src/loader/newsrack.all.ts' },
      { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    ),
  },
  builder: {
    // One set of plugins for all three, since a build learns from the one before.
    sharedConfigBuild: true,
    sharedPlugins: true,
    async buildApp({ build, environments }) {
      await rm('dist', { recursive: true, force: true });
      for (const name of ['chunks', 'loader', 'all']) await build(environments[name]!);
      await writeFile(`${outDir}/newsrack.css`, minifyCss(reservationCss()));
      await writeManifest(
        outDir,
        files,
        adapters,
        stores.map((store) => `comments-${store}`),
        [...locales, ...Object.keys(widgetLocales)],
      );
    },
  },
});
