import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { launcher } from './test/browser-launcher.js';
import { jsonReporter } from './test/browser-reporter.js';

register();
const { originPlugin } = await import('./test/origin-plugin.ts');
const { tallyPlugin } = await import('./test/tally-plugin.ts');

export default {
  files: process.env.NEWSRACK_TEST_FILES?.split('\n') ?? ['test/**/*.browser.test.ts'],
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: ['development'] },
  // Tests of a publisher that stalls wait for most of their time. Other engines have one window for all.
  concurrency: (process.env.NEWSRACK_TEST_ENGINE ?? 'chromium') === 'chromium' ? 2 : 1,
  // The first file also waits for everything to be transformed.
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
  browsers: [await launcher(process.env.NEWSRACK_TEST_ENGINE)],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    originPlugin(),
    tallyPlugin(),
  ],
  ...(process.env.NEWSRACK_TEST_EVENTS ? { reporters: [jsonReporter()] } : {}),
  // Lit says so in development on every page.
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
