import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, afterEach, before } from 'node:test';
import type axe from 'axe-core';
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { chromium, chromiumFlags } from '../chromium.js';
import { watchLayoutShifts, type LayoutShift } from './layout-shifts.js';

export interface PageOptions extends Pick<
  BrowserContextOptions,
  | 'viewport'
  | 'colorScheme'
  | 'forcedColors'
  | 'reducedMotion'
  | 'locale'
  | 'timezoneId'
  | 'offline'
  | 'javaScriptEnabled'
  | 'hasTouch'
  | 'isMobile'
> {
  /**
   * A phone on a poor line: 1.6 Mbit/s, 150 ms, a processor four times slower than this one. `line` is the line alone: to be
   * slower keeps one of this machine's processors busy as long as the page is open.
   */
  slow?: boolean | 'line';
}

export interface Violation {
  id: string;
  help: string;
  targets: string[];
}

/** A page and what a test wants to know of it. */
export interface TestPage {
  page: Page;
  /** Uncaught errors and console errors, in order; failed requests are not among them. */
  problems: string[];
  /** All layout shifts so far, those right after input included. */
  layoutShifts(): Promise<{ sum: number; shifts: LayoutShift[] }>;
  /** Resolves when every widget is settled and every picture that shall load has loaded. */
  settled(): Promise<void>;
  /** What axe objects to, in the page or in what the selector finds. */
  axe(selector?: string): Promise<Violation[]>;
  /** Saves test/output/NAME.png. */
  screenshot(name: string): Promise<void>;
}

const output = join(import.meta.dirname, '../output');
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The compiler that runs these tests names functions by a call of its own, also in those that are sent to a page. */
const nameFunctions = `Object.defineProperty(globalThis, '__name', { value: (named) => named })`;

/** Chromium speaks of every answer that is no success on the console; that is no problem of the page's code. */
const isReportOfRequest = (text: string) => text.startsWith('Failed to load resource');

async function slowDown(page: Page, what: true | 'line') {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1e6) / 8,
    uploadThroughput: (0.75 * 1e6) / 8,
  });
  if (what !== 'line') await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

function observe(page: Page): TestPage {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isReportOfRequest(message.text()))
      problems.push(`console: ${message.text()}`);
  });
  return {
    page,
    problems,
    layoutShifts: async () => {
      const shifts = await page.evaluate(() => window.layoutShifts());
      return { sum: shifts.reduce((sum, { value }) => sum + value, 0), shifts };
    },
    async settled() {
      await page.waitForFunction(() => typeof window.newsrack?.ready === 'function');
      await page.evaluate(async () => {
        await window.newsrack!.ready();
        const roots = [document, ...[...document.querySelectorAll('*')].map((e) => e.shadowRoot)];
        const pictures = roots.flatMap((root) => [...(root?.querySelectorAll('img') ?? [])]);
        const near = pictures.filter(
          (picture) =>
            picture.getBoundingClientRect().top < innerHeight && picture.checkVisibility(),
        );
        await Promise.all(near.map((picture) => picture.decode().catch(() => {})));
        const frame = () => new Promise(requestAnimationFrame);
        await frame();
        await frame();
      });
    },
    async axe(selector) {
      await page.evaluate(await readFile(axeFile, 'utf8'));
      return page.evaluate(async (within) => {
        const { violations } = await window.axe.run(within ?? document, {
          // A fragment of a page, as in a test, has no landmarks and no title of its own.
          rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
        });
        return violations.map(({ id, help, nodes }) => ({
          id,
          help,
          targets: nodes.map(({ target }) => target.flat().join(' ')),
        }));
      }, selector);
    },
    async screenshot(name) {
      await mkdir(output, { recursive: true });
      await page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
    },
  };
}

declare global {
  interface Window {
    layoutShifts: () => LayoutShift[];
    axe: typeof axe;
  }
}

/** How long a Chromium that no file uses waits for the next one, in milliseconds. */
const LINGER = 2000;

let shared: Promise<Browser> | undefined;
const users = new Set<object>();
let closing: NodeJS.Timeout | undefined;

function launch(): Promise<Browser> {
  const launching = playwright.launch({ executablePath: chromium(), args: chromiumFlags });
  const forget = () => {
    if (shared === launching) shared = undefined;
  };
  launching.then((browser) => browser.on('disconnected', forget), forget);
  return launching;
}

function close(): void {
  void shared?.then((browser) => browser.close());
  shared = undefined;
}

/**
 * One Chromium for the tests of a process; every page is a fresh visitor, and is closed after its test.
 * To be called once, at the top of a file.
 */
export function useBrowser(): { newPage(options?: PageOptions): Promise<TestPage> } {
  let browser: Browser;
  const contexts = new Set<BrowserContext>();

  before(async () => {
    users.add(contexts);
    clearTimeout(closing);
    browser = await (shared ??= launch());
  });
  afterEach(async () => {
    await Promise.all([...contexts].map((context) => context.close()));
    contexts.clear();
  });
  after(() => {
    // Also called where another hook failed before ours was.
    if (users.delete(contexts) && !users.size) closing = setTimeout(close, LINGER);
  });

  return {
    async newPage({ slow = false, ...options } = {}) {
      const context = await browser.newContext({
        locale: 'en-US',
        timezoneId: 'America/New_York',
        ...options,
      });
      contexts.add(context);
      await context.addInitScript(nameFunctions);
      await context.addInitScript(watchLayoutShifts);
      const page = await context.newPage();
      if (slow) await slowDown(page, slow);
      return observe(page);
    },
  };
}
