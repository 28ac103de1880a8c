import { cp, rm, writeFile } from 'node:fs/promises';
import { defineConfig, type EnvironmentOptions, type Rolldown } from 'vite';
import {
  chunkFiles,
  importedByPages,
  nameChunks,
  unnamed,
  type ChunkFiles,
  type ChunkNames,
} from './src/build/chunk-files.js';
import { finishedStyles } from './src/build/finished-styles.js';
import { leanLit } from './src/build/lean-lit.js';
import { leanPurify } from './src/build/lean-purify.js';
import { minifyCss, minifyLiterals } from './src/build/literals.js';
import { writeManifest } from './src/build/manifest.js';
import { oneDoor } from './src/build/one-door.js';
import { plainImports } from './src/build/plain-imports.js';
import { reservationCss } from './src/build/reservation.js';

const outDir = 'dist/cdn';
/** What reads from a publisher, by `source-type`. */
const adapters = {
  wordpress: 'src/publishers/wordpress/wordpress.ts',
  ghost: 'src/publishers/ghost/ghost.ts',
  'json-feed': 'src/publishers/feed/json-feed.ts',
  rss: 'src/publishers/feed/rss.ts',
  'json-ld': 'src/publishers/json-ld.ts',
};
/** What of them is fetched when need be: `ghost-search` is src/publishers/ghost/search.ts. */
const adapterParts = [
  'wordpress-lookup',
  'wordpress-search',
  'ghost-lookup',
  'ghost-search',
  'feed-lookup',
  'feed-rare',
];
const locales = ['en', 'es', 'pt'];
const named = (names: string[], folder: string) =>
  Object.fromEntries(names.map((name) => [name, `src/${folder}/${name}.ts`]));

/** Where comments are kept: `comments-ghost`. WordPress' are in the comment box's own file. */
const commentStores = ['ghost', 'isso', 'cusdis'].map((store) => `comments-${store}`);

/** What a widget says beside what all of them say, by its chunk and language: `article-en`. */
const sentencesOf = (...widgets: string[]) =>
  widgets.flatMap((widget) => locales.map((language) => `${widget}-${language}`));
const sentences = sentencesOf('article', 'comment-box', 'newsletter-form');

/** `comments-ghost` is src/comments/ghost.ts. */
const inFolders = (names: string[], folder = '') =>
  Object.fromEntries(
    names.map((name) => [name, `src/${folder}${name.replace(/-(?=[^-]+$)/, '/')}.ts`]),
  );

/** What every widget needs is one file, and what reads from a publisher another: a form does not need that. */
const groups = [
  {
    name: 'core',
    test: /node_modules\/(@lit\/|lit)(?!.*(directive|private-ssr))|src\/(version|define|model(?!\/thread))\b|src\/elements\/(widget|attributes)|page\/(?!near|typing)|controllers\/locale|styles\/base|locales\/(ask|locale)\.|entries\/core|loader\/bring/,
  },
  {
    name: 'wordpress',
    test: /src\/(net(?!\/(send|document|retry|failure|mended))\/|publishers\/(?!ghost|feed|scheme))|storage\/session|html\/plain|page\/near|controllers\/(resource|formats)|reading\/article-lookup|elements\/(published-widget|shown-parts)|locales\/format\./,
  },
  { name: 'ghost', test: /publishers\/ghost/ },
  // What is done about failures.
  { name: 'retry', test: /net\/(retry|failure|mended)|publishers\/scheme/ },
  // Lists of cards: the card by itself needs some of it.
  {
    name: 'headlines',
    test: /elements\/(headlines|article-card\/(card|article-card\.styles))|styles\/dimensions|controllers\/(article-list|card-events)|entries\/headlines/,
  },
  // What sends a comment comes when somebody writes one.
  {
    name: 'comment-box',
    test: /elements\/comment-box|comments\/(answers|open|wordpress)\.|controllers\/(comment-markup|slices)|reading\/comment-thread|sending\/comment-desk|model\/thread|storage\/(draft|reader)|html\/lines|locales\/comment-box\/dictionary|entries\/comment-box/,
  },
  // What every feed needs, of whatever format.
  { name: 'feed', test: /publishers\/feed\/feed\.|net\/document/ },
  { name: 'feed-rare', test: /publishers\/feed\/(rare|date|markup)\./ },
  // What sends a comment, and what sends an address.
  { name: 'send', test: /net\/send|sending\/form-fields|page\/typing/ },
  { name: 'markup', test: /html\/(sanitize|players)\./ },
  // What shows foreign markup; the sanitizer itself (“markup”, “purify”) comes when there is some.
  {
    name: 'prose',
    test: /controllers\/markup|reading\/author|html\/open|styles\/prose|author-bio\/author\.(ts|styles)|node_modules\/lit.*directive/,
  },
];

