/**
 * Code in the documents, run as its readers would run it: pasted or bundled into a page on another origin, by Node, or by a
 * shell, with the demo's WordPress in place of https://publisher.example.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, watch, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { compile } from 'svelte/compiler';
import { compileScript, parse } from 'vue/compiler-sfc';
import type { Page } from 'playwright-core';
import { samples, type Sample } from '../docs/documents.js';
import { useBrowser } from '../e2e/browser.js';
import { usePartner } from '../e2e/partner.js';
import { usePublisher, type Publisher } from '../e2e/publisher.js';
import { widgets } from '../gallery/gallery.js';
import { bundled } from './bundled.js';
import { ourNpx } from './our-npx.js';

const root = join(import.meta.dirname, '../..');
const shell = promisify(execFile);
const HEADLINES = `import 'newsrack/define/headlines.js';\n`;
const HEADLINES_ON_A_PAGE =
  '<script async src="/newsrack/newsrack.js"></script><nr-headlines source="https://publisher.example"></nr-headlines>';
const LIST = '<nr-headlines source="https://publisher.example" limit="2"></nr-headlines>';

/** What a sample needs around it, and what must come of it in a page. */
interface Case {
  /** What stands in this sample, and in no other kind of them. */
  is: RegExp;
  name?: string;
  module?: (code: string) => string;
  markup?: string;
  comesTo: (page: Page) => Promise<void>;
}

const shown = (page: Page) => page.locator('nr-headlines [part~=link]').first().waitFor();
const mounted = (start: string) => (code: string) => `${HEADLINES}${code}\n${start}`;
const app = `document.getElementById('app')`;

async function clickedFirst(page: Page) {
  await shown(page);
  // It is about what is said; the article need not be opened.
  await page.evaluate(() => {
    addEventListener('click', (event) => event.preventDefault());
  });
  await page.locator('nr-headlines [part~=link]').first().click();
}

/** Says what a sample writes on the console next. */
const logged = async (page: Page, does: (page: Page) => Promise<void>) => {
  const message = page.waitForEvent('console', (each) => each.type() === 'log');
  await does(page);
  return (await message).text();
};

const react = mounted(`import { createRoot } from 'react-dom/client';
  createRoot(${app}).render(<News />);`);

