import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { judge, type Judged } from './bounds.js';
import { disturbance } from './machine.js';
import { escaped, picture, type Bar } from './plots.js';
import { figure, kept, resultsFile, type Figure, type Result } from './results.js';
import { names } from './section.js';
import { columns, resultTable, row, told } from './tables.js';

/** In the order in which a reader would ask. */
const order = [
  'cards-20-slow',
  'cards-500',
  'cards-20',
  'headlines-slow',
  'headlines',
  'comments-1000',
  'comments-100',
  'comments-100-slow',
  'threads',
  'form-slow',
  'form',
  'article-slow',
  'article',
  'widgets',
];

const place = ({ name }: Result) => (order.includes(name) ? order.indexOf(name) : order.length);

const barsOf = (result: Result, name: Figure): Bar[] =>
  Object.keys(result.values).flatMap((side) => {
    const spread = figure(result, side, name);
    return spread ? [{ name: side, spread }] : [];
  });

const plotted: Figure[] = [
  'bytes',
  'content',
  'lcp',
  'task',
  'layout',
  'heap',
  'nodes',
  'cls',
  'inp',
];

function plotsOf(result: Result): string {
  const plots = columns
    .filter(({ figure: name }) => plotted.includes(name) && barsOf(result, name).length)
    .map(({ figure: name, title, unit, scale }): [string, Bar[], number | undefined] => [
      unit ? `${title}, ${unit}` : title,
      barsOf(result, name),
      scale,
    ]);
  return picture(result.title, plots);
}

const boundsTable = (judged: Judged[]) =>
  [
    row(['work', 'what', 'bound', 'measured', '']),
    row(['---', '---', '---', '---', '---']),
    ...judged.map(({ work, what, bound, found, verdict }) =>
      row([work, what, bound, found, verdict === 'NOT MET' ? '**NOT MET**' : verdict]),
    ),
  ].join('\n');

const conditions = {
  fast: 'the machine as it is, loopback',
  slow: 'a processor of a quarter of the speed, 1.6 Mbps, 150 ms',
};

