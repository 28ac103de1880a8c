import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import { chromium, chromiumFlags } from '../chromium.js';
import { cdnFolder } from '../partner-page.js';
import { peers } from './bundle.js';
import { compare, isChecked } from './check.js';
import { disturbance } from './machine.js';
import { writeReport } from './report.js';
import { keep, kept } from './results.js';
import { rounds } from './rounds.js';
import { startSite } from './site.js';
import { topics } from './topics.js';
import { resultTable } from './tables.js';

const help = `npm run bench                       all of it, about 25 minutes
npm run bench -- cards form         topics: ${Object.keys(topics).join(' ')}
npm run bench -- comments-1000      sections of a topic
npm run bench -- --runs 1           a try: at most 8 runs are shown, not kept
npm run bench -- --check [NAME…]    ours beside hand-written code, against the ratios of the last results
npm run bench -- --report           the report anew from the results that are there

Results of 9 runs and more go to test/bench/results/, one file a section, and the report is made of all that are there.
The peers are in a folder of their own: npm ci --prefix test/bench/peers`;

const LEAST_RUNS = 9;

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: String(LEAST_RUNS) },
    check: { type: 'boolean' },
    report: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

async function versions(): Promise<Record<string, string>> {
  const version = async (folder: string) =>
    (JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string })
      .version;
  const { dependencies } = JSON.parse(await readFile(join(peers, '../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const root = join(import.meta.dirname, '../..');
  return {
    newsrack: await version(root),
    lit: await version(join(root, 'node_modules/lit')),
    dompurify: await version(join(root, 'node_modules/dompurify')),
    ...dependencies,
  };
}

async function measure(): Promise<boolean> {
  for (const [path, advice] of [
    [join(cdnFolder, 'newsrack.js'), 'npm run build'],
    [join(peers, 'artalk'), 'npm ci --ignore-scripts --prefix test/bench/peers'],
  ] as const)
    await access(path).catch(() => {
      throw new Error(`There is nothing to measure: run ${advice} first.`);
    });
  const known = Object.keys(topics);
  const topicOf = (name: string) => known.find((topic) => (sectionTopics[name] ?? name) === topic);
  for (const name of wanted)
    if (!topicOf(name))
      throw new Error(
        `No bench is called ${name}; there are ${[...known, ...Object.keys(sectionTopics)].join(', ')}.`,
      );
  const runs = Number(options.runs);
  const before = await kept();
  const site = await startSite();
  site.folder('/newsrack/', cdnFolder);
  const browser = await playwright.launch({ executablePath: chromium(), args: chromiumFlags });
  let isFine = true;
  try {
    for (const [topic, make] of Object.entries(topics)) {
      if (wanted.length && !wanted.some((name) => topicOf(name) === topic)) continue;
      for (const section of await make(site)) {
        if (wanted.length && !wanted.includes(topic) && !wanted.includes(section.name)) continue;
        const old = before.get(section.name);
        if (options.check && !old) {
          console.warn(`${section.name}: no results to compare with`);
          continue;
        }
        const start = Date.now();
        const result = await rounds(browser, section, {
          runs,
          only: options.check ? isChecked : undefined,
          versions: await versions(),
        });
        console.warn(`\n${resultTable(result)}\n`);
        console.warn(`${section.name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
        const reason = disturbance(result.calm);
        if (reason) console.warn(`Do not believe the times by the clock: ${reason}.`);
        if (options.check) {
          const regressions = compare(old!, result);
          for (const each of regressions) console.warn(`REGRESSION ${each}`);
          if (regressions.length) isFine = false;
        } else if (runs >= LEAST_RUNS) await keep(result);
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return isFine;
}

/** Sections that can be named by themselves. */
const sectionTopics: Record<string, string> = {
  'cards-20': 'cards',
  'cards-500': 'cards',
  'cards-20-slow': 'cards',
  headlines: 'cards',
  'headlines-slow': 'cards',
  'comments-100': 'comments',
  'comments-1000': 'comments',
  'comments-100-slow': 'comments',
  'form-slow': 'form',
  'article-slow': 'article',
  widgets: 'pages',
  threads: 'pages',
};

if (options.help) console.warn(help);
else {
  if (!options.report && !(await measure())) process.exitCode = 1;
  if (!options.check && Number(options.runs) >= LEAST_RUNS) await writeReport();
}
