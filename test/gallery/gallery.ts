import type { Page } from 'playwright-core';
import { tags } from '../../src/loader/widgets.js';
import type { PageOptions, TestPage } from '../e2e/browser.js';

/** Every widget there is, such as `headlines`. */
export const widgets = tags.map((tag) => tag.replace('nr-', ''));

/** The day on which the gallery is looked at: its articles are of the three weeks before. */
const TODAY = new Date('2026-11-03T15:00:00Z');

interface Site {
  url: string;
}
interface Browser {
  newPage(options?: PageOptions): Promise<TestPage>;
}

/** In place of photographs, which would make the stored pictures large: their edges and their middle can be seen. */
const PHOTOGRAPH = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
  <path fill="#7a8fa3" stroke="#dde3e8" stroke-width="8" d="M4 4h1192v792H4zL1196 796M4 796 1196 4"/>
</svg>`;

/** Opens the gallery's states of one widget, each as it shall be seen, all of them in view. */
export async function openStates(
  browser: Browser,
  site: Site,
  widget: string,
  { width = 1280, rtl = false, ...options }: PageOptions & { width?: number; rtl?: boolean } = {},
): Promise<TestPage> {
  const test = await browser.newPage({
    reducedMotion: 'reduce',
    viewport: { width, height: 9000 },
    ...options,
  });
  const { page } = test;
  await page.clock.setFixedTime(TODAY);
  await page.route('**/*.jpg', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: PHOTOGRAPH }),
  );
  await page.goto(`${site.url}gallery.html?only=${widget}`);
  if (rtl) await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.locator('.states > figure:not([data-ready])').first().waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    // Several states move the focus; which of them came last is chance.
    (document.activeElement as HTMLElement | null)?.blur();
    await document.fonts.ready;
    const roots = [...document.querySelectorAll('.specimen *')].map((each) => each.shadowRoot);
    const pictures = roots.flatMap((root) => [...(root?.querySelectorAll('img') ?? [])]);
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  });
  return test;
}

/** The names of the states on an open page, as the gallery's addresses have them. */
export const stateNames = (page: Page): Promise<string[]> =>
  page.locator('.states > figure').evaluateAll((figures) => figures.map(({ id }) => id));
