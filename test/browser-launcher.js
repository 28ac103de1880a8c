import { chromeLauncher } from '@web/test-runner-chrome';
import { chromium, chromiumFlags } from './chromium.js';
import { engines, findFirefox } from './engines.js';
import { startWebKit } from './webkit.js';

/** A window each: a tab behind another one is hidden, and paints and observes nothing. */
const createPage = async ({ browser }) => (await browser.createBrowserContext()).newPage();

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: chromium(), args: chromiumFlags },
      createPage,
    }),

  async firefox() {
    const executablePath = findFirefox();
    if (!executablePath) throw new Error(engines.firefox.missing);
    const { puppeteerLauncher } = await import('@web/test-runner-puppeteer');
    return puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath }, createPage });
  },

  async webkit() {
    const { webdriverLauncher } = await import('@web/test-runner-webdriver');
    const { stop, ...options } = await startWebKit();
    const launched = webdriverLauncher(options);
    const end = launched.stop.bind(launched);
    launched.stop = () => end().finally(stop);
    return launched;
  },
};

/** Web Test Runner's launcher of an engine; Chromium when none is named. */
export const launcher = (engine = 'chromium') => launchers[engine]();
