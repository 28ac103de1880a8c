/**
 * node:test's results as one JSON object a line, for test/run.js:
 * `{passed, name, file, duration, error?}` for a test, `{note}` for what a failing file printed
 * and what a test measured (`t.diagnostic`).
 */
import { relative } from 'node:path';
import { inspect } from 'node:util';

const line = (event) => `${JSON.stringify(event)}\n`;

const describeError = (error) => {
  const cause = error?.cause instanceof Error ? error.cause : error;
  return cause?.stack ?? inspect(cause);
};

export default async function* reporter(events) {
  const names = [];
  const printed = new Map();
  let tests = 0;
  for await (const { type, data } of events) {
    const file = data?.file && relative(process.cwd(), data.file);
    if (type === 'test:start') {
      names.length = data.nesting;
      names.push(data.name);
    }
    if (type === 'test:stdout' || type === 'test:stderr')
      printed.set(file, (printed.get(file) ?? '') + data.message);
    // What a test says of itself; the runner's own sums name no file.
    if (type === 'test:diagnostic' && file) yield line({ note: data.message });
    if (type !== 'test:pass' && type !== 'test:fail') continue;

    const { details, nesting, name, skip, todo } = data;
    // A suite fails with its tests, which are counted by themselves; one that fails otherwise has to be told.
    const own = details.error?.failureType !== 'subtestsFailed';
    if (details.type === 'suite' || details.type === 'file') {
      const isEmpty = !nesting && !tests && type === 'test:pass';
      if (isEmpty) yield line({ passed: false, name, file, error: 'It has no tests.' });
      if (!nesting) tests = 0;
      if (type === 'test:pass' || !own) continue;
    } else tests++;
    if (type === 'test:fail' && !own) continue;
    const said = printed.get(file);
    printed.delete(file);
    // The file reports itself when it ended in a wrong way, or held no test.
    if (name === data.file) {
      const error =
        type === 'test:fail' ? (said ?? describeError(details.error)) : 'It has no tests.';
      yield line({ passed: false, name: 'the file itself', file, error });
      continue;
    }
    const left = skip !== undefined || todo !== undefined;
    const passed = type === 'test:pass' && !left;
    yield line({
      passed,
      // What test/run/in-turn.js calls a suite is said by `file`.
      name: [...names.slice(0, nesting), name].filter((part) => part !== file).join(' › '),
      file,
      duration: details.duration_ms,
      ...(passed ? {} : { error: left ? 'skipped' : describeError(details.error) }),
    });
    if (!passed && said) yield line({ note: `${file} printed:\n${said}` });
  }
}
