/**
 * Every state of every widget as a picture, compared with the one in test/gallery/pictures: pixel by pixel where letters
 * are drawn as they were when it was taken, which depends on Chromium and on the system's fonts, else with a tolerance.
 * After a change that is meant to be seen: `UPDATE_PICTURES=1 npm test -- e2e gallery/pictures`, look at each, commit.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { useSite } from '../demo/site.js';
import { useBrowser } from '../e2e/browser.js';
import { difference, SAME } from '../e2e/picture.js';
import { openStates, widgets } from './gallery.js';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** How each widget is looked at: what only the browser's settings change is looked at on one page. */
const pages: { options: { width?: number; rtl?: boolean }; looks: Record<string, Media> }[] = [
  {
    options: {},
    looks: {
      light: { colorScheme: 'light', forcedColors: 'none' },
      dark: { colorScheme: 'dark', forcedColors: 'none' },
      forced: { colorScheme: 'light', forcedColors: 'active' },
    },
  },
  { options: { rtl: true }, looks: { rtl: { colorScheme: 'light' } } },
  { options: { width: 320 }, looks: { narrow: { colorScheme: 'light' } } },
];

const stored = path.join(import.meta.dirname, 'pictures');
const output = path.join(import.meta.dirname, '../output/gallery');
const update = !!process.env['UPDATE_PICTURES'];

/** Where letters are drawn in another way: the share of pixels that may differ, by more than a little. */
const TOLERANCE = { share: 0.02, threshold: 0.25 };

/** Says how this machine draws letters of the site's own fonts, in which all of the gallery is set, and form controls. */
const letters = (site: { url: string }) => `<!doctype html><base href="${site.url}" />
  <link rel="stylesheet" href="site.css" />
  <style>input, textarea, button, select { font: inherit }</style>
  <p>Añb 0123 — “Ç” ليمون <b>Bold</b> <i>Italic</i> <strong style="font-family: var(--serif)">Serif</strong></p>
  <input type="checkbox" checked /><input value="field" /><textarea>text</textarea><button>button</button>
  <select><option>choice</option></select>`;

/** One part of each widget, to be moved by one pixel. */
const MOVED: Record<string, string> = {
  article: 'byline',
  'article-card': 'headline',
  'author-bio': 'name',
  'comment-box': 'heading',
  headlines: 'headline',
  'newsletter-form': 'button',
};

function compare(before: Buffer, after: Buffer, exact: boolean) {
  // To unpack both takes a hundred times as long as to draw one.
  if (before.equals(after)) return { different: 0, most: 0 };
  const [was, is] = [PNG.sync.read(before), PNG.sync.read(after)];
  const diff = new PNG({ width: is.width, height: is.height });
  const different = difference(was, is, exact ? SAME : TOLERANCE.threshold, diff);
  return { different, most: exact ? 0 : TOLERANCE.share * is.width * is.height, diff };
}

describe('pictures of the gallery', () => {
  const site = useSite();
  const browser = useBrowser();

  let exact = update;
  before(async () => {
    const { page } = await browser.newPage({ viewport: { width: 600, height: 300 } });
    await page.route(`${site.url}letters`, (route) =>
      route.fulfill({ contentType: 'text/html', body: letters(site) }),
    );
    await page.goto(`${site.url}letters`);
    await page.evaluate(() => document.fonts.ready);
    const drawn = createHash('sha256')
      .update(await page.screenshot())
      .digest('hex');
    const file = path.join(stored, 'letters.txt');
    if (update) {
      mkdirSync(stored, { recursive: true });
      writeFileSync(file, `${drawn}\n`);
    } else exact = readFileSync(file, 'utf8').trim() === drawn;
  });

  for (const widget of widgets)
    for (const { options, looks } of pages)
      it(`${widget}: ${Object.keys(looks).join(', ')}`, async (t) => {
        const { page, problems } = await openStates(browser, site, widget, options);
        if (!exact)
          t.diagnostic('letters are drawn in another way here: compared with a tolerance');
        const section = page.locator(`section#${widget}`);
        const take = (of: Locator) => of.screenshot({ caret: 'hide' });
        for (const [look, media] of Object.entries(looks)) {
          await page.emulateMedia(media);
          const picture = await take(section);
          if (update) {
            mkdirSync(stored, { recursive: true });
            writeFileSync(path.join(stored, `${widget}-${look}.png`), picture);
          } else check(`${widget}-${look}.png`, picture);
          if (!exact || look !== 'light') continue;

          const part = MOVED[widget];
          assert.ok(part, 'name a part of it above');
          const figure = `figure[id|=${widget}]:first-of-type`;
          const first = page.locator(figure).first();
          const still = await take(first);
          const style = await page.addStyleTag({
            content: `${figure} nr-${widget}::part(${part}) { position: relative; top: 1px }`,
          });
          const { different, most } = compare(still, await take(first), exact);
          assert.ok(different > most, 'one part that is moved by one pixel is seen');
          await style.evaluate((element) => (element as Element).remove());
        }
        assert.deepEqual(problems, []);
      });

  function check(name: string, picture: Buffer): void {
    const file = path.join(stored, name);
    assert.ok(existsSync(file), `no picture to compare with: ${file}`);
    const { different, most, diff } = compare(readFileSync(file), picture, exact);
    if (diff && different > most) {
      mkdirSync(output, { recursive: true });
      writeFileSync(path.join(output, name), picture);
      writeFileSync(
        path.join(output, name.replace('.png', '-difference.png')),
        PNG.sync.write(diff),
      );
    }
    assert.ok(different <= most, `${name}: ${different} pixels differ; see ${output}`);
  }
});
