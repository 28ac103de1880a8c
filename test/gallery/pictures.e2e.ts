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
import { PNG } from 'pngjs';
import { useSite } from '../demo/site.js';
import { useBrowser } from '../e2e/browser.js';
import { difference, SAME } from '../e2e/picture.js';
import { openStates, widgets } from './gallery.js';

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  rtl: { rtl: true },
  narrow: { width: 320 },
  forced: { forcedColors: 'active' },
} as const;

const stored = path.join(import.meta.dirname, 'pictures');
const output = path.join(import.meta.dirname, '../output/gallery');
const update = !!process.env['UPDATE_PICTURES'];

/** Where letters are drawn in another way: the share of pixels that may differ, by more than a little. */
const TOLERANCE = { share: 0.02, threshold: 0.25 };

/** Says how this machine draws what is not in a font of ours. */
const LETTERS = `<body style="margin: 0; font: 20px system-ui">
  <p>Añb 0123 — “Ç” ليمون <b>Bold</b> <i>Italic</i> <code>code</code> ☎ 🌎</p>
  <input type="checkbox" /><input value="field" /><textarea>text</textarea><button>button</button>
</body>`;

describe('pictures of the gallery', () => {
  const site = useSite();
  const browser = useBrowser();

  let exact = update;
  before(async () => {
    const { page } = await browser.newPage({ viewport: { width: 600, height: 200 } });
    await page.setContent(LETTERS);
    const letters = createHash('sha256')
      .update(await page.screenshot())
      .digest('hex');
    const file = path.join(stored, 'letters.txt');
    if (update) {
      mkdirSync(stored, { recursive: true });
      writeFileSync(file, `${letters}\n`);
    } else exact = readFileSync(file, 'utf8').trim() === letters;
  });

  it('one pixel makes a difference', () => {
    const [one, other] = [new PNG({ width: 40, height: 40 }), new PNG({ width: 40, height: 40 })];
    one.data.fill(255);
    other.data.fill(255);
    assert.equal(difference(one, other, SAME), 0);
    other.data[4 * 777] = 235;
    assert.equal(difference(one, other, SAME), 1);
  });

  for (const widget of widgets)
    for (const [look, options] of Object.entries(looks))
      it(`${widget}, ${look}`, async (t) => {
        const { page, problems } = await openStates(browser, site, widget, options);
        const picture = await page.locator(`section#${widget}`).screenshot({ caret: 'hide' });
        assert.deepEqual(problems, []);
        const file = path.join(stored, `${widget}-${look}.png`);
        if (update) {
          mkdirSync(stored, { recursive: true });
          writeFileSync(file, picture);
          return;
        }
        assert.ok(existsSync(file), `no picture to compare with: ${file}`);
        const [was, is] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(picture)];
        const diff = new PNG({ width: is.width, height: is.height });
        const different = difference(was, is, exact ? SAME : TOLERANCE.threshold, diff);
        if (!exact)
          t.diagnostic('letters are drawn in another way here: compared with a tolerance');
        const most = exact ? 0 : TOLERANCE.share * is.width * is.height;
        if (different > most) {
          mkdirSync(output, { recursive: true });
          writeFileSync(path.join(output, `${widget}-${look}.png`), picture);
          writeFileSync(
            path.join(output, `${widget}-${look}-difference.png`),
            PNG.sync.write(diff),
          );
        }
        assert.ok(different <= most, `${different} pixels differ; see ${output}`);
      });
});
