import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser } from './browser.js';
import { usePartner } from './partner.js';
import { usePublisher } from './publisher.js';

const browser = useBrowser();
const publisher = usePublisher();
const partner = usePartner(browser);

describe('Headlines with pictures on a slow line', () => {
  for (const layout of ['stacked', 'row'])
    for (const limit of [1, 5, 20])
      it(`${limit} × ${layout}: nothing moves`, async () => {
        const { page, layoutShifts } = await partner.show(
          `<nr-headlines source="${publisher.url}" limit="${limit}" layout="${layout}" more></nr-headlines><p>Text below</p>`,
          { slow: true, viewport: { width: 700, height: 900 } },
        );
        assert.equal(await page.locator('[part~=headline]').count(), limit);
        // Also while the reader goes down to the last picture.
        for (const picture of await page.locator('img').all()) {
          await picture.scrollIntoViewIfNeeded();
          await picture.evaluate((img) => (img as HTMLImageElement).decode());
        }
        const { sum, shifts } = await layoutShifts();
        assert.equal(sum, 0, JSON.stringify(shifts));
      });
});
