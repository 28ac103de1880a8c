import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser, type PageOptions, type TestPage } from '../e2e/browser.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';

/** A page of somebody else's with all six widgets on it. */
export interface Host {
  name: string;
  /** Empty for a page in quirks mode. */
  doctype?: string;
  /** More for the head, before the script tag. */
  head?: string;
  /** The script tag, or what stands for it; async and in the head when left out. */
  script?: string;
  /** What stands before and after the widgets. */
  before?: string;
  after?: string;
  headers?: Record<string, string>;
  /** Runs before anything of the page's. */
  init?: () => void;
  options?: PageOptions;
}

/** What a reader sees of one widget. */
export interface Shown {
  tag: string;
  /** As painted: nothing that is hidden, in the case that the style sheets give it. */
  text: string;
  width: number;
  height: number;
  /** By part: what a page's style sheets must not decide. */
  looks: Record<string, Record<string, string>>;
}

export interface Visited extends TestPage {
  shown: Shown[];
  /** `nr-error`, by code. */
  heard: string[];
  /** What the browser reported of the page's policy. */
  violations: string[];
}

export const loader = '<script async src="/newsrack/newsrack.js"></script>';

/** What the page had before us, and shall have with us. */
export const own = `<header id="own" class="own"><h1 class="own">The partner’s own page</h1><p class="own">Text <a class="own" href="/own">with a link</a>
  <button class="own" type="button">and a button</button> <input class="own" value="and a field"></p></header>`;

export const widgets = ({ url, posts }: Site) => `
  <nr-headlines source="${url}" source-type="wordpress" limit="3" heading="Latest"><a href="${url}">All headlines</a></nr-headlines>
  <nr-article-card source="${url}" source-type="wordpress" article-id="${posts[1]!.id}" layout="row"><a href="${url}">One</a></nr-article-card>
  <nr-author-bio source="${url}" source-type="wordpress" author-id="1"><a href="${url}">Author</a></nr-author-bio>
  <nr-newsletter-form action="${url}/list" heading="Weekly" consent-text="I agree." name-field><a href="${url}">Letters</a></nr-newsletter-form>
  <nr-comment-box source="${url}" source-type="wordpress" article-id="${posts[0]!.id}"><a href="${url}">Comments</a></nr-comment-box>
  <nr-article source="${url}" source-type="wordpress" article-id="${posts[2]!.id}"><a href="${url}">Article</a></nr-article>`;

/** The page's markup; quirks mode where it has no doctype. */
export const pageOf = (
  {
    doctype = '<!doctype html>',
    head = '',
    before: first = '',
    after: last = '',
    script = loader,
  }: Host,
  publisher: Site,
) =>
  `${doctype}<html lang="en"><head><meta charset="utf-8"><title>Partner</title>${head}${script}</head><body>${own}${first}${widgets(publisher)}${last}</body></html>`;

/** Tall enough for all of them to be near. */
export const viewport = { width: 1000, height: 7000 };

/** In the page, before anything else: keeps what is heard. */
export const watch = () => {
  const heard: string[] = [];
  const violations: string[] = [];
  // Kept from before the page changed anything, since what we ask of it must not depend on that.
  const { stringify } = JSON;
  const written = (value: unknown) =>
    stringify(value, function (this: Record<string, unknown>, key) {
      return this[key];
    });
  Object.assign(window, { heard, violations, written });
  addEventListener('nr-error', (event) => {
    const { code, message } = (
      event as unknown as CustomEvent<{ error: { code: string; message: string } }>
    ).detail.error;
    heard.push(`${code}: ${message}`);
  });
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
};

/** What a function finds in the page, however the page treats JSON. */
export const read = async <T>(page: Page, find: () => T): Promise<T> =>
  JSON.parse(await page.evaluate<string>(`written((${String(find)})())`)) as T;

/** As the test page's own, but where what that needs may be missing. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    while (typeof window.newsrack?.ready !== 'function') await frame();
    await window.newsrack.ready();
    await frame();
    await frame();
  });

/** In the page: what is shown there. */
export function look(): Shown[] {
  const shown: Shown[] = [];
  for (const tag of [
    'nr-headlines',
    'nr-article-card',
    'nr-author-bio',
    'nr-newsletter-form',
    'nr-comment-box',
    'nr-article',
  ])
    for (const widget of document.querySelectorAll(tag)) {
      const root = widget.shadowRoot?.querySelector<HTMLElement>('.root');
      const { width = 0, height = 0 } = root?.getBoundingClientRect() ?? {};
      const looks: Shown['looks'] = {};
      for (const part of ['headline', 'excerpt', 'button', 'label', 'field', 'body', 'name']) {
        const element = widget.shadowRoot?.querySelector(`[part~=${part}]`);
        if (!element) continue;
        const style = getComputedStyle(element);
        const look: Record<string, string> = {};
        for (const name of [
          'display',
          'float',
          'letter-spacing',
          'position',
          'text-indent',
          'text-transform',
          'visibility',
          'white-space',
          'word-spacing',
          '-webkit-text-security',
          'font-style',
          'font-variant-caps',
        ])
          look[name] = style.getPropertyValue(name);
        const size = parseFloat(style.fontSize);
        look['fill'] = String(style.webkitTextFillColor === style.color);
        look['stroke'] = style.webkitTextStrokeWidth;
        look['line-height'] = (parseFloat(style.lineHeight) / size).toFixed(2);
        looks[part] = look;
      }
      shown.push({ tag, text: root?.innerText ?? '', width, height, looks });
    }
  return shown;
}

