import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

/** What each framework calls a listener of `nr-load`. */
const frameworks = [
  { name: 'react', source: 'react', jsx: 'react-jsx', listener: 'onnr-load' },
  { name: 'preact', source: 'preact', jsx: 'react-jsx', listener: 'onnr-load' },
  { name: 'solid', source: 'solid-js', jsx: 'preserve', listener: 'on:nr-load' },
];

const compilerOptions = {
  module: 'esnext',
  moduleResolution: 'bundler',
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

const page = (name: string, listener: string) => `
import type {} from 'newsrack/jsx/${name}';
import type { Article, Author, ReaderComment } from 'newsrack';
declare const articles: Article[] | undefined;
declare const site: string | undefined;
declare const opened: (() => void) | undefined;
declare const article: Article;
declare const authors: Author[];
declare const comments: ReaderComment[];
export const good = (
  <main>
    <nr-headlines source="https://publisher.example" limit={5} layout="row" more heading-level="3" class${name === 'react' ? 'Name' : ''}="news"
      ${listener}={(event) => event.detail.count.toFixed()}>
      <a href="https://publisher.example">The Publisher</a>
    </nr-headlines>
    <nr-comment-box store="x-forum" article-id="7" />
    <nr-headlines articles={articles} layout="hero" />
    <nr-headlines source={site} ${listener.replace('load', 'open')}={opened} />
    <nr-article article={article} />
    <nr-article-card article={article} />
    <nr-author-bio authors={authors} />
    <nr-comment-box article={article} comments={comments} />
    ${name === 'solid' ? '<nr-headlines prop:articles={articles} />' : ''}
  </main>
);
// @ts-expect-error: one article is no list
export const one = <nr-headlines articles={article} />;
// @ts-expect-error: no article has no address
export const part = <nr-comment-box article={{ id: '7' }} />;
// @ts-expect-error: it shows one article
export const list = <nr-article articles={articles} />;
${
  name === 'solid'
    ? `// @ts-expect-error: one article is no list
export const property = <nr-headlines prop:articles={article} />;`
    : ''
}
// @ts-expect-error: no such layout
export const layout = <nr-headlines layout="diagonal" />;
// @ts-expect-error: no such attribute
export const attribute = <nr-headlines limits={5} />;
// @ts-expect-error: no such detail
export const detail = <nr-headlines ${listener}={(event) => event.detail.email} />;
`;

describe('the types of tags in templates', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-jsx-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(root, join(folder, 'node_modules/newsrack'));
    for (const name of [
      '@types',
      '@lit',
      '@vue',
      'csstype',
      'preact',
      'react',
      'solid-js',
      'svelte',
      'vue',
    ])
      await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  });
  after(() => rm(folder, { recursive: true }));

  /** By TypeScript's compiler of today, or by the one of before 7. */
  async function compile(
    file: string,
    jsx: string,
    source: string,
    compiler: '@typescript/native' | 'typescript' = '@typescript/native',
  ): Promise<void> {
    const options = {
      '--jsx': jsx,
      '--jsxImportSource': source,
      '--module': 'esnext',
      '--moduleResolution': 'bundler',
      '--target': 'es2022',
      '--lib': 'es2022,dom,dom.iterable',
    };
    const switches = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck'];
    const args = [...switches, ...Object.entries(options).flat()];
    await run(process.execPath, [join(root, 'node_modules', compiler, 'bin/tsc'), ...args, file], {
      cwd: folder,
    }).catch((error: { stdout: string }) => assert.fail(error.stdout));
  }

  for (const { name, source, jsx, listener } of frameworks)
    it(`are right in ${name}`, async () => {
      await writeFile(join(folder, `${name}.tsx`), page(name, listener));
      await compile(`${name}.tsx`, jsx, source);
    });

  it('are right in React’s components', async () => {
    await writeFile(
      join(folder, 'components.tsx'),
      `import { useRef } from 'react';
       import type { Article, NrHeadlines as Element } from 'newsrack';
       import { NrCommentBox, NrHeadlines, NrNewsletterForm } from 'newsrack/react';
       declare const articles: Article[];
       declare const given: Article[] | undefined, site: string | undefined, opened: (() => void) | undefined;
       export function Good() {
         const list = useRef<Element>(null);
         return (
           <>
             <NrHeadlines ref={list} source="https://publisher.example" limit={5} layout="row" more headingLevel={3}
               articles={articles} className="news" lang="es"
               onNrLoad={({ detail }) => detail.count.toFixed()}
               onNrOpen={(event) => console.log(event.detail.article.headline, list.current?.articles?.length)}>
               <a href="https://publisher.example">The Publisher</a>
             </NrHeadlines>
             <NrHeadlines source={site} articles={given} onNrOpen={opened} />
             <NrCommentBox store="x-forum" articleId="7" />
             <NrNewsletterForm action="https://publisher.example/list" load="click" />
           </>
         );
       }
       // @ts-expect-error: no such layout
       export const layout = <NrHeadlines layout="diagonal" />;
       // @ts-expect-error: a number
       export const limit = <NrHeadlines limit="5" />;
       // @ts-expect-error: no such property
       export const property = <NrHeadlines comments={[]} />;
       // @ts-expect-error: an attribute has a name
       export const nameless = <NrNewsletterForm undefined="click" />;
       // @ts-expect-error: no such detail
       export const detail = <NrHeadlines onNrLoad={(event) => event.detail.email} />;`,
    );
    await compile('components.tsx', 'react-jsx', 'react', 'typescript');
    await cp(join(root, 'test/frameworks/react-app.tsx'), join(folder, 'react-app.tsx'));
    await compile('react-app.tsx', 'react-jsx', 'react');
  });

  it('are right in Vue', async () => {
    const component = (attributes: string) =>
      `<script setup lang="ts">
       import type {} from 'newsrack/vue';
       import type { Article, ReaderComment } from 'newsrack';
       declare const articles: Article[] | undefined;
       declare const article: Article;
       declare const comments: ReaderComment[];
       declare const site: string | undefined, opened: (() => void) | undefined;
       </script>
       <template>
         <nr-headlines ${attributes} class="news"><a href="/">The Publisher</a></nr-headlines>
         <nr-comment-box :article="article" :comments="comments" />
       </template>`;
    await writeFile(
      join(folder, 'Good.vue'),
      component(
        `:source="site" :limit="5" layout="row" more heading-level="3" :articles="articles" @nr-load="(event) => event.detail.count.toFixed()" @nr-open="opened"`,
      ),
    );
    const wrong = {
      Layout: 'layout="diagonal"',
      Attribute: ':limits="5"',
      Data: ':articles="article"',
      Detail: '@nr-load="(event) => event.detail.email"',
    };
    for (const [name, attributes] of Object.entries(wrong))
      await writeFile(join(folder, `${name}.vue`), component(attributes));
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions,
        include: ['*.vue'],
        vueCompilerOptions: { strictTemplates: true },
      }),
    );
    const output = await run(
      process.execPath,
      [join(root, 'node_modules/vue-tsc/bin/vue-tsc.js'), '--noEmit', '--pretty', 'false'],
      { cwd: folder },
    ).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
    const files = [...output.matchAll(/^(\w+)\.vue/gm)].map(([, file]) => file);
    assert.deepEqual([...new Set(files)].sort(), Object.keys(wrong).sort(), output);
  });

  it('are right in Svelte', async () => {
    const component = (attributes: string) =>
      `<script lang="ts">
       import type {} from 'newsrack/svelte';
       import type { Article, ReaderComment } from 'newsrack';
       let { articles, article, comments, site, opened }:
         { articles?: Article[]; article: Article; comments: ReaderComment[]; site?: string; opened?: () => void } = $props();
       </script>
       <nr-headlines ${attributes} class="news"><a href="/">The Publisher</a></nr-headlines>
       <nr-comment-box {article} {comments} />`;
    await mkdir(join(folder, 'svelte'));
    await writeFile(
      join(folder, 'svelte/tsconfig.json'),
      JSON.stringify({ compilerOptions, include: ['*.svelte'] }),
    );
    await writeFile(
      join(folder, 'svelte/Good.svelte'),
      component(
        `source={site} limit={5} layout="row" more heading-level="3" {articles} onnr-load={(event) => event.detail.count.toFixed()} onnr-open={opened}`,
      ),
    );
    const wrong = {
      Layout: 'layout="diagonal"',
      Attribute: 'limits={5}',
      Data: 'articles={article}',
      Detail: 'onnr-load={(event) => event.detail.email}',
    };
    for (const [name, attributes] of Object.entries(wrong))
      await writeFile(join(folder, `svelte/${name}.svelte`), component(attributes));
    const output = await run(
      process.execPath,
      [
        join(root, 'node_modules/svelte-check/bin/svelte-check'),
        ...[
          '--workspace',
          'svelte',
          '--no-tsconfig',
          '--output',
          'machine',
          '--threshold',
          'error',
        ],
      ],
      { cwd: folder },
    ).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
    const files = [...output.matchAll(/ERROR "(\w+)\.svelte"/g)].map(([, file]) => file);
    assert.deepEqual([...new Set(files)].sort(), Object.keys(wrong).sort(), output);
  });
});
