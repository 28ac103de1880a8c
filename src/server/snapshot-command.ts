import process from 'node:process';
import { parseArgs } from 'node:util';
import { sourceTypes, type SourceType } from '../publishers/publisher.js';
import { snapshot, textOf, writeSnapshot, type SnapshotOptions } from './snapshot.js';
import { exitCodes, say, showProgress, tell, UsageError, type Command } from './terminal.js';
import { repeat, tellFailure, type Outcome } from './tries.js';

const help = `Usage: newsrack snapshot SOURCE [-o FILE] [filters]

Reads what a publisher has and writes a JSON Feed 1.1 with all that the widgets need. Put the file where a million
readers may fetch it, and its address into source="…": the publisher is asked once per snapshot, not once per reader.

  newsrack snapshot https://publisher.example -o headlines.json
  newsrack snapshot https://publisher.example --category trade --body --max-age 3600 -o public/trade.json

SOURCE is the address of a site, an API or a feed, as in a widget's source="…".

  -o, --output FILE    replaced in one step; without it the feed goes to the standard output
  --watch SECONDS      again and again, until it is stopped; a failure does not end it
  --max-age SECONDS    after which widgets say when the snapshot was made
  --body               the articles' bodies, too: for <nr-article> (one request for each article may be needed)
  --timeout SECONDS    how long the publisher may take to begin an answer; 30 when left out
  --allow-empty        write a feed without articles, too
  --title TEXT         the feed's title; else the publisher's name or host
  --feed-url URL       where the file will be served, for feed readers
  --json               one line of JSON about each snapshot on the standard output, for machines

Which articles, as in <nr-headlines>; lists are separated by spaces, or the option is given again:

  --limit NUMBER       1 to 1000, 20 when left out
  --category LIST      ids or slugs
  --tag LIST           ids or slugs
  --author-id ID       only this author's
  --search WORDS       only those with these words
  --exclude LIST       ids or addresses of articles to leave out
  --source-type TYPE   wordpress, ghost, json-feed, rss or json-ld; left out, it is found out
  --source-key KEY     where the API needs one; better in NEWSRACK_SOURCE_KEY, since others see a command's words

Exit codes:

  0    written; with --watch: stopped
  1    failed: the source could not be read or the file not be written; the old file was left as it was
  2    wrong usage
  3    the source has no such article (see --allow-empty), category or tag; the old file was left as it was
  129, 130, 143   ended by a signal; the old file was left as it was
`;

const options = {
  output: { type: 'string', short: 'o' },
  watch: { type: 'string' },
  'max-age': { type: 'string' },
  timeout: { type: 'string' },
  body: { type: 'boolean' },
  'allow-empty': { type: 'boolean' },
  title: { type: 'string' },
  'feed-url': { type: 'string' },
  json: { type: 'boolean' },
  limit: { type: 'string' },
  category: { type: 'string', multiple: true },
  tag: { type: 'string', multiple: true },
  'author-id': { type: 'string' },
  search: { type: 'string' },
  exclude: { type: 'string', multiple: true },
  'source-type': { type: 'string' },
  'source-key': { type: 'string' },
} as const;

interface Order {
  source: string;
  output?: string;
  /** Seconds between two snapshots. */
  watch?: number;
  json: boolean;
  options: SnapshotOptions & { allowEmpty?: boolean };
}

/** What the words on the command line ask for. */
function orderOf(words: string[]): Order {
  const { values, positionals } = parse(words);
  const [source, another] = positionals;
  if (!source) throw new UsageError('The source is missing');
  if (another !== undefined) throw new UsageError(`There is one source, and “${another}” is more`);
  const { output, json = false } = values;
  const watch = seconds('watch', values.watch);
  if (output === '') throw new UsageError('--output is the name of a file');
  if (watch && !output) throw new UsageError('--watch needs a file: -o FILE');
  if (json && !output) throw new UsageError('--json needs a file: -o FILE');
  const sourceType = values['source-type'];
  if (sourceType !== undefined && !sourceTypes.includes(sourceType))
    throw new UsageError(`--source-type is one of ${sourceTypes.join(', ')}`);
  return {
    source,
    output,
    watch,
    json,
    options: {
      sourceType: sourceType as SourceType | undefined,
      sourceKey: values['source-key'] ?? process.env.NEWSRACK_SOURCE_KEY,
      limit: wholeNumber('limit', values.limit),
      categories: list(values.category),
      tags: list(values.tag),
      authorId: values['author-id'],
      search: values.search,
      exclude: list(values.exclude),
      body: values.body,
      maxAge: seconds('max-age', values['max-age']),
      timeout: seconds('timeout', values.timeout),
      title: values.title,
      feedUrl: values['feed-url'],
      allowEmpty: values['allow-empty'],
    },
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\.$/, ''));
  }
}

const list = (values: string[] | undefined) =>
  values?.flatMap((value) => value.split(/\s+/)).filter(Boolean);

function wholeNumber(name: string, value: string | undefined, what = 'a whole number') {
  if (value !== undefined && !/^[1-9]\d{0,8}$/.test(value))
    throw new UsageError(`--${name} is ${what}, not “${value}”`);
  return value === undefined ? undefined : Number(value);
}

const seconds = (name: string, value: string | undefined) =>
  wholeNumber(name, value, 'a number of seconds');

/** One snapshot. */
async function take(order: Order, signal: AbortSignal): Promise<Outcome> {
  const { source, output, json, watch } = order;
  // A key may stand in the query; messages end up in logs and mails.
  const place = source.replace(/[?#].*/, '');
  const report = (about: object) => json && say(`${JSON.stringify({ file: output, ...about })}\n`);
  const settings = {
    ...order.options,
    signal,
    onProgress: (done: number, total: number) =>
      showProgress(`Reading ${place}: ${done} of ${total}`),
  };
  try {
    showProgress(`Reading ${place} …`);
    if (!output) {
      const feed = await snapshot(source, settings);
      if (feed.items.length || settings.allowEmpty) return { code: say(textOf(feed)) };
      tell(nothing(place), 'yellow');
      return { code: exitCodes.empty };
    }
    const { outcome, feed, bytes } = await writeSnapshot(source, output, settings);
    const articles = feed.items.length;
    report({ outcome, articles, bytes, made: feed._newsrack.made });
    if (outcome === 'empty') {
      tell(`${nothing(place)}: ${output} is left as it was.`, 'yellow');
      return { code: exitCodes.empty };
    }
    // Cron sends by mail whatever is said.
    if (watch || process.stderr.isTTY) tell(`${output}: ${articles} articles, ${bytes} bytes`);
    return { code: exitCodes.done };
  } catch (error) {
    return tellFailure(error, output ? ` ${output} is left as it was.` : '', report, signal);
  }
}

const nothing = (place: string) => `newsrack: ${place} has no such article`;

async function run(words: string[], signal: AbortSignal): Promise<number> {
  const order = orderOf(words);
  return repeat(() => take(order, signal), order.watch, signal);
}

/** `newsrack snapshot` */
export const snapshotCommand: Command = { help, run };
