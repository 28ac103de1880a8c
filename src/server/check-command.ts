import process from 'node:process';
import { parseArgs } from 'node:util';
import { NewsrackError } from '../model/error.js';
import { sourceTypes } from '../publishers/publisher.js';
import { check } from './check/check.js';
import { toText } from './check/report-text.js';
import {
  exitCodeOf,
  exitCodes,
  say,
  showProgress,
  styled,
  tell,
  UsageError,
  type Command,
} from './terminal.js';

const help = `Usage: newsrack check URL

Looks at a page with widgets, or at a source, and says what would keep widgets from working there.

  newsrack check https://partner.example/news/            a partner's page
  newsrack check https://publisher.example                a source: a site, an API or a feed
  newsrack check https://publisher.example/feed.xml --from https://partner.example

Of a page: the loader (there, current, whole, open to the page), newsrack.css, each widget's attributes and their
values, frames, the Content Security Policy and Trusted Types with what has to be added, addresses without https, and
each source that its widgets read. Scripts are not run: what they add to a page is not seen.

Of a source: what it is, whether a browser may read it from another site (CORS), how many articles it has and what they
lack, pictures, how fast it answers and how long that may be kept. It is asked as a reader's browser would ask.

  --from URL           the partner's page that the source is read from; https://partner.example when left out
  --source-type TYPE   what a source is: wordpress, ghost, json-feed, rss or json-ld; left out, it is found out
  --source-key KEY     where a source's API needs one; better in NEWSRACK_SOURCE_KEY, since others see a command's words
  --json               the whole report as JSON, for machines

A problem keeps something from working; advice does not. What has to be added stands below each, ready to paste.

Exit codes:

  0    no problem
  1    there are problems
  2    it could not be looked at, or wrong usage
  129, 130, 143   ended by a signal
`;

const options = {
  from: { type: 'string' },
  'source-type': { type: 'string' },
  'source-key': { type: 'string' },
  json: { type: 'boolean' },
} as const;

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\.$/, ''));
  }
}

async function run(words: string[], signal: AbortSignal): Promise<number> {
  const { values, positionals } = parse(words);
  const [url, another] = positionals;
  if (!url) throw new UsageError('The address is missing');
  if (another !== undefined) throw new UsageError(`There is one address, and “${another}” is more`);
  const sourceType = values['source-type'];
  if (sourceType !== undefined && !sourceTypes.includes(sourceType))
    throw new UsageError(`--source-type is one of ${sourceTypes.join(', ')}`);
  try {
    const report = await check(url, {
      from: values.from,
      sourceType,
      sourceKey: values['source-key'] ?? process.env.NEWSRACK_SOURCE_KEY,
      signal,
      onProgress: (what) => showProgress(`Looking at ${what} …`),
    });
    const paint = styled(process.stdout);
    say(values.json ? `${JSON.stringify(report, null, 2)}\n` : toText(report, paint));
    return report.passed ? exitCodes.done : exitCodes.failed;
  } catch (error) {
    if (signal.aborted) return exitCodeOf(signal.reason as 'SIGTERM');
    if (!(error instanceof NewsrackError)) throw error;
    if (error.code === 'bad-attribute') throw new UsageError(error.message.replace(/\.$/, ''));
    const { code, message } = error;
    if (values.json) say(`${JSON.stringify({ error: { code, message } })}\n`);
    tell(`newsrack: ${message}`, 'red');
    return exitCodes.unseen;
  }
}

/** `newsrack check` */
export const checkCommand: Command = { help, run };
