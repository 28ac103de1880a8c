import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Condition, Side } from './section.js';

/** What one visit came to. Times are milliseconds; `undefined` where the page has no such thing. */
export interface Visit {
  /** Bytes on the wire, headers included, and how many requests they came by. */
  bytes: number;
  requests: number;
  /** Of that, bodies of scripts and style sheets. */
  code: number;
  /** How many requests had to be answered one after the other, after the page itself, before the content was there. */
  trips: number;
  fcp: number;
  lcp: number;
  cls: number;
  /** When the content was shown. */
  content: number;
  /** Processor time of the main thread: all of it, scripts, style and layout. */
  task: number;
  script: number;
  layout: number;
  /** Tasks of 50 ms and more by the clock: how many, and the longest. */
  longTasks: number;
  longest: number;
  /** MiB after collection. */
  heap: number;
  nodes: number;
  /** From the reader's gesture to the next paint. */
  inp?: number;
  /** The longest frame while the page is scrolled. */
  frame?: number;
}

interface Seen {
  fcp: number;
  lcp: number;
  cls: number;
  content: number;
  long: number[];
  inp: number;
}

declare global {
  interface Window {
    bench: Seen;
  }
}

/** Runs in each document before anything else. */
function watch() {
  const seen: Seen = { fcp: 0, lcp: 0, cls: 0, content: 0, long: [], inp: 0 };
  window.bench = seen;
  const observe = (
    type: string,
    see: (entry: PerformanceEntry & Record<string, number>) => void,
    options = {},
  ) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        see(entry as PerformanceEntry & Record<string, number>);
    }).observe({ type, buffered: true, ...options });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.cls += value!;
  });
  observe('longtask', ({ duration }) => void seen.long.push(duration));
  observe(
    'event',
    ({ duration, interactionId }) => {
      if (interactionId) seen.inp = Math.max(seen.inp, duration);
    },
    { durationThreshold: 16 },
  );
}

/** Looks at each frame whether the content is there; an expression that fails is not true yet. */
const waitFor = (isShown: string) => `{
  const isShown = () => { try { return ${isShown}; } catch { return false; } };
  const look = () => {
    if (isShown()) requestAnimationFrame(() => setTimeout(() => (window.bench.content = performance.now())));
    else requestAnimationFrame(look);
  };
  if (window === top) look();
}`;

interface Request {
  start: number;
  end: number;
  bytes: number;
  /** Bytes of the head of the answer. */
  head: number;
  isCode: boolean;
}

/** Follows what goes over the wire. */
function listen(session: CDPSession) {
  const requests = new Map<string, Request>();
  let busy = 0;
  let last = Date.now();
  const end = (requestId: string, timestamp: number, bytes: number) => {
    const request = requests.get(requestId);
    if (!request) return;
    Object.assign(request, { end: timestamp, bytes });
    busy--;
    last = Date.now();
  };
  session.on('Network.requestWillBeSent', ({ requestId, timestamp, request, redirectResponse }) => {
    if (!request.url.startsWith('http') || redirectResponse) return;
    requests.set(requestId, { start: timestamp, end: Infinity, bytes: 0, head: 0, isCode: false });
    busy++;
    last = Date.now();
  });
  session.on('Network.responseReceived', ({ requestId, type, response }) =>
    Object.assign(requests.get(requestId) ?? {}, {
      head: response.encodedDataLength,
      isCode: type === 'Script' || type === 'Stylesheet',
    }),
  );
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) =>
    end(requestId, timestamp, encodedDataLength),
  );
  session.on('Network.loadingFailed', ({ requestId, timestamp }) => end(requestId, timestamp, 0));
  return {
    requests,
    /** Whether nothing has been asked or answered for so many milliseconds. */
    isQuiet: (pause: number) => busy <= 0 && Date.now() - last > pause,
  };
}

