import { chromium as playwright, type Browser } from 'playwright-core';
import { chromium, chromiumFlags } from '../chromium.js';
import { servePartnerPage } from '../partner-page.js';
import { spread, type Spread } from './statistics.js';
import type { Workload } from './workload.js';

/** One visit. */
export interface Visit {
  /** Milliseconds that the main thread worked, until everything is shown and two frames were painted. */
  task: number;
  script: number;
  /** Style and layout. */
  layout: number;
  /** MiB after collection. */
  heap: number;
  /** Milliseconds of the longest task; 0 where none took 50. */
  longest: number;
  nodes: number;
}

declare global {
  interface Window {
    longest: number;
  }
}

export type Figures = Record<keyof Visit, Spread>;

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function visit(browser: Browser, url: string, isShown: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.addInitScript(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          window.longest = Math.max(window.longest, duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction(isShown, undefined, { polling: 'raf' });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const read = async () =>
      Object.fromEntries(
        (await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [
          name,
          value,
        ]),
      );
    const work = await read();
    await session.send('HeapProfiler.collectGarbage');
    const rest = await read();
    return {
      task: work['TaskDuration']! * 1000,
      script: work['ScriptDuration']! * 1000,
      layout: (work['LayoutDuration']! + work['RecalcStyleDuration']!) * 1000,
      heap: rest['JSHeapUsedSize']! / 2 ** 20,
      longest: await page.evaluate(() => window.longest),
      nodes: rest['Nodes']!,
    };
  } finally {
    await context.close();
  }
}

/** Visits the sides in turn, A B C A B C…, each with an empty cache, so that what disturbs the machine hits all of them. */
export async function measure(
  workload: Workload,
  runs: number,
): Promise<{ figures: Record<string, Figures>; visits: Record<string, Visit[]> }> {
  const site = await servePartnerPage('');
  site.route('/picture.png', { body: picture, headers: { 'content-type': 'image/png' } });
  for (const [path, code] of Object.entries(workload.scripts)) {
    site.route(path, { body: code, headers: { 'content-type': 'text/javascript' } });
  }
  const addresses = Object.entries(workload.sides).map(
    ([side, markup], index) => [side, site.page(`side-${index}`, markup)] as const,
  );
  const browser = await playwright.launch({ executablePath: chromium(), args: chromiumFlags });
  const visits = Object.fromEntries(addresses.map(([side]) => [side, [] as Visit[]]));
  try {
    for (let run = -1; run < runs; run++) {
      for (const [side, url] of addresses) {
        const seen = await visit(browser, url, workload.isShown);
        // The first round warms up the server and the browser's own code.
        if (run >= 0) visits[side]!.push(seen);
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
  const figures = Object.fromEntries(
    Object.entries(visits).map(([side, seen]) => [
      side,
      Object.fromEntries(
        (Object.keys(seen[0]!) as (keyof Visit)[]).map((figure) => [
          figure,
          spread(seen.map((each) => each[figure])),
        ]),
      ) as Figures,
    ]),
  );
  return { figures, visits };
}
