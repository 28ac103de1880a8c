import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface SiteFile {
  file?: string;
  text?: string;
}

/** Everything that the site consists of, by path below it. */
export async function siteFiles(): Promise<Map<string, SiteFile>> {
  const module = new URL('../../demo/site/files.js', import.meta.url).href;
  return ((await import(module)) as { siteFiles(): Map<string, SiteFile> }).siteFiles();
}

/** Code that stands in a document, between its fences. */
export interface Sample {
  language: string;
  code: string;
  /** Document and line. */
  where: string;
}

const fence = /^( *)```(\S*)[^\n]*\n([\s\S]*?)^\1```$/gm;

function samplesIn(name: string, markdown: string): Sample[] {
  return [...markdown.matchAll(fence)].map(
    ({ index, 1: indent = '', 2: language = '', 3: code = '' }) => ({
      language,
      code: code.replace(new RegExp(`^${indent}`, 'gm'), ''),
      where: `${name}:${markdown.slice(0, index).split('\n').length}`,
    }),
  );
}

/** The documents of the repository and of the site, by name. */
export async function documents(): Promise<[name: string, markdown: string][]> {
  const own = ['README.md', 'CONTRIBUTING.md'].map((name): [string, string] => [
    name,
    readFileSync(join(root, name), 'utf8'),
  ]);
  const site = [...(await siteFiles())].flatMap(([name, { text }]): [string, string][] =>
    name.endsWith('.md') ? [[name, text!]] : [],
  );
  return [...own, ...site];
}

export const samples = async (...languages: string[]): Promise<Sample[]> =>
  (await documents())
    .flatMap(([name, markdown]) => samplesIn(name, markdown))
    .filter(({ language }) => languages.includes(language));

/** The adapter that the guide shows, and calls `gazette.js`. */
export const gazette = async (): Promise<string> =>
  (await samples('js')).find(({ code }) => code.includes('export function openGazette'))!.code;