/** The most requests of which each began after the one before had ended. */
function trips(requests: Request[], until: number): number {
  const sorted = requests.filter(({ end }) => end <= until).sort((a, b) => a.end - b.end);
  let count = 0;
  let free = -Infinity;
  for (const { start, end } of sorted) {
    if (start < free) continue;
    count++;
    free = end;
  }
  return count;
}

/** 1.6 Mbps down, half of it up, 150 ms, a processor of a quarter of the speed. */
async function slowDown(session: CDPSession) {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

async function until(isTrue: () => boolean | Promise<boolean>, what: string, limit = 60_000) {
  const end = Date.now() + limit;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`${what} did not come about within ${limit / 1000} s.`);
    await pause(50);
  }
}

async function metrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

async function act(page: Page, { gesture }: Side): Promise<number | undefined> {
  if (!gesture) return undefined;
  const place = gesture.frame ? page.frameLocator(gesture.frame).first() : page;
  for (const [field, text] of Object.entries(gesture.fill ?? {}))
    await place.locator(field).first().fill(text);
  const target = place.locator(gesture.click).first();
  await target.scrollIntoViewIfNeeded();
  const forget = () =>
    Promise.all(page.frames().map((frame) => frame.evaluate(() => void (window.bench.inp = 0))));
  await forget();
  await target.click();
  await page.waitForFunction(gesture.until, undefined, { polling: 100, timeout: 30_000 });
  // Timings of events are told after the paint.
  await pause(200);
  const found = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => window.bench.inp)),
  );
  // What is quicker than a frame is not reported.
  return Math.max(16, ...found);
}

/** Scrolls two thirds of a screen with each frame, sixty times; how long the longest frame took. */
const scroll = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let longest = 0;
        let last = 0;
        let left = 60;
        const step = (now: number) => {
          if (last) longest = Math.max(longest, now - last);
          last = now;
          scrollBy(0, 600);
          if (left--) requestAnimationFrame(step);
          else resolve(longest);
        };
        requestAnimationFrame(step);
      }),
  );

/** One visit with an empty cache. */
export async function visit(browser: Browser, side: Side, condition: Condition): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    const network = listen(session);
    // Processor time: other programs on the machine do not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: false });
    // tsx names functions by a helper that pages do not have.
    await context.addInitScript('globalThis.__name = (named) => named');
    await context.addInitScript(watch);
    await context.addInitScript(waitFor(side.isShown));
    if (condition === 'slow') await slowDown(session);
    const opened = tab.goto(side.url, { waitUntil: 'load', timeout: 60_000 });
    await opened;
    await until(() => tab.evaluate(() => window.bench.content > 0), `The content of ${side.url}`);
    await until(() => network.isQuiet(300), `Silence of ${side.url}`);
    const work = await metrics(session);
    const seen = await tab.evaluate(() => ({ ...window.bench, origin: performance.timeOrigin }));
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const rest = await metrics(session);
    const requests = [...network.requests.values()];
    const first = Math.min(...requests.map(({ start }) => start));
    const inp = await act(tab, side);
    const frame = side.scrolls ? await scroll(tab) : undefined;
    return {
      bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: requests.length,
      code: requests
        .filter(({ isCode }) => isCode)
        .reduce((sum, { bytes, head }) => sum + bytes - head, 0),
      trips: trips(requests.slice(1), first + seen.content / 1000),
      fcp: seen.fcp,
      lcp: seen.lcp,
      cls: seen.cls,
      content: seen.content,
      task: work['TaskDuration']! * 1000,
      script: work['ScriptDuration']! * 1000,
      layout: (work['LayoutDuration']! + work['RecalcStyleDuration']!) * 1000,
      longTasks: seen.long.length,
      longest: Math.max(0, ...seen.long),
      heap: rest['JSHeapUsedSize']! / 2 ** 20,
      nodes: rest['Nodes']!,
      ...(inp === undefined ? {} : { inp }),
      ...(frame === undefined ? {} : { frame }),
    };
  } finally {
    await context.close();
  }
}
