#!/usr/bin/env node
import process from 'node:process';
import { version } from '../version.js';
import { checkCommand } from './check-command.js';
import { renderCommand } from './render-command.js';
import { snapshotCommand } from './snapshot-command.js';
import { exitCodes, say, UsageError, type Command } from './terminal.js';

const commands: Record<string, Command | undefined> = {
  __proto__: null as never,
  snapshot: snapshotCommand,
  render: renderCommand,
  check: checkCommand,
};

const help = `Usage: newsrack COMMAND …

  snapshot SOURCE -o FILE        read a publisher and write a file that widgets read instead
  render WIDGET SOURCE -o FILE   write a widget as static HTML, finished without scripts
  check URL                      say what would keep widgets from working on a page, or with a source

newsrack COMMAND --help says more; newsrack --version says which this is.
`;

/** Runs one command. @returns what the process exits with */
async function main([name, ...words]: string[], signal: AbortSignal): Promise<number> {
  const command = commands[name ?? ''];
  const asksHelp = (word: string | undefined) => word === '--help' || word === '-h';
  if (name === '--version') return say(`${version}\n`);
  if (!name || asksHelp(name)) return name ? say(help) : (complain(help), exitCodes.usage);
  try {
    if (!command) throw new UsageError(`There is no command “${name}”`);
    return words.some(asksHelp) ? say(command.help) : await command.run(words, signal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(`newsrack: ${error.message}. See newsrack ${command ? `${name} ` : ''}--help\n`);
    return exitCodes.usage;
  }
}

const complain = (text: string) => process.stderr.write(text);

// As `head` does when it has what it wants.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(name, () => stop.abort(name));

// Node says nothing when all that is waited for has got lost.
const lost = () => {
  complain('newsrack: It came to no end: a connection was lost without a word.\n');
  process.exit(exitCodes.failed);
};
process.once('beforeExit', lost);
process.exitCode = await main(process.argv.slice(2), stop.signal);
process.off('beforeExit', lost);
// A request that is being waited for would keep a stopped command alive.
if (stop.signal.aborted) process.exit();
