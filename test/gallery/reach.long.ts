/** What WCAG 2.2 asks of size, zoom and text spacing, and our own 44 px for fingers, in every state of every widget. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useSite } from '../demo/site.js';
import { useBrowser } from '../e2e/browser.js';
import { openStates, widgets } from './gallery.js';

/** As a reader's own style sheet would ask for it (WCAG 1.4.12), in every root. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`;

/** What sticks out of its state's box at a side, and what a box cuts off that is not meant to be shortened. */
function escaped(): string[] {
  const found: string[] = [];
  const name = (element: Element, figure: Element) =>
    `${figure.id}: ${element.localName} ${element.part.value || element.className}`;
  for (const figure of document.querySelectorAll('.states > figure')) {
    const box = figure.querySelector('.specimen')!.getBoundingClientRect();
    const look = (parent: Element | ShadowRoot) => {
      for (const element of parent.children) {
        const { overflow } = getComputedStyle(element);
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 1 && (left < box.left - 1 || right > box.right + 1))
          found.push(`${name(element, figure)} sticks out`);
        const cuts = overflow !== 'visible';
        if (
          cuts &&
          /^(button|label|p|li)$/.test(element.localName) &&
          element.scrollWidth > width + 1
        )
          found.push(`${name(element, figure)} is cut`);
        // What a box cuts off is not outside of it.
        if (!cuts) look(element.shadowRoot ?? element);
      }
    };
    look(figure.querySelector('.specimen')!);
  }
  return found;
}

/** Controls that a finger may miss: a link in running text may be as high as its line (WCAG 2.5.8). */
function small(): string[] {
  const found: string[] = [];
  const look = (root: ParentNode, figure: Element) => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot) look(element.shadowRoot, figure);
      if (!element.matches('a[href], button, input, textarea, select, summary')) continue;
      if (element.tabIndex < 0 || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      if (element.localName === 'a' && style.display === 'inline') continue;
      const target = element.closest('label') ?? element;
      const { width, height } = target.getBoundingClientRect();
      if (Math.min(width, height) < 43.9)
        found.push(`${figure.id}: ${element.localName} ${element.part.value} ${width} × ${height}`);
    }
  };
  for (const figure of document.querySelectorAll('.states > figure'))
    look(figure.querySelector('.specimen')!, figure);
  return found;
}

describe('within reach', () => {
  const site = useSite();
  const browser = useBrowser();

  for (const widget of widgets) {
    it(`${widget} needs no scrolling to the side at 320 px, which is 1,280 px at 400 %`, async () => {
      const { page } = await openStates(browser, site, widget, { width: 320 });
      assert.deepEqual(await page.evaluate(escaped), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    });

    it(`${widget} bears a reader’s text spacing and letters of double size`, async () => {
      const { page } = await openStates(browser, site, widget, { width: 360 });
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        const adopt = (root: Document | ShadowRoot) => {
          root.adoptedStyleSheets.push(sheet);
          for (const { shadowRoot } of root.querySelectorAll('*'))
            if (shadowRoot) adopt(shadowRoot);
        };
        adopt(document);
        document.body.style.fontSize = '200%';
      }, SPACING);
      assert.deepEqual(await page.evaluate(escaped), []);
    });

    it(`${widget} has nothing that a finger may miss`, async () => {
      const touch = { width: 412, hasTouch: true, isMobile: true };
      const { page } = await openStates(browser, site, widget, touch);
      assert.deepEqual(await page.evaluate(small), []);
    });
  }
});
