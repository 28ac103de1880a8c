/**
 * Runs test files one after another in one process, each as a suite of its own: what they share is loaded, and started, once.
 *
 *   node --import=tsx test/run/in-turn.js SECONDS FILE …
 *
 * `SECONDS`: what each may take. Modules that a file imports must not `await` at their top level: Node 20 does not know any more
 * then whose tests it meets, and this file would have none, which is told as a failure.
 */
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';

const [seconds, ...files] = process.argv.slice(2);

for (const file of files)
  describe(file, { timeout: Number(seconds) * 1000 }, async () => {
    await import(pathToFileURL(file));
  });