/** Fetched by those who need it: never part of what every page loads. */
const onDemand =
  /publishers\/(wordpress\/(search|lookup|permalink)|ghost\/(search|lookup|author)|other-systems|json-ld|detect)|controllers\/list-growth|html\/text/;
const always = groups.map(({ test, ...group }) => ({
  ...group,
  test: (id: string) => test.test(id) && !onDemand.test(id),
}));

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
let names: ChunkNames;

/** The CDN build: the chunks, then the loader, which knows their names, then everything in one file, then the page for frames. */
export default defineConfig({
  appType: 'custom',
  publicDir: false,
  plugins: [
    finishedStyles(),
    leanLit(),
    leanPurify(),
    minifyLiterals(),
    plainImports(),
    oneDoor(),
    chunkFiles(files, () => names),
  ],
  environments: {
    chunks: environment(
      {
        ...named(
          [
            'core',
            'headlines',
            'article-card',
            'author-bio',
            'article',
            'newsletter-form',
            'comment-box',
          ],
          'loader/entries',
        ),
        ...adapters,
        ...inFolders(adapterParts, 'publishers/'),
        ...named(locales, 'locales'),
        ...inFolders(sentences, 'locales/'),
        ...inFolders([...commentStores, 'comments-own']),
        pins: 'src/loader/pins.ts',
        adapters: 'src/loader/adapters.ts',
        'own-adapters': 'src/adapters.ts',
        locales: 'src/loader/locales.ts',
        markup: 'src/html/sanitize.ts',
        purify: 'src/html/purify.ts',
        'own-sanitizer': 'src/html/own-sanitizer.ts',
        text: 'src/html/text.ts',
        retry: 'src/net/retry.ts',
      },
      {
        format: 'es',
        entryFileNames: ({ name }) =>
          importedByPages.includes(name) ? '[name].js' : `[name]-${unnamed}.js`,
        chunkFileNames: `[name]-${unnamed}.js`,
        codeSplitting: { groups: always, includeDependenciesRecursively: false },
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
    frame: environment(
      { frame: 'src/frame/frame.ts' },
      { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    ),
  },
  builder: {
    // One set of plugins for all of them, since a build learns from the one before.
    sharedConfigBuild: true,
    sharedPlugins: true,
    async buildApp({ build, environments }) {
      await rm('dist', { recursive: true, force: true });
      await build(environments['chunks']!);
      names = await nameChunks(outDir, files);
      for (const name of ['loader', 'all', 'frame']) await build(environments[name]!);
      await writeFile(`${outDir}/newsrack.css`, minifyCss(reservationCss()));
      // TypeScript refuses to import a file that nothing says the type of.
      await writeFile(`${outDir}/newsrack.css.d.ts`, 'export {};\n');
      await cp('src/loader/window.d.ts', `${outDir}/newsrack.d.ts`);
      for (const file of ['frame.html', 'frame.css'])
        await cp(`src/frame/${file}`, `${outDir}/${file}`);
      await writeManifest(outDir, files, Object.keys(adapters), commentStores, [
        ...locales,
        ...sentences,
      ]);
    },
  },
});
