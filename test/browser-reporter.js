/** Web Test Runner's results as one JSON object a line, for test/run.js; see test/node-reporter.js. */
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

const describeError = (error) =>
  [
    error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`,
    error.expected !== undefined && `expected: ${error.expected}\n  actual: ${error.actual}`,
  ]
    .filter(Boolean)
    .join('\n');

function* testsOf(suite, path = []) {
  for (const test of suite.tests) yield { ...test, name: [...path, test.name].join(' › ') };
  for (const inner of suite.suites) yield* testsOf(inner, [...path, inner.name]);
}

export function jsonReporter() {
  return {
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      const file = testFile.slice(testFile.indexOf('/test/') + 1);
      for (const session of sessionsForTestFile) {
        const tests = session.testResults ? [...testsOf(session.testResults)] : [];
        for (const { name, passed, skipped, duration, error } of tests)
          say({
            passed: passed && !skipped,
            name,
            file,
            duration,
            error: skipped
              ? 'skipped'
              : passed
                ? undefined
                : error
                  ? describeError(error)
                  : 'failed',
          });
        for (const error of session.errors)
          say({ passed: false, name: 'the file itself', file, error: describeError(error) });
        if (!tests.length && !session.errors.length)
          say({ passed: false, name: 'the file itself', file, error: 'It has no tests.' });
        if (session.request404s.length && !session.passed)
          say({ note: `${file}: not found: ${session.request404s.join(', ')}` });
        if (!session.passed)
          for (const log of session.logs) say({ note: `${file}: console: ${log.join(' ')}` });
      }
    },
  };
}
