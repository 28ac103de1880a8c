import { remote } from 'webdriverio';
import puppeteer from 'puppeteer';
import { engines, findFirefox } from '../engines.js';
import { startWebKit } from '../webkit.js';
import { viewport } from './host-page.js';

/** As much of a browser as the host suite needs from one that Playwright cannot drive. */
export interface Engine {
  /** A fresh visitor's window on a page. */
  open(url: string): Promise<void>;
  /** What an expression is, or will be, in the page: a string. */
  evaluate(expression: string): Promise<string>;
  close(): Promise<void>;
}

async function startFirefox(): Promise<Engine> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(engines.firefox.missing);
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath });
  const visitor = () => browser.createBrowserContext();
  let context = await visitor();
  let page = await context.newPage();
  return {
    async open(url) {
      await context.close();
      context = await visitor();
      page = await context.newPage();
      await page.setViewport(viewport);
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression) as Promise<string>,
    close: () => browser.close(),
  };
}

async function startWebKitPage(): Promise<Engine> {
  const { stop, ...options } = await startWebKit();
  const browser = await remote({ ...options, logLevel: 'error' });
  return {
    async open(url) {
      // Storage is a window's own.
      const { handle } = await browser.createWindow('window');
      await browser.closeWindow();
      await browser.switchToWindow(handle);
      await browser.setWindowRect(0, 0, viewport.width, viewport.height);
      await browser.navigateTo(url);
    },
    evaluate: (expression) =>
      browser.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         Promise.resolve().then(() => (${expression})).then(done, (error) => done('!' + error));`,
        [],
      ) as Promise<string>,
    async close() {
      await browser.deleteSession();
      stop();
    },
  };
}

export const startEngine = (name: string): Promise<Engine> =>
  name === 'firefox' ? startFirefox() : startWebKitPage();
