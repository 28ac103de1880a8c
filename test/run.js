/**
 * Runs every test; installs first what is missing.
 *
 *   npm test                      everything but what takes long
 *   npm test -- --all             everything
 *   npm test -- units lint        these steps only
 *   npm test -- browser headlines only test files with “headlines” in their path
 *
 * Before the last line stands what was tried and held, counted while it ran. The last line is the sum. It uses nothing but Node until the packages are installed.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endChildren } from './run/children.js';
import { installPackages, provideChromium } from './run/install.js';
import { obstacle, steps } from './run/steps.js';

/** Of the demo's WordPress while tests run: not the one that `npm start` uses, whose comments may be being read. */
const publisherPort = Number(process.env.NEWSRACK_TEST_PUBLISHER_PORT ?? 8083);
const heartbeat = 30_000;

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const words = process.argv.slice(2);
const known = new Set(steps.map(({ name }) => name));
const named = words.filter((word) => known.has(word));
const patterns = words.filter((word) => !word.startsWith('-') && !known.has(word));
const all = words.includes('--all');

if (words.includes('--help') || words.includes('-h')) {
  process.stdout.write(`npm test                      everything but what takes long
npm test -- --all             everything
npm test -- units lint        these steps only
npm test -- browser headlines only test files with “headlines” in their path

Steps: ${[...known].join(' ')}
`);
  process.exit();
}

const started = Date.now();
const say = (text) => process.stdout.write(`${text}\n`);
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const indent = (text, by = '      ') => text.replace(/^(?=.)/gm, by);

/** The steps to run; one that is named alone takes along what it needs. */
function chosen() {
  if (!named.length)
    return steps.filter(
      ({ name, long }) => (all || !long) && (!patterns.length || holdsFiles(name)),
    );
  const wanted = new Set(named);
  for (const { name, needs = [] } of [...steps].reverse())
    if (wanted.has(name)) needs.forEach((need) => wanted.add(need));
  return steps.filter(({ name }) => wanted.has(name));
}

const holdsFiles = (name) => !['types', 'lint', 'format'].includes(name);

/** Starts the demo's WordPress beside all else, since its first installation takes minutes; it needs no package of ours. */
async function startWordPress() {
  const { startPublisher } = await import('../demo/publisher/publisher.js');
  const log = (line) => say(`· WordPress: ${line}`);
  return startPublisher({ port: publisherPort, log });
}

const sum = { passed: 0, failed: 0 };
const failures = [];
const failedSteps = new Set();
const table = [];
/** Each of these tests is of one page, or of one policy. */
const held = { hosts: 0, policies: 0 };

async function runStep(step, { browsers, publisher }) {
  const since = Date.now();
  const counts = { passed: 0, failed: 0 };
  const report = ({ passed, name, file, error }) => {
    counts[passed ? 'passed' : 'failed']++;
    if (passed && /^test\/hosts\/(?!blockers|leaks|soak|hour)/.test(file))
      held[/policies/.test(file) ? 'policies' : 'hosts']++;
    if (passed) return;
    const title = `${step.name}: ${file ? `${file} › ` : ''}${name}`;
    failures.push({ title, error });
    say(`  ✗ ${title}\n${indent(error ?? '')}`);
  };
  const note = (text) => say(indent(text, `    ${step.name} · `));
  const timer = setInterval(
    () => say(`· ${step.name}: ${counts.passed} passed so far, ${seconds(since)}`),
    heartbeat,
  );
  say(`· ${step.name} …`);
  try {
    if (step.engine === 'chromium') await browsers;
    const reason = obstacle(step, failedSteps);
    if (reason) report({ passed: false, name: step.name, error: reason });
    else await step.run({ report, note, patterns, env: step.publisher ? await publisher() : {} });
  } catch (error) {
    report({ passed: false, name: step.name, error: error.stack ?? String(error) });
  }
  clearInterval(timer);
  if (counts.failed) failedSteps.add(step.name);
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  table.push([step.name, counts.passed, counts.failed, seconds(since)]);
  say(
    `${counts.failed ? '✗' : '✓'} ${step.name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds(since)}`,
  );
}

/** Runs steps in their order, side by side where two cores are enough for them. */
async function runSteps(list, context) {
  const waiting = [...list];
  const pending = new Set(list.map(({ name }) => name));
  const running = new Set();
  let free = 2;
  while (waiting.length || running.size) {
    const index = waiting.findIndex(
      ({ cores, needs = [] }) => cores <= free && !needs.some((need) => pending.has(need)),
    );
    if (index < 0) {
      await Promise.race(running);
      continue;
    }
    const [step] = waiting.splice(index, 1);
    free -= step.cores;
    const run = runStep(step, context).then(() => {
      free += step.cores;
      pending.delete(step.name);
      running.delete(run);
    });
    running.add(run);
  }
}

/** What tests count while they run; see test/tally.ts. */
const tallies = mkdtempSync(join(tmpdir(), 'newsrack-test-'));
process.env.NEWSRACK_TALLY = join(tallies, 'tally');

/** What was tried and held, as far as it was run. */
function proof() {
  const file = process.env.NEWSRACK_TALLY;
  const counts = new Map();
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []) {
    const { what, count } = JSON.parse(line);
    counts.set(what, (counts.get(what) ?? 0) + count);
  }
  const ran = new Set(table.map(([name]) => name));
  const engines = steps
    .filter(({ name, engine }) => engine && ran.has(name))
    .map((step) => step.engine);
  const of = (what) => counts.get(what) ?? 0;
  return [
    ['host pages passed', held.hosts],
    ['policies passed', held.policies],
    ['faults survived', of('fault')],
    ['vectors tried', of('vector')],
    ['vectors executed', of('executed vector')],
    ['engines run', [...new Set(engines)].join(' ') || 'none'],
  ];
}

say(`Node ${process.version}, ${availableParallelism()} cores`);
const selection = chosen();
let publisher;
try {
  const starting = selection.some((step) => step.publisher) && startWordPress();
  // Told by the step that needs it.
  if (starting) starting.catch(() => {});
  await installPackages(root, (line) => say(`· ${line}`));
  const browsers =
    selection.some(({ engine }) => engine === 'chromium') &&
    provideChromium(root, (line) => say(`· ${line}`));
  await runSteps(selection, {
    browsers,
    publisher: async () => {
      publisher = await starting;
      return {
        NEWSRACK_TEST_PUBLISHER: JSON.stringify({ url: publisher.url, ids: publisher.ids }),
      };
    },
  });
} catch (error) {
  sum.failed++;
  failures.push({ title: 'setting up', error: error.stack ?? String(error) });
} finally {
  await publisher?.stop();
  endChildren();
}

if (failures.length) say('\nFailures\n');
for (const { title, error } of failures) say(`✗ ${title}\n${indent(error ?? '')}\n`);
say('');
for (const [name, passed, failed, time] of table)
  say(
    `${name.padEnd(10)}${String(passed).padStart(6)} passed${String(failed).padStart(5)} failed${time.padStart(10)}`,
  );
say('');
for (const [what, count] of proof()) say(`${what.padEnd(20)}${count}`);
rmSync(tallies, { recursive: true });
say('');
say(`${'in all'.padEnd(10)}${seconds(started).padStart(35)}`);
say(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed || !sum.passed ? 1 : 0);