/** In the page: what of it is not ours. */
export function lookAround(): object {
  const globals: string[] = [];
  for (const name of Object.getOwnPropertyNames(window))
    if (!/^(newsrack|__name)$/.test(name)) globals.push(name);
  const boxes: object[] = [];
  for (const element of document.querySelectorAll('.own')) {
    const { x, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const declared: string[] = [];
    for (let index = 0; index < style.length; index++)
      declared.push(`${style[index]}: ${style.getPropertyValue(style[index]!)}`);
    boxes.push({ x, width, height, markup: element.outerHTML, style: declared.join('; ') });
  }
  const { documentElement, body, head } = document;
  return {
    globals: globals.sort().join(' '),
    boxes,
    html: documentElement.getAttributeNames().join(),
    body: body.getAttributeNames().join(),
    head: head.innerHTML,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    sideways: documentElement.scrollWidth,
  };
}

/** The partner's site and its publisher, for one test file. To be called once, at the top of the file. */
export function useHosts() {
  const browser = useBrowser();
  let publisher: Site;
  let partner: PartnerPage;
  let clean: Shown[];

  before(async () => {
    publisher = await startWordPress();
    partner = await servePartnerPage('');
  });
  after(() => Promise.all([publisher.close(), partner.close()]));

  const markup = (host: Host) => pageOf(host, publisher);

  /** Opens a page; resolves when every widget has something to show, or nothing has changed for long. */
  async function open(host: Host, content = markup(host)): Promise<TestPage> {
    const test = await browser.newPage({ viewport, ...host.options });
    await test.page.addInitScript(watch);
    if (host.init) await test.page.addInitScript(host.init);
    await test.page.goto(partner.page('host', content, host.headers));
    return test;
  }

  async function visit(host: Host, content?: string): Promise<Visited> {
    const test = await open(host, content);
    await settled(test.page);
    return {
      ...test,
      shown: await read(test.page, look),
      heard: await read(test.page, () => (window as unknown as { heard: string[] }).heard),
      violations: await read(
        test.page,
        () => (window as unknown as { violations: string[] }).violations,
      ),
    };
  }

  const cleanPage = async () => (clean ??= (await visit({ name: 'a clean page' })).shown);

  /** The same page without us. */
  async function without(host: Host): Promise<object> {
    const test = await browser.newPage({ viewport, ...host.options });
    await test.page.addInitScript(watch);
    if (host.init) await test.page.addInitScript(host.init);
    await test.page.route('**/newsrack/*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await test.page.goto(partner.page('host', markup(host), host.headers));
    return read(test.page, lookAround);
  }

  /**
   * All six widgets show what they show on a clean page, nothing of ours throws or complains, and the page is as it is
   * without us.
   */
  async function holds(host: Host, { sameWidth = false } = {}): Promise<Visited> {
    const expected = await cleanPage();
    const visited = await visit(host);
    assert.deepEqual(visited.problems, []);
    assert.deepEqual(visited.heard, []);
    assert.deepEqual(visited.violations, []);
    assert.deepEqual(
      visited.shown.map(({ tag, text }) => ({ tag, text: words(text) })),
      expected.map(({ tag, text }) => ({ tag, text: words(text) })),
    );
    for (const [index, { tag, width, height }] of visited.shown.entries()) {
      assert.ok(width > 100 && height > 40, `${tag} is ${width} × ${height}`);
      if (sameWidth) assert.equal(width, expected[index]!.width, tag);
    }
    assert.deepEqual(
      visited.shown.map(({ tag, looks }) => ({ tag, looks })),
      expected.map(({ tag, looks }) => ({ tag, looks })),
    );
    assert.deepEqual(await read(visited.page, lookAround), await without(host));
    return visited;
  }

  return {
    open,
    visit,
    holds,
    cleanPage,
    get publisher() {
      return publisher;
    },
    get partner() {
      return partner;
    },
  };
}

/** Texts are compared whatever white space their boxes put between them. */
export const words = (text: string) => text.split(/\s+/).join(' ').trim();
