import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { build, type Rolldown } from 'vite';
import { allowed, tags } from '../../src/loader/widgets.js';
import { version } from '../../src/version.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** TypeScript's compiler of before 7 and the one of today: developers have the one or the other. */
const compilers = {
  old: join(root, 'node_modules/typescript/bin/tsc'),
  native: join(root, 'node_modules/@typescript/native/bin/tsc'),
};
const resolutions = [
  { module: 'esnext', resolution: 'bundler', compiler: compilers.native },
  { module: 'node16', resolution: 'node16', compiler: compilers.old },
];

describe('The package', () => {
  let consumer: string;
  let installed: string;
  let tarball: string;

  before(async () => {
    consumer = await mkdtemp(join(tmpdir(), 'newsrack-consumer-'));
    const { stdout } = await run(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', consumer],
      { cwd: root },
    );
    tarball = join(consumer, /"filename":\s*"([^"]+)"/.exec(stdout)![1]!);
    installed = join(consumer, 'node_modules/newsrack');
    await mkdir(installed, { recursive: true });
    await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
    // Its dependencies, as an install would put them beside it.
    for (const name of await readdir(join(root, 'node_modules'))) {
      if (
        /^(lit|@lit|lit-html|lit-element|@lit-labs|dompurify|entities|parse5|saxes|xmlchars|@types)$/.test(
          name,
        )
      )
        await symlink(join(root, 'node_modules', name), join(consumer, 'node_modules', name));
    }
    await writeFile(join(consumer, 'package.json'), '{"type":"module"}');
  });
  after(() => rm(consumer, { recursive: true, force: true }));

  const evaluate = async (code: string) =>
    (
      await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: consumer })
    ).stdout.trim();

  const readJson = async (file: string) =>
    JSON.parse(await readFile(join(installed, file), 'utf8')) as unknown;

  /** What a bundler makes of a developer's code, Lit left out. */
  async function bundle(code: string): Promise<string> {
    const entry = join(consumer, 'entry.js');
    await writeFile(entry, code);
    const { output } = (await build({
      configFile: false,
      root: consumer,
      logLevel: 'silent',
      build: {
        write: false,
        minify: false,
        modulePreload: false,
        rolldownOptions: {
          input: entry,
          preserveEntrySignatures: 'strict',
          external: /^(lit|dompurify|react|@lit\/react)\b/,
        },
      },
    })) as Rolldown.RolldownOutput;
    return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
  }

  it('is imported in Node without a DOM, and registers nothing', async () => {
    const output = await evaluate(
      `import { NrHeadlines, NrArticleCard, NewsrackError } from 'newsrack';
       console.log(typeof NrHeadlines, typeof NrArticleCard, new NewsrackError('network', 'x').retryable,
         globalThis.customElements?.get?.('nr-headlines'), typeof document, typeof window);`,
    );
    assert.equal(output, 'function function true undefined undefined undefined');
  });

  it('brings the command, and its functions for a build', async () => {
    const { bin } = (await readJson('package.json')) as { bin: Record<string, string> };
    const { stdout } = await run(process.execPath, [
      join(installed, bin['newsrack']!),
      '--version',
    ]);
    assert.equal(stdout, `${version}\n`);
    const output = await evaluate(
      `import { snapshot, NewsrackError } from 'newsrack/server';
       console.log(await snapshot('nowhere').catch((error) => error instanceof NewsrackError));`,
    );
    assert.equal(output, 'true');
  });

  it('renders on a server, beside whatever is there, and leaves nothing global behind', async () => {
    const output = await evaluate(
      `import { renderToString } from 'newsrack/server';
       const html = await renderToString('article-card', { headline: 'A & B', byline: 'C' });
       await renderToString('article-card', undefined);
       console.log(html.includes('A &amp; B'), typeof document, typeof window, typeof innerHeight);`,
    );
    assert.equal(output, 'true undefined undefined undefined');
  });

  it('says what is missing where a comment box is told of no article', async () => {
    const output = await evaluate(
      `import { NewsrackError, renderToString } from 'newsrack/server';
       await renderToString('comment-box', { source: 'https://publisher.example' }).catch((error) =>
         console.log(error instanceof NewsrackError, error.code, error.message));`,
    );
    assert.match(output, /^true bad-attribute .*article-id/);
  });

  it('renders also where a bundler has taken it along with all that it needs', async () => {
    const entry = join(consumer, 'server-entry.js');
    await writeFile(
      entry,
      `import { renderToString } from 'newsrack/server';
       const card = { headline: 'A & B', byline: 'C' };
       console.log(await renderToString('article-card', card));
       console.log(await renderToString('article-card', card, { styles: 'link', cdn: 'https://cdn.example/' }));`,
    );
    const outDir = await mkdtemp(join(tmpdir(), 'newsrack-bundled-'));
    try {
      await build({
        configFile: false,
        root: consumer,
        logLevel: 'silent',
        ssr: { noExternal: true, external: ['jsdom'] },
        build: { ssr: entry, outDir },
      });
      const { stdout } = await run(process.execPath, [join(outDir, 'server-entry.js')]);
      assert.match(stdout, /<style>[^<]*:host[^<]*<\/style>.*A &amp; B/s);
      const [, file] = /href="https:\/\/cdn\.example\/([^"]+)"/.exec(stdout)!;
      await readFile(join(installed, 'dist/cdn', file!));
    } finally {
      await rm(outDir, { recursive: true, force: true });
    }
  });

  it('is installed beside any React: widgets need none', async () => {
    const project = join(consumer, 'react-18');
    const pack = async (name: string, content: object) => {
      const folder = join(project, name);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'package.json'), JSON.stringify({ name, ...content }));
      await run('npm', ['pack', '--pack-destination', project], { cwd: folder });
    };
    const { peerDependencies, peerDependenciesMeta } = (await readJson('package.json')) as Record<
      string,
      object
    >;
    // What it depends on would come from the registry.
    await pack('newsrack', { version, peerDependencies, peerDependenciesMeta });
    await pack('react', { version: '18.3.1' });
    await writeFile(join(project, 'package.json'), '{}');
    const install = ['install', '--offline', '--no-audit', './react-18.3.1.tgz'];
    await run('npm', [...install, `./newsrack-${version}.tgz`], { cwd: project });
    assert.deepEqual((await readdir(join(project, 'node_modules'))).sort(), [
      '.package-lock.json',
      'newsrack',
      'react',
    ]);
  });

  it('leads from every exported path to a file', async () => {
    const paths = [
      'newsrack',
      'newsrack/define/article-card.js',
      'newsrack/define/article.js',
      'newsrack/define/author-bio.js',
      'newsrack/define/headlines.js',
      'newsrack/define/newsletter-form.js',
      'newsrack/define/all.js',
      'newsrack/server',
      'newsrack/testing',
      'newsrack/jsx/react',
      'newsrack/jsx/preact',
      'newsrack/jsx/solid',
      'newsrack/react',
      'newsrack/svelte',
      'newsrack/vue',
      'newsrack/cdn/newsrack.js',
      'newsrack/cdn/newsrack.all.js',
      'newsrack/cdn/newsrack.css',
      'newsrack/cdn/adapters.js',
      'newsrack/cdn/locales.js',
      'newsrack/cdn/frame.html',
      'newsrack/cdn/manifest.json',
      'newsrack/custom-elements.json',
      'newsrack/vscode.html-custom-data.json',
      'newsrack/web-types.json',
      'newsrack/package.json',
    ];
    const output = await evaluate(
      `import { existsSync } from 'node:fs';
       for (const path of ${JSON.stringify(paths)})
         if (!existsSync(new URL(import.meta.resolve(path)))) console.log(path);`,
    );
    assert.equal(output, '');
  });

  it('gives a developer types', async () => {
    await writeFile(
      join(consumer, 'use.ts'),
      `import 'newsrack/cdn/newsrack.css';
       import { configure, NrHeadlines, registerLocale, type Article } from 'newsrack';
       import { renderToString, snapshot, writeSnapshot, type Feed } from 'newsrack/server';
       export const feed: Promise<Feed> = snapshot('https://publisher.example', { limit: 5 });
       const list = document.createElement('nr-headlines');
       list.limit = 3;
       const articles: Article[] = list.articles ?? [];
       list.addEventListener('nr-open', (event) => event.detail.article.headline.length);
       configure({ sourceType: 'x-archive' });
       // @ts-expect-error: no such system
       configure({ sourceType: 'wordpres' });
       // As settings come that may be missing, where \`exactOptionalPropertyTypes\` tells them from what is left out.
       declare const missing: undefined;
       configure({ locale: missing, theme: missing, source: missing, sourceType: missing, eager: missing });
       export const rendered = renderToString('headlines', missing, { styles: missing, cdn: missing, signal: missing });
       export const none = snapshot('https://publisher.example', { limit: missing, title: missing, signal: missing });
       export const kept = writeSnapshot('https://publisher.example', 'a.json', { allowEmpty: missing });
       registerLocale('ar', { common: missing });
       export const article: Article = { id: '', url: '', headline: '', authors: [], publisher: missing };
       export const all: [NrHeadlines, Article[]] = [list, articles];`,
    );
    for (const { module, resolution, compiler } of resolutions) {
      const args = [
        '--noEmit',
        '--strict',
        '--exactOptionalPropertyTypes',
        '--target',
        'es2022',
        '--lib',
        'es2022,dom',
      ];
      await run(
        compiler,
        [...args, '--module', module, '--moduleResolution', resolution, 'use.ts'],
        { cwd: consumer },
      ).catch((error: { stdout: string }) => assert.fail(`${resolution}: ${error.stdout}`));
    }
  });

  it('gives types of the script tag’s global to those who ask for them, and to no others', async () => {
    const use =
      'window.newsrack?.ready(document.body).then(() => window.newsrack?.version.length);';
    await writeFile(
      join(consumer, 'asked.ts'),
      `import type { Newsrack } from 'newsrack/cdn/newsrack.js';
       ${use}
       export const stop = ({ stop }: Newsrack) => stop();`,
    );
    await writeFile(
      join(consumer, 'unasked.ts'),
      `import 'newsrack/define/all.js';
       // @ts-expect-error: nobody has asked for it
       ${use}`,
    );
    for (const { module, resolution, compiler } of resolutions)
      for (const file of ['asked.ts', 'unasked.ts']) {
        const args = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022'];
        await run(compiler, [...args, '--module', module, '--moduleResolution', resolution, file], {
          cwd: consumer,
        }).catch((error: { stdout: string }) => assert.fail(`${resolution}: ${error.stdout}`));
      }
  });

  it('gives a server’s developer types that need no DOM', async () => {
    await writeFile(
      join(consumer, 'server.ts'),
      `import * as server from 'newsrack/server';
       export const html: Promise<string> = server.renderToString('headlines', { limit: 3 });
       // @ts-expect-error: no such widget
       export const widget: server.ServedWidget = 'headline';`,
    );
    const args = ['--noEmit', '--strict', '--lib', 'es2023', '--types', 'node'];
    await run(compilers.native, [...args, '--module', 'nodenext', 'server.ts'], {
      cwd: consumer,
    }).catch((error: { stdout: string }) => assert.fail(error.stdout));
  });

  it('passes publint and attw', async () => {
    const complain = (error: { stdout: string; stderr: string }) =>
      assert.fail(error.stdout + error.stderr);
    await run(bin('publint'), ['--strict', tarball], { cwd: root }).catch(complain);
    await run(bin('attw'), [tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'cdn'], {
      cwd: root,
    }).catch(complain);
  });

  it('lets a bundler keep what is used and no more', async () => {
    assert.doesNotMatch(await bundle(`import 'newsrack';`), /class/);
    const card = await bundle(
      `import { NrArticleCard } from 'newsrack'; export { NrArticleCard };`,
    );
    assert.match(card, /NrArticleCard = class/);
    assert.doesNotMatch(card, /NrHeadlines|define\(/);
    const defined = await bundle(`import 'newsrack/define/headlines.js';`);
    assert.match(defined, /define\("nr-headlines", NrHeadlines\)/);
    assert.doesNotMatch(defined, /NrArticleCard/);
    assert.match(await bundle(`import 'newsrack/define/all.js';`), /"nr-article-card"/);
    const react = await bundle(
      `import { NrHeadlines } from 'newsrack/react'; export { NrHeadlines };`,
    );
    assert.match(react, /"nr-headlines"/);
    assert.doesNotMatch(react, /"nr-article-card"/);
  });

  it('tells Next.js that React’s components are the browser’s', async () => {
    const code = await readFile(join(installed, 'dist/react.js'), 'utf8');
    assert.match(code, /^'use client';\n/);
  });

  it('lists all files with side effects and no others', async () => {
    const { sideEffects } = (await readJson('package.json')) as { sideEffects: string[] };
    const registering = (await readdir(join(installed, 'dist/define')))
      .filter((file) => file.endsWith('.js') && file !== 'define.js')
      .map((file) => `./dist/define/${file}`);
    const cdn = ['newsrack.js', 'newsrack.all.js', 'frame.js', 'newsrack.css'];
    const tags = cdn.map((file) => `./dist/cdn/${file}`);
    assert.deepEqual(sideEffects.toSorted(), [...registering, ...tags].sort());
  });

  it('has one version', async () => {
    const versions = await Promise.all(['package.json', 'dist/cdn/manifest.json'].map(readJson));
    assert.deepEqual(
      versions.map((file) => (file as { version: string }).version),
      [version, version],
    );
    // What a clone is packed as.
    const readme = await readFile(join(installed, 'README.md'), 'utf8');
    assert.ok(readme.includes(`/newsrack-${version}.tgz`));
  });

  it('describes each element in custom-elements.json, with what it inherits', async () => {
    interface Declaration {
      tagName?: string;
      attributes?: { name: string }[];
      events?: { name: string }[];
    }
    const { modules } = (await readJson('dist/custom-elements.json')) as {
      modules: { path: string; declarations: Declaration[] }[];
    };
    const files = await Promise.all(modules.map(({ path }) => readFile(join(installed, path))));
    assert.equal(files.length, modules.length);
    const elements = modules.flatMap((each) => each.declarations).filter((each) => each.tagName);
    assert.deepEqual(elements.map((each) => each.tagName).sort(), [...tags].sort());
    for (const { tagName, attributes = [], events = [] } of elements) {
      const names = attributes.map(({ name }) => name);
      const where = tagName === 'nr-newsletter-form' ? 'action' : 'source';
      for (const common of [where, 'load', 'theme', 'heading-level', 'lang', 'utm-source'])
        assert.ok(names.includes(common), `${tagName!} has no ${common}`);
      assert.ok(events.some(({ name }) => name === 'nr-error'));
      // What `data-nr-*` may set is a list of its own, in the loader.
      assert.deepEqual(
        names.filter((name) => !allowed.test(name)),
        [],
      );
    }
  });
});
