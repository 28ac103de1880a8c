import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { siteFiles } from '../docs/documents.js';

const root = join(import.meta.dirname, '../..');

/** As GitHub and our own pages make them of headings. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

const anchorsOf = (markdown: string) => [
  ...[...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading!)),
  ...[...markdown.matchAll(/id="([^"]+)"/g)].map(([, id]) => id!),
];

describe('links', () => {
  for (const name of ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'])
    it(`${name} leads somewhere by each`, () => {
      const markdown = readFileSync(join(root, name), 'utf8');
      for (const [, target] of markdown.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)]+)\)/g)) {
        if (/^https?:/.test(target!)) continue;
        const [file, anchor] = target!.split('#');
        assert.ok(!file || existsSync(join(root, file)), `${name}: ${target}`);
        const text = file ? readFileSync(join(root, file), 'utf8') : markdown;
        if (anchor) assert.ok(anchorsOf(text).includes(anchor), `${name}: ${target}`);
      }
    });

  it('of the guides lead to files of the repository, too', () => {
    const docs = join(root, 'demo/site/docs');
    for (const folder of ['guides', 'elements'])
      for (const name of readdirSync(join(docs, folder))) {
        const markdown = readFileSync(join(docs, folder, name), 'utf8');
        for (const [, file] of markdown.matchAll(/\]\(([^)#:]+\.md)[)#]/g))
          assert.ok(existsSync(join(docs, folder, file!)), `${folder}/${name}: ${file}`);
      }
  });

  it('of the site lead to pages that are there, and to places on them', async () => {
    const files = await siteFiles();
    const read = (name: string) => {
      const { text, file } = files.get(name)!;
      return text ?? readFileSync(file!, 'utf8');
    };
    const problems: string[] = [];
    for (const name of files.keys()) {
      const isMarkdown = name.endsWith('.md') || name === 'llms.txt';
      if (!(isMarkdown || name.endsWith('.html')) || name.startsWith('newsrack/')) continue;
      const text = isMarkdown
        ? read(name).replace(/```[\s\S]*?```/g, '')
        : read(name).replace(/<pre[\s\S]*?<\/pre>/g, '');
      const targets = isMarkdown
        ? [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        : [...text.matchAll(/<a [^>]*href="([^"]+)"/g)];
      for (const [, target] of targets) {
        const url = new URL(target!.replaceAll('&amp;', '&'), `site:///${name}`);
        // What a widget shows, or another site: not ours.
        if (url.protocol !== 'site:') continue;
        const path = decodeURIComponent(url.pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
        if (!files.has(path)) problems.push(`${name}: ${target}`);
        else if (url.hash) {
          const there = read(path);
          const ids = path.endsWith('.md')
            ? anchorsOf(there)
            : [...there.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
          if (!ids.includes(decodeURIComponent(url.hash.slice(1))))
            problems.push(`${name}: ${target}`);
        }
      }
    }
    assert.deepEqual(problems, []);
  });
});
