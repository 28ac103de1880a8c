import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import type { PageOptions, TestPage, useBrowser } from './browser.js';

export interface Visit extends PageOptions {
  /** Language of the partner's page; English when left out. */
  lang?: string;
  /** Direction of the partner's page; left to right when left out. */
  dir?: string;
  /** More for the head; the script tag and `newsrack.css` are there. */
  head?: string;
  /** Leave the script tag out: it is in the markup. */
  bare?: boolean;
}

export interface Heard {
  type: string;
  detail: { widget?: string; count?: number; error?: { code: string; message: string } };
}

/** A visitor on a page of the partner's, and what the widgets there asked and said. */
export interface Visitor extends TestPage {
  /** Requests that went to a REST API, as paths and queries. */
  asked: string[];
  /** `nr-load` and `nr-error`, in order. */
  heard(): Promise<Heard[]>;
}

/** The partner's site, for one test file. To be called once, at the top of the file. */
export function usePartner(browser: ReturnType<typeof useBrowser>) {
  let partner: PartnerPage;
  before(async () => {
    partner = await servePartnerPage('');
  });
  after(() => partner.close());

  /** Opens a page with this markup, without waiting for its widgets. */
  async function open(markup: string, visit: Visit = {}): Promise<Visitor> {
    const { lang = 'en', dir = 'ltr', head = '', bare = false, ...options } = visit;
    const test = await browser.newPage(options);
    const asked = watchRequests(test.page);
    await test.page.addInitScript(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      for (const type of ['nr-load', 'nr-error'])
        addEventListener(type, (event) => {
          const { detail } = event as CustomEvent<object>;
          heard.push({ type, detail });
        });
    });
    const address = partner.page(
      'page',
      `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>Partner</title>
       <style>body { font: 16px/1.5 sans-serif; margin: 16px }</style>
       ${bare ? '' : '<link rel="stylesheet" href="/newsrack/newsrack.css"><script async src="/newsrack/newsrack.js"></script>'}
       ${head}</head><body>${markup}</body></html>`,
    );
    await test.page.goto(address);
    return { ...test, asked, heard: () => test.page.evaluate<Heard[]>('heard') };
  }

  return {
    open,
    /** Opens a page with this markup, and waits until its widgets are settled. */
    async show(markup: string, visit?: Visit): Promise<Visitor> {
      const visitor = await open(markup, visit);
      await visitor.settled();
      assert.deepEqual(visitor.problems, []);
      return visitor;
    },
  };
}

function watchRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (/wp-json|rest_route/.test(request.url())) asked.push(pathname + search);
  });
  return asked;
}
