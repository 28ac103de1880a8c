import { constants } from 'node:os';
import process from 'node:process';
import { styleText } from 'node:util';

/** What a command exits with, so that cron can act on it. */
export const exitCodes = { done: 0, failed: 1, usage: 2, unseen: 2, empty: 3 } as const;

/** As a shell reports a command that a signal ended. */
export const exitCodeOf = (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): number =>
  128 + constants.signals[signal];

export interface Command {
  help: string;
  /** @returns what the process exits with. @throws {UsageError} */
  run(words: string[], signal: AbortSignal): Promise<number>;
}

/** The command was given wrong words; the message has no full stop. */
export class UsageError extends Error {}

/** Writes to the standard output. @returns the exit code of what went well */
export function say(text: string): number {
  process.stderr.write(clear());
  process.stdout.write(text);
  return exitCodes.done;
}

type Look = 'red' | 'yellow' | 'green' | 'cyan' | 'bold';

/** Gives text a look. */
export type Paint = (look: Look, text: string) => string;

/** Looks show on a terminal only. */
export const styled =
  ({ isTTY }: { isTTY?: boolean }): Paint =>
  (look, text) =>
    isTTY && !process.env.NO_COLOR ? styleText(look, text) : text;

/** Writes a line for people to the standard error, in colour on a terminal only. */
export function tell(line: string, colour?: 'red' | 'yellow'): void {
  const { stderr } = process;
  stderr.write(`${clear()}${colour ? styled(stderr)(colour, line) : line}\n`);
}

/** Shows how far long work is, on a terminal only; the next line takes its place. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${clear()}${text}`);
}

const clear = () => (process.stderr.isTTY ? '\r\x1b[K' : '');
