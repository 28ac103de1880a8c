import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { documents, gazette, samples } from '../docs/documents.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const known = ['css', 'html', 'js', 'json', 'sh', 'svelte', 'text', 'ts', 'tsx', 'vue', 'php'];

interface Declaration {
  tagName?: string;
  attributes?: { name: string }[];
  cssParts?: { name: string }[];
  cssProperties?: { name: string }[];
}
const { modules } = JSON.parse(await readFile(join(root, 'dist/custom-elements.json'), 'utf8')) as {
  modules: { declarations?: Declaration[] }[];
};
const elements = modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter((each) => each.tagName);

const attributesOf = (widget: string): string[] =>
  elements.find(({ tagName }) => tagName === `nr-${widget}`)?.attributes?.map(({ name }) => name) ??
  [];

/** The names of all parts, or of all tokens, of all elements. */
const named = (kind: 'cssParts' | 'cssProperties'): Set<string> =>
  new Set(elements.flatMap((each) => each[kind] ?? []).map(({ name }) => name));

const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  strict: true,
  noImplicitAny: false,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};

describe('code in the documents', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-samples-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(root, join(folder, 'node_modules/newsrack'));
    for (const name of [
      '@types',
      '@lit',
      '@vue',
      'csstype',
      'preact',
      'react',
      'svelte',
      'vue',
      'lit',
    ])
      await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    // What a sample calls its neighbours.
    await writeFile(join(folder, 'events.ts'), `import type {} from 'newsrack'; export {};`);
    await writeFile(
      join(folder, 'around.d.ts'),
      `declare module 'https://cdn.example/adapters.js' { export * from 'newsrack' }
       declare module 'https://cdn.example/locales.js' { export * from 'newsrack' }`,
    );
  });
  after(() => rm(folder, { recursive: true }));

  it('says what language it is in', async () => {
    for (const [name, markdown] of await documents())
      for (const [, language] of markdown.matchAll(/^ *```(\S+)/gm))
        assert.ok(known.includes(language!), `${name}: ${language}`);
  });

  // Scripts that are no modules are run: test/demo/docs.long.ts.
  it('has right types: JavaScript, TypeScript, JSX, and modules in HTML', async () => {
    const where: Record<string, string> = {};
    const write = async (name: string, code: string, place: string) => {
      where[name] = place;
      await writeFile(join(folder, name), code);
    };
    let count = 0;
    for (const { language, code, where: place } of await samples('js', 'ts', 'tsx')) {
      const jsx = /newsrack\/jsx\/preact/.test(code) ? '/** @jsxImportSource preact */\n' : '';
      const file = `sample-${++count}.${language}`;
      await write(file, `${jsx}${code}\nexport {};\n`, place);
    }
    await write('gazette.js', await gazette(), 'the guide to adapters');
    for (const { code, where: place } of await samples('html'))
      for (const [, script] of code.matchAll(/<script type="module">([\s\S]*?)<\/script>/g))
        await write(`script-${++count}.js`, `${script}\nexport {};\n`, place);
    assert.ok(count > 15, `${count} samples`);
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, include: ['*.js', '*.ts', '*.tsx'] }),
    );
    const output = await run(
      process.execPath,
      [join(root, 'node_modules/@typescript/native/bin/tsc'), '--pretty', 'false'],
      { cwd: folder },
    ).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
    assert.equal(
      output.replace(/^[\w-]+\.\w+(?=\()/gm, (file) => `${where[file]} ${file}`),
      '',
    );
  });

  it('compiles: Vue and Svelte', async () => {
    for (const [language, tool] of [
      ['vue', ['vue-tsc/bin/vue-tsc.js', '--noEmit', '--pretty', 'false']],
      [
        'svelte',
        ['svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--threshold', 'error'],
      ],
    ] as const) {
      const place = join(folder, language);
      await mkdir(place);
      const found = await samples(language);
      assert.ok(found.length);
      for (const [index, { code }] of found.entries())
        await writeFile(join(place, `Sample${index}.${language}`), code);
      await writeFile(
        join(place, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: { ...compilerOptions, types: [] },
          include: [`*.${language}`],
        }),
      );
      const [program, ...args] = tool;
      await run(process.execPath, [join(root, 'node_modules', program), ...args], {
        cwd: place,
      }).catch((error: { stdout: string }) => assert.fail(error.stdout));
    }
  });

  it('can be read: JSON', async () => {
    for (const { code, where } of await samples('json'))
      assert.doesNotThrow(() => JSON.parse(code) as unknown, where);
  });

  it('calls commands and options that there are', async () => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const help: Record<string, string> = {};
    for (const { code, where } of await samples('sh')) {
      for (const [, script] of code.matchAll(/npm run ([\w:-]+)/g))
        assert.ok(scripts[script!], `${where}: npm run ${script}`);
      for (const [, command, rest] of code.matchAll(/npx newsrack (\w+)([^\n]*)/g)) {
        help[command!] ??= (
          await run(process.execPath, [join(root, 'dist/server/command.js'), command!, '--help'])
        ).stdout;
        // A widget's attributes are options of `render`.
        const [widget] = rest!.trim().split(/\s/);
        const attributes = command === 'render' ? attributesOf(widget!) : [];
        for (const [option] of rest!.matchAll(/(?<=\s)--[\w-]+/g))
          assert.ok(
            help[command!]!.includes(option) || attributes.includes(option.slice(2)),
            `${where}: ${command} ${option}`,
          );
      }
    }
  });

  it('styles parts and sets tokens that there are: CSS, and style sheets in HTML', async () => {
    const sheets = [
      ...(await samples('css')),
      ...(await samples('html')).flatMap(({ code, where }) =>
        [...code.matchAll(/<style>([^]*?)<\/style>/g)].map(([, css]) => ({ code: css!, where })),
      ),
    ];
    let count = 0;
    for (const { code, where } of sheets) {
      for (const [, part] of code.matchAll(/::part\(([\w-]+)\)/g)) {
        assert.ok(named('cssParts').has(part!), `${where}: no part ${part}`);
        count++;
      }
      for (const [, token] of code.matchAll(/(--nr-[\w-]+)\s*:/g)) {
        assert.ok(named('cssProperties').has(token!), `${where}: no token ${token}`);
        count++;
      }
    }
    assert.ok(count > 10, `${count} parts and tokens`);
  });

  it('gives widgets attributes that there are: HTML', async () => {
    let count = 0;
    for (const { code, where } of await samples('html'))
      for (const [, widget, list] of code.matchAll(
        /<nr-([\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g,
      ))
        for (const [, attribute] of list!.replace(/"[^"]*"/g, '').matchAll(/\s([\w-]+)/g)) {
          if (/^(id|class|slot|hidden)$/.test(attribute!)) continue;
          assert.ok(attributesOf(widget!).includes(attribute!), `${where}: ${widget} ${attribute}`);
          count++;
        }
    assert.ok(count > 30, `${count} attributes`);
  });
});
