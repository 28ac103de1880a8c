import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { engines } from '../engines.js';
import { run, runNode } from './children.js';

/**
 * One part of `npm test`.
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} [needs] steps that must have passed before
 * @property {number} cores how many of two it keeps busy
 * @property {'chromium' | 'firefox' | 'webkit'} [engine] the browser that it needs
 * @property {boolean} [publisher] needs the demo's WordPress
 * @property {boolean} [long] runs with --all only
 * @property {(context: Context) => Promise<void>} run
 *
 * @typedef {object} Context
 * @property {(result: { passed: boolean, name: string, file?: string, error?: string }) => void} report counts a test
 * @property {(text: string) => void} note shows a line below the step
 * @property {string[]} patterns only test files whose path contains one of these; all when empty
 * @property {object} env
 */

const allFiles = () =>
  readdirSync('test', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).replaceAll('\\', '/'))
    .sort();

const isBrowser = (file) => file.endsWith('.browser.test.ts');
const needsBuild = (file) => /^test\/(package|budgets)\//.test(file);

function testFiles(belongs, patterns) {
  return allFiles()
    .filter(belongs)
    .filter((file) => !patterns.length || patterns.some((pattern) => file.includes(pattern)));
}

/** A tool that either finds nothing to complain about or fails: one test. */
const check =
  (name, start) =>
  async ({ report }) => {
    const { status, output } = await start();
    const passed = status === 0;
    report({ passed, name, ...(passed ? {} : { error: output || `exit code ${status}` }) });
  };

/** Hands each line of a test runner's reporter on; what is not one is kept for the case that the runner fails. */
function eventReader({ report, note }) {
  const seen = { tests: 0, failures: 0, strays: [] };
  const onLine = (line) => {
    let event;
    try {
      event = JSON.parse(line);
    } catch {
      if (line.trim()) seen.strays.push(line);
      return;
    }
    if (event.note !== undefined) return note(event.note);
    seen.tests++;
    if (!event.passed) seen.failures++;
    report(event);
  };
  return { seen, onLine };
}

async function runTests(context, args, options) {
  const { seen, onLine } = eventReader(context);
  const { status, output } = await runNode(args, { ...options, onLine });
  // A runner that failed without a failing test, or ended before it had begun.
  if (status !== 0 && !seen.failures)
    context.report({
      passed: false,
      name: 'the test runner itself',
      error: [...seen.strays, output].join('\n') || `exit code ${status}`,
    });
}

const node = [
  '--import=tsx',
  '--test-reporter=./test/node-reporter.js',
  '--test-reporter-destination=stdout',
];

/** Each file in a process of its own; `timeout`: seconds that each may take. */
const nodeTests =
  (belongs, { concurrency = 2, timeout = 90, limit = 600 } = {}) =>
  async (context) => {
    const files = testFiles(belongs, context.patterns);
    if (!files.length) return;
    await runTests(
      context,
      [
        ...node,
        '--test',
        `--test-concurrency=${concurrency}`,
        `--test-timeout=${timeout * 1000}`,
        ...files,
      ],
      { limit, env: context.env },
    );
  };

/** One file after another in one process: what they share, a browser among it, is started once. */
const inTurn =
  (belongs, { timeout = 240, limit = 1200 } = {}) =>
  async (context) => {
    const files = testFiles(belongs, context.patterns);
    if (!files.length) return;
    await runTests(context, [...node, 'test/run/in-turn.js', `${timeout}`, ...files], {
      limit,
      env: context.env,
    });
  };

const browserTests = (engine, limit) => async (context) => {
  const files = testFiles(isBrowser, context.patterns);
  if (!files.length) return;
  await runTests(context, ['node_modules/@web/test-runner/dist/bin.js'], {
    limit,
    env: {
      ...context.env,
      NEWSRACK_TEST_ENGINE: engine,
      NEWSRACK_TEST_EVENTS: '1',
      NEWSRACK_TEST_FILES: files.join('\n'),
    },
  });
};

/** Unit and host tests in another engine than Chromium. */
const engineTests = (engine) => async (context) => {
  await browserTests(engine, 1200)(context);
  await nodeTests((file) => file.endsWith('.engine.ts'), {
    concurrency: 1,
    timeout: 600,
    limit: 900,
  })({
    ...context,
    env: { ...context.env, NEWSRACK_TEST_ENGINE: engine },
  });
};

/** End to end on the demo's WordPress; all others have an origin of their own. */
const onWordPress = (file) =>
  file.endsWith('.e2e.ts') && /^test\/(demo\/|e2e\/(article-card|comment|headlines))/.test(file);

const units = (file) => file.endsWith('.test.ts') && !isBrowser(file) && !needsBuild(file);

/** In the order in which they start, as far as two cores and `needs` allow: what takes longest not at the end. @type {Step[]} */
export const steps = [
  {
    name: 'build',
    cores: 1,
    run: check('build', () => run('npm', ['run', 'build'])),
  },
  {
    name: 'types',
    cores: 1,
    run: check('types', () => run('npm', ['run', 'types'])),
  },
  {
    name: 'lint',
    cores: 1,
    run: check('lint', () =>
      runNode(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']),
    ),
  },
  {
    name: 'format',
    cores: 1,
    run: check('formatting', () =>
      runNode(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']),
    ),
  },
  // Side by side, each one file at a time: some write to WordPress, and some measure.
  {
    name: 'e2e',
    needs: ['build'],
    cores: 1,
    engine: 'chromium',
    run: inTurn((file) => file.endsWith('.e2e.ts') && !onWordPress(file)),
  },
  {
    name: 'package',
    needs: ['build'],
    cores: 1,
    run: nodeTests((file) => file.startsWith('test/package/') && file.endsWith('.test.ts'), {
      timeout: 180,
    }),
  },
  {
    name: 'wordpress',
    needs: ['build'],
    cores: 1,
    engine: 'chromium',
    publisher: true,
    run: inTurn(onWordPress),
  },
  { name: 'browser', cores: 1, engine: 'chromium', run: browserTests('chromium') },
  { name: 'units', cores: 1, run: inTurn(units, { timeout: 90, limit: 600 }) },
  {
    name: 'budgets',
    needs: ['build'],
    cores: 1,
    run: nodeTests((file) => file.startsWith('test/budgets/') && file.endsWith('.test.ts')),
  },
  ...['firefox', 'webkit'].map((engine) => ({
    name: engine,
    needs: ['build'],
    cores: 2,
    engine,
    long: true,
    run: engineTests(engine),
  })),
  {
    name: 'long',
    needs: ['build'],
    cores: 2,
    engine: 'chromium',
    publisher: true,
    long: true,
    run: nodeTests((file) => file.endsWith('.long.ts'), {
      concurrency: 1,
      timeout: 1800,
      limit: 7200,
    }),
  },
];

/** Why a step cannot run, or nothing. */
export function obstacle({ needs, engine }, failed) {
  const blocking = needs?.find((name) => failed.has(name));
  if (blocking) return `It was not run: ${blocking} failed.`;
  return engine && !engines[engine].find() ? engines[engine].missing : undefined;
}
