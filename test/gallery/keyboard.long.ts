import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from '../demo/site.js';
import { useBrowser } from '../e2e/browser.js';
import { openStates, widgets } from './gallery.js';

/** The controls of all states in the order in which they are read. */
function controls(): string[] {
  const found: string[] = [];
  const look = (parent: Element | ShadowRoot) => {
    for (const element of parent.children) {
      if (
        element.matches('a[href], button, input, textarea, iframe') &&
        element.checkVisibility()
      ) {
        if ((element as HTMLElement).tabIndex >= 0) found.push(window.called(element));
      }
      if (element instanceof HTMLSlotElement)
        for (const slotted of element.assignedElements()) {
          if (slotted.matches('a[href]')) found.push(window.called(slotted));
        }
      look(element.shadowRoot ?? element);
    }
  };
  for (const figure of document.querySelectorAll('.states > figure'))
    // What stands in a slot is found there.
    look(figure.querySelector('.specimen')!.firstElementChild!.shadowRoot!);
  return found;
}

declare global {
  interface Window {
    called(element: Element): string;
    focused(): { name: string; ring: boolean } | undefined;
  }
}

function help(): void {
  window.called = (element) => {
    let host: Element = element;
    while (host.getRootNode() instanceof ShadowRoot) host = (host.getRootNode() as ShadowRoot).host;
    const label = (element as HTMLInputElement).labels?.[0] ?? element;
    const text = label.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${host.closest('figure')!.id} › ${element.localName} ${text}`;
  };
  window.focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element?.closest('figure') && !(element?.getRootNode() instanceof ShadowRoot)) return;
    // A card's link has the ring on what covers the whole of the card.
    const ring = ['', '::after'].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
    });
    return { name: window.called(element), ring };
  };
}

async function walk(page: Page, key: 'Tab' | 'Shift+Tab', steps: number) {
  const way: string[] = [];
  const unseen: string[] = [];
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => window.focused());
    if (!focused) continue;
    way.push(focused.name);
    if (!focused.ring) unseen.push(focused.name);
  }
  return { way, unseen };
}

describe('by keyboard alone', () => {
  const site = useSite();
  const browser = useBrowser();

  for (const widget of widgets) {
    it(`every control of ${widget} is come by in its order, forth and back, and is seen to be`, async () => {
      const { page } = await openStates(browser, site, widget);
      await page.evaluate(help);
      const expected = await page.evaluate(controls);
      assert.ok(expected.length > 0);
      // Before the states stand the links and buttons of the gallery itself.
      const before = await page.locator('body > header, main > nav').locator('a, button').count();
      // Where a state had moved the focus the browser would go on.
      await page.locator('.skip').focus();
      const forth = await walk(page, 'Tab', expected.length + before + 3);
      assert.deepEqual(forth, { way: expected, unseen: [] });
      const back = await walk(page, 'Shift+Tab', expected.length);
      assert.deepEqual(back.way, expected.toReversed().slice(0, back.way.length));
    });

    if (widget !== 'newsletter-form')
      it(`“Try again” of ${widget} keeps the focus while it is tried, and after`, async () => {
        const { page } = await openStates(browser, site, widget);
        const specimen = page.locator(`#${widget}-error .specimen > *`);
        await specimen.getByRole('button').focus();
        await page.keyboard.press('Enter');
        const isWithin = () => specimen.evaluate((element) => element.matches(':focus-within'));
        assert.ok(await isWithin());
        await specimen.evaluate(async (element: Element & { settled?: unknown }) => {
          await element.settled;
        });
        await specimen.getByRole('alert').waitFor();
        assert.ok(await isWithin());
      });
  }
});