const inPages: Case[] = [
  {
    is: /nr-size/,
    markup: `<iframe srcdoc="<script>parent.postMessage({ type: 'nr-size', height: 321 }, '*')</script>"></iframe>
      <script type="module">
        const frame = document.querySelector('iframe');
        frame.srcdoc += '';
      </script>`,
    comesTo: (page) => page.locator('iframe[height="321"]').waitFor(),
  },
  {
    is: /configure\(/,
    markup: '<nr-headlines heading="Comercio" limit="2" more></nr-headlines>',
    async comesTo(page) {
      await shown(page);
      await page.getByRole('button', { name: 'Más artículos' }).waitFor();
    },
  },
  {
    is: /registerLocale/,
    module: (code) => HEADLINES + code,
    markup: `<div lang="pl">${LIST.replace('limit', 'more limit')}</div>`,
    comesTo: (page) => page.getByRole('button', { name: 'Więcej artykułów' }).waitFor(),
  },
  {
    is: /sendBeacon/,
    module: (code) => HEADLINES + code,
    markup: LIST,
    async comesTo(page) {
      const beacon = page.waitForRequest('**/count');
      await clickedFirst(page);
      assert.match((await beacon).postData()!, /"opened":"http/);
    },
  },
  {
    is: /createElement\('nr-headlines'\)/,
    module: (code) =>
      code.replace('list.limit', "list.source = 'https://publisher.example';\nlist.limit"),
    async comesTo(page) {
      await shown(page);
      assert.equal(await page.locator('nr-headlines [part~=item]').count(), 3);
    },
  },
  {
    is: /NrOpenEvent/,
    module: (code) => HEADLINES + code,
    markup: LIST,
    async comesTo(page) {
      assert.ok(await logged(page, clickedFirst));
    },
  },
  ...[/from 'newsrack\/jsx\/react'/, /from 'newsrack\/react'/].map((is): Case => ({
    is,
    name: 'sample.tsx',
    module: react,
    markup: '<div id="app"></div>',
    comesTo: shown,
  })),
  {
    is: /from 'newsrack\/jsx\/preact'/,
    name: 'sample.tsx',
    module: (code) =>
      `/** @jsxImportSource preact */\n${mounted(`import { render } from 'preact'; render(<News />, ${app});`)(code)}`,
    markup: '<div id="app"></div>',
    comesTo: shown,
  },
  {
    is: /newsrack\/vue/,
    module: (code) =>
      `${compileScript(parse(code).descriptor, { id: 'sample', inlineTemplate: true, genDefaultAs: 'Sample' }).content}
       import { createApp } from 'vue';
       createApp(Sample).mount(${app});`,
    markup: '<div id="app"></div>',
    comesTo: shown,
  },
  {
    is: /newsrack\/svelte/,
    module: (code) =>
      `${compile(code, { name: 'Sample' }).js.code.replace('export default', '')}
       import { mount } from 'svelte';
       mount(Sample, { target: ${app} });`,
    markup: '<div id="app"></div>',
    comesTo: shown,
  },
];

const ofServers = /newsrack\/server/;
/** Run against a Gazette: test/package/guide-adapters.test.ts. */
const ofAdapters = /(open|sendTo)Gazette/;

const all = await samples('js', 'ts', 'tsx', 'vue', 'svelte');
const ofShells = await samples('sh');
const ofPages = (await samples('html')).filter(
  ({ code }) => /<nr-|data-nr=/.test(code) && !/gazette/.test(code),
);

/** What the demo's WordPress has in place of what the samples name. */
const ownAddresses = ({ url, ids }: Publisher): [sample: RegExp, own: string][] => {
  const { id, url: article } = ids['articles']!['second-berth']!;
  const author = String(ids['authors']!['valeria']!.id);
  return [
    [/https:\/\/publisher\.example\/2026\/\d\d\/[\w-]+\//g, article],
    [/https:\/\/publisher\.example\/api\/newsletter/g, `${url}/wp-json/newsrack/v1/newsletter`],
    [/https:\/\/publisher\.example/g, url],
    [/(?<=\bauthor-id[ =]"?)\d+/g, author],
    [/(?<=\barticle-id[ =]"?)\d+/g, String(id)],
    [/(?<=category=")economy/g, 'ports'],
  ];
};

describe('code in the documents, run', () => {
  const publisher = usePublisher();
  const partner = usePartner(useBrowser());
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-samples-'));
    await mkdir(join(folder, 'node_modules'));
    await mkdir(join(folder, 'public'));
    await symlink(root, join(folder, 'node_modules/newsrack'));
  });
  after(() => rm(folder, { recursive: true }));
  const here = (text: string) =>
    ownAddresses(publisher).reduce((made, [sample, own]) => made.replace(sample, own), text);

  it('is all of it', () => {
    const unknown = all.filter(
      ({ code }) =>
        ![ofServers, ofAdapters, ...inPages.map(({ is }) => is)].some((is) => is.test(code)),
    );
    assert.deepEqual(unknown, []);
    assert.ok(ofShells.length && ofPages.length > 20, `${ofPages.length} of pages`);
    for (const is of [ofServers, ofAdapters, ...inPages.map((each) => each.is)])
      assert.ok(
        all.some(({ code }) => is.test(code)),
        `${is} is in no document`,
      );
  });

  for (const { is, name = 'sample.ts', module = String, markup = '', comesTo } of inPages)
    for (const { code, where } of all.filter((each) => is.test(each.code)))
      it(`${where} in a page`, async () => {
        const script = await bundled(here(module(code)), name);
        const { page, problems } = await partner.open(script + here(markup), { bare: true });
        await comesTo(page);
        assert.deepEqual(problems, []);
      });

  /** Runs a sample as a module and says what it writes. */
  async function inNode({ code }: Sample, more: string): Promise<string> {
    const file = join(folder, `sample-${code.length}.mjs`);
    await writeFile(file, here(`${code}\n${more}`));
    return (await shell(process.execPath, [file], { cwd: folder })).stdout;
  }

  for (const sample of all.filter(({ code }) => ofServers.test(code)))
    it(`${sample.where} by Node`, async () => {
      if (/writeSnapshot/.test(sample.code)) {
        const told = await inNode(sample, 'console.log(outcome, feed.items.length);');
        assert.match(told, /^written [1-9]/);
        assert.match(await readFile(join(folder, 'public/headlines.json'), 'utf8'), /jsonfeed/);
      } else if (/createServer/.test(sample.code)) {
        const page = await inNode(
          sample,
          `server.listen(0, '127.0.0.1', async () => {
            const { port } = server.address();
            console.log(await (await fetch(\`http://127.0.0.1:\${port}\`)).text());
            server.close();
          });`,
        );
        assert.equal(page.match(/part="item"/g)?.length, 6);
      } else
        assert.equal((await inNode(sample, 'console.log(html);')).match(/part="item"/g)?.length, 4);
    });

  /**
   * Runs a line of a shell with this package in place of the one that npm would fetch, and says what it writes. One that
   * goes on for ever is ended when its file is there.
   */
  async function inShell(line: string): Promise<string> {
    const env = await ourNpx(folder);
    const output = join(folder, / -o (\S+)/.exec(line)?.[1] ?? '.');
    const end = new AbortController();
    const { signal } = end;
    const fileIsThere = async () => {
      for await (const { filename } of watch(dirname(output), { signal }))
        if (filename === basename(output)) return;
    };
    const ended = shell('sh', ['-c', `exec ${line}`], {
      cwd: folder,
      env,
      signal,
    });
    if (!line.includes('--watch')) return (await ended).stdout;
    try {
      await Promise.race([fileIsThere(), ended]);
    } finally {
      end.abort();
    }
    return '';
  }

  for (const { code, where } of ofShells)
    for (const line of code.match(/npx newsrack .+/g) ?? [])
      it(`${where} by a shell: ${line}`, async () => {
        const own = here(line).replace('/srv/www/', '');
        if (/newsrack check/.test(own)) {
          const { page } = await partner.open(here(HEADLINES_ON_A_PAGE), { bare: true });
          const told = await inShell(
            own
              .replace('https://partner.example/news/', page.url())
              .replace('https://partner.example', new URL(page.url()).origin),
          );
          assert.match(told, /^No problem/m);
          return;
        }
        await inShell(own);
        const [, file] = / -o (\S+)/.exec(own)!;
        const made = await readFile(join(folder, file!), 'utf8');
        assert.match(made, /\.json$/.test(file!) ? /jsonfeed\.org/ : /shadowrootmode="open"/);
        await rm(join(folder, file!));
      });

  /** Files that a site lets other sites read, which the demo's WordPress does with its API only. */
  const files = createServer(({ url }, response) => {
    response.setHeader('access-control-allow-origin', '*');
    void readFile(join(folder, basename(url!))).then((content) => response.end(content));
  });
  before(() => new Promise<void>((listening) => files.listen(0, '127.0.0.1', listening)));
  after(() => new Promise((closed) => files.close(closed)));

  for (const { code, where } of ofPages)
    it(`${where} on a page`, async () => {
      const { port } = files.address() as { port: number };
      if (code.includes('/headlines.json'))
        await inShell(here('npx newsrack snapshot https://publisher.example -o headlines.json'));
      if (code.includes('/feed.xml')) {
        const feed = await fetch(`${publisher.url}/feed/`);
        await writeFile(join(folder, 'feed.xml'), await feed.text());
      }
      const markup = here(
        code.replace(/https:[^"]+(?=\/(headlines\.json|feed\.xml))/g, `http://127.0.0.1:${port}`),
      ).replaceAll('https://cdn.example/', '/newsrack/');
      const loader = '<script async src="/newsrack/newsrack.js"></script>';
      const { page, settled, heard, problems } = await partner.open(
        /newsrack(\.all)?\.js/.test(markup) ? markup : markup + loader,
        { bare: true },
      );
      await settled();
      const found = page.locator(`:is(${widgets.map((name) => `nr-${name}`).join()})`);
      assert.ok(await found.count());
      for (const widget of await found.all()) {
        await widget.locator('[part]').first().waitFor();
        assert.equal(await widget.locator('[part~=empty], [part~=error]').count(), 0);
      }
      const errors = (await heard()).filter(({ type }) => type === 'nr-error');
      assert.deepEqual(errors, []);
      assert.deepEqual(problems, []);
    });
});
