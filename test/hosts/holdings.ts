import type { Page, Request } from 'playwright-core';

/** What a page still has in hand. */
export interface Holdings {
  /** Timers that have neither run nor been cleared. */
  timers: number;
  /** Targets of observers that have not been let go. */
  observed: Record<string, number>;
  /** Visitors that have left and that something still holds. */
  widgets: number;
  listeners: number;
  nodes: number;
  /** Bytes, when all garbage has been collected. */
  heap: number;
}

declare global {
  interface Window {
    held(): Pick<Holdings, 'timers' | 'observed' | 'widgets'>;
    /** Every element that has been on a visit. */
    visitors: WeakRef<Element>[];
    /** Makes the page's clocks go on by an hour. */
    anHourLater(): void;
  }
}

/** In the page, before anything else: counts timers and observers, and can let hours pass. */
function countHoldings(): void {
  const timers = new Set<unknown>();
  const { setTimeout: set, clearTimeout: clear } = window;
  window.setTimeout = ((
    run: (...given: unknown[]) => void,
    after?: number,
    ...given: unknown[]
  ) => {
    const timer = set(() => {
      timers.delete(timer);
      run(...given);
    }, after);
    timers.add(timer);
    return timer;
  }) as typeof setTimeout;
  window.clearTimeout = (timer) => {
    timers.delete(timer);
    clear(timer);
  };
  const { setInterval: repeat, clearInterval: end } = window;
  window.setInterval = ((run: () => void, every?: number) => {
    const timer = repeat(run, every);
    timers.add(timer);
    return timer;
  }) as typeof setInterval;
  window.clearInterval = (timer) => {
    timers.delete(timer);
    end(timer);
  };

  interface Observer {
    observe(target: Node, options?: object): void;
    unobserve?(target: Node): void;
    disconnect(): void;
  }
  const observed: Record<string, number> = {};
  const names = ['IntersectionObserver', 'MutationObserver', 'ResizeObserver'] as const;
  for (const name of names) {
    const own = window[name].prototype as unknown as Observer;
    const { observe, unobserve, disconnect } = own;
    const targets = new WeakMap<Observer, { has: WeakSet<Node>; count: number }>();
    observed[name] = 0;
    own.observe = function (target, options) {
      observe.call(this, target, options);
      const mine = targets.get(this) ?? { has: new WeakSet(), count: 0 };
      targets.set(this, mine);
      if (mine.has.has(target)) return;
      mine.has.add(target);
      mine.count++;
      observed[name]!++;
    };
    own.unobserve &&= function (target) {
      unobserve!.call(this, target);
      const mine = targets.get(this);
      if (!mine?.has.delete(target)) return;
      mine.count--;
      observed[name]!--;
    };
    own.disconnect = function () {
      disconnect.call(this);
      observed[name]! -= targets.get(this)?.count ?? 0;
      targets.delete(this);
    };
  }
  window.visitors = [];
  window.held = () => ({
    timers: timers.size,
    observed: { ...observed },
    widgets: window.visitors.filter((visitor) => visitor.deref()).length,
  });

  let later = 0;
  const { now: date } = Date;
  const now = performance.now.bind(performance);
  Date.now = () => date() + later;
  performance.now = () => now() + later;
  window.anHourLater = () => (later += 3_700_000);
}

/** Prepares a page that is not open yet; returns what tells what it holds. */
export async function watchHoldings(page: Page): Promise<() => Promise<Holdings>> {
  await page.addInitScript(countHoldings);
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return () => holdings(page, underWay);
}

/** What the page holds when all timers have run and all requests have ended, and all garbage has been collected. */
async function holdings(page: Page, underWay: ReadonlySet<Request>): Promise<Holdings> {
  const noTimers = () =>
    page.waitForFunction(() => !window.held().timers, undefined, { timeout: 60_000 });
  await noTimers();
  // A picture on its way holds what it was to stand in, and an answer may start a timer.
  while (underWay.size) {
    await Promise.race([page.waitForEvent('requestfinished'), page.waitForEvent('requestfailed')]);
    await noTimers();
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // Not the page's own: what is collected of every page that is tested.
  await page.evaluate(() => (window.layoutShifts().length = 0));
  // What the first round lets go of, such as what finalizers hold, only the next one collects.
  for (let round = 0; round < 3; round++) {
    await session.send('HeapProfiler.collectGarbage');
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name === name)!.value;
  const found = {
    ...(await page.evaluate(() => window.held())),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    heap: metric('JSHeapUsedSize'),
  };
  await session.detach();
  return found;
}

export const elements = [
  'nr-headlines',
  'nr-article-card',
  'nr-author-bio',
  'nr-newsletter-form',
  'nr-comment-box',
  'nr-article',
];

/** The markup of one element of those that a page has. */
export const markupOf = (tag: string, widgets: string): string =>
  new RegExp(`<${tag} .*</${tag}>`).exec(widgets)![0];

/** Two places, between which widgets move. */
export const pageForVisits =
  '<!doctype html><html lang="en"><title>Partner</title><script src="/newsrack/newsrack.js"></script><main><div class="place"></div><div class="place"></div></main>';

/** Widgets that come and go; `patience` is how long they are there. */
export interface Visit {
  markup: string;
  /** `none`: gone before anything has happened; `frame`: while they load; `settled`: when they have shown something, or five frames; `shown`: however long that takes. */
  patience: 'none' | 'frame' | 'settled' | 'shown';
}

/** In the page: adds widgets, moves each while it is there, and removes them. */
export async function visit({ markup, patience }: Visit): Promise<void> {
  const [here, there] = document.querySelectorAll('.place');
  const frame = () => new Promise(requestAnimationFrame);
  const wait = async () => {
    if (patience === 'none') return;
    await frame();
    if (patience === 'frame') return;
    let isReady = false;
    void window.newsrack!.ready(here!.parentElement!).then(() => (isReady = true));
    // A source that stalls or fails is not waited for.
    for (let frames = 0; !isReady && (patience === 'shown' || frames < 5); frames++) await frame();
    await frame();
  };
  here!.innerHTML = markup;
  window.visitors = [
    ...window.visitors.filter((visitor) => visitor.deref()),
    ...[...here!.children].map((element) => new WeakRef(element)),
  ];
  await wait();
  there!.append(...here!.childNodes);
  await wait();
  there!.replaceChildren();
}
