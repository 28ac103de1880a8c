import { spawn } from 'node:child_process';

const running = new Set();

/** Ends what is still running, grandchildren included. */
export function endChildren(signal = 'SIGKILL') {
  for (const child of running) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has just ended by itself.
    }
  }
}

process.on('exit', () => endChildren());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    endChildren('SIGTERM');
    process.exit(130);
  });

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: object, limit?: number, onLine?: (line: string) => void }} [options]
 *   `limit`: seconds after which it is ended; `onLine`: gets each line of standard output instead of its being kept
 * @returns {Promise<{ status: number | null, output: string }>} `status` is null when it was ended
 */
export function run(program, args, { env = {}, limit = 600, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      // A group of its own, so that its children can be ended with it.
      detached: true,
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      if (!onLine) {
        output += text;
        return;
      }
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      lines.forEach(onLine);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    const timer = setTimeout(() => {
      output += `\nEnded after ${limit} s.`;
      process.kill(-child.pid, 'SIGKILL');
    }, limit * 1000);
    child.on('error', (error) => (output += error.message));
    child.on('close', (status) => {
      clearTimeout(timer);
      running.delete(child);
      if (onLine && rest) onLine(rest);
      resolve({ status, output: output.trim() });
    });
  });
}

/** Runs a script by the Node that runs this one; see `run`. */
export const runNode = (args, options) => run(process.execPath, args, options);