function circumstances(result: Result): string {
  const { machine, browser, when, calm, versions } = result;
  const reason = disturbance(calm);
  return [
    `${when.slice(0, 16).replace('T', ' ')} UTC, Chromium ${browser}, ${machine.processor}, ${machine.cores} cores, ${machine.memory} GiB, ${machine.system}, Node ${machine.node}; ${conditions[result.condition]}.`,
    `Versions: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    reason
      ? `**Do not believe its times by the clock**: ${reason}. Processor time, bytes, counts and heap bear that.`
      : 'The machine was calm.',
  ].join(' ');
}

function table(markdown: string): string {
  const [head, , ...rows] = markdown.split('\n').map((line) => line.slice(2, -2).split(' | '));
  const cells = (list: string[], tag: string) =>
    list
      .map((cell) => `<${tag}>${escaped(cell).replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')}</${tag}>`)
      .join('');
  return `<div class="wide"><table><thead><tr>${cells(head!, 'th')}</tr></thead><tbody>${rows
    .map((each) => `<tr>${cells(each, 'td')}</tr>`)
    .join('')}</tbody></table></div>`;
}

function html(results: Result[], judged: Judged[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Newsrack’s bench</title>
<style>
body { margin: 2em auto; padding: 0 1em; max-width: 75em; font: 16px/1.5 system-ui, sans-serif; color: #1a1f1d; background: #fff }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-size: 0.85em }
th, td { padding: 0.3em 0.7em; border-bottom: 1px solid #d6dcd9; text-align: left; font-variant-numeric: tabular-nums }
svg { max-width: 100%; height: auto }
.small { font-size: 0.85em; color: #4a5450 }
</style>
<h1>Newsrack’s bench</h1>
<p>Medians; lines go from the least to the most.</p>
<h2>What Newsrack is held to</h2>
${table(boundsTable(judged))}
${results
  .map(
    (result) => `<h2 id="${result.name}">${escaped(result.title)}, ${result.condition}</h2>
<p class="small">${escaped(circumstances(result)).replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')}</p>
${plotsOf(result)}
${table(resultTable(result))}`,
  )
  .join('\n')}
</html>
`;
}

const pretty = (markdown: string) => format(markdown, { parser: 'markdown', printWidth: 100 });

/** Puts text between a pair of marks of a document. */
async function fill(file: string, text: string): Promise<void> {
  const old = await readFile(file, 'utf8');
  const marks = /(<!-- bench -->)[^]*?(<!-- \/bench -->)/;
  if (!marks.test(old)) return;
  const filled = old.replace(
    marks,
    (_, start: string, end: string) => `${start}\n\n${text}\n\n${end}`,
  );
  await writeFile(
    file,
    await format(filled, { parser: 'markdown', singleQuote: true, printWidth: 100 }),
  );
}

/** What README shows: the three comparisons that a partner asks about. */
function short(results: Map<string, Result>): string {
  const lines: string[][] = [];
  const add = (
    what: string,
    section: string,
    name: Figure,
    scale: number | undefined,
    peers: string[],
    reference: string,
  ) => {
    const result = results.get(section);
    if (!result) return;
    const value = (side: string) => {
      const spread = figure(result, side, name);
      return spread ? told(spread.median, scale) : '–';
    };
    lines.push([
      what,
      value(names.newsrack),
      `${reference} ${value(reference)}`,
      peers.map((peer) => `${peer} ${value(peer)}`).join(', '),
    ]);
  };
  const threads = ['Waline', 'Artalk', 'Ghost comments-ui', 'Twikoo'];
  const libraries = ['Shoelace', 'Web Awesome'];
  const signUp = ['Ghost signup-form'];
  add('1,000 comments: kB', 'comments-1000', 'bytes', 1 / 1000, threads, names.byHand);
  add('1,000 comments: main thread, ms', 'comments-1000', 'task', undefined, threads, names.byHand);
  add('1,000 comments: heap, MiB', 'comments-1000', 'heap', undefined, threads, names.byHand);
  add('500 cards: main thread, ms', 'cards-500', 'task', undefined, libraries, names.plainLit);
  add('500 cards: heap, MiB', 'cards-500', 'heap', undefined, libraries, names.plainLit);
  add('Form, slow: usable after ms', 'form-slow', 'content', undefined, signUp, names.plainLit);
  add('Form: kB', 'form', 'bytes', 1 / 1000, signUp, names.plainLit);
  if (!lines.length) return '';
  return [
    ...(results.has('comments-1000')
      ? ['![A thread of 1,000 comments, beside others](test/bench/results/plot.svg)', '']
      : []),
    row(['', 'Newsrack', 'by hand', 'others']),
    row(['---', '---', '---', '---']),
    ...lines.map(row),
  ].join('\n');
}

/** Makes the report of all results that are there, the picture and the tables in README and NOTES. */
export async function writeReport(): Promise<void> {
  const all = await kept();
  const results = [...all.values()].sort((one, other) => place(one) - place(other));
  const judged = judge(all);
  await writeFile(resultsFile('report.html'), html(results, judged));
  await writeFile(
    resultsFile('report.md'),
    await pretty(
      `# Newsrack’s bench\n\nMade by \`npm run bench\`; [report.html](report.html) has the plots.\n\n## What Newsrack is held to\n\n${boundsTable(judged)}\n\n${results
        .map(
          (result) =>
            `## ${result.title}, ${result.condition}\n\n${circumstances(result)}\n\n${resultTable(result)}`,
        )
        .join('\n\n')}\n`,
    ),
  );
  const thread = all.get('comments-1000');
  if (thread)
    await writeFile(
      resultsFile('plot.svg'),
      `${picture('A thread of 1,000 comments', [
        ['1,000 comments: main thread, ms of processor', barsOf(thread, 'task')],
        ['1,000 comments: on the wire, kB', barsOf(thread, 'bytes'), 1 / 1000],
      ])}\n`,
    );
  await fill(join(import.meta.dirname, 'NOTES.md'), boundsTable(judged));
  await fill(join(import.meta.dirname, '../../README.md'), short(all));
}
