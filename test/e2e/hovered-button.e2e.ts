import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startOrigin, type Origin } from '../origin.js';
import { useBrowser } from './browser.js';
import { usePartner } from './partner.js';

describe('A button under the pointer', () => {
  const partner = usePartner(useBrowser());
  let publisher: Origin;
  before(async () => {
    publisher = await startOrigin();
    const items = [1, 2].map((id) => ({ id, url: `/${id}`, title: `Part ${id}` }));
    const version = 'https://jsonfeed.org/version/1.1';
    publisher.route('/feed.json', { json: { version, title: 'The Daily', items } });
  });
  after(() => publisher.close());

  /** Red, green, blue and opacity of its text and of what it stands on. */
  async function colours(tokens: string): Promise<{ text: number[]; ground: number[] }> {
    const { page } = await partner.show(
      `<nr-headlines source="${publisher.url}/feed.json" limit="1" more style="color: #222; ${tokens}"></nr-headlines>`,
    );
    const button = page.locator('nr-headlines').getByRole('button');
    await button.hover();
    return button.evaluate((element) => {
      const pixel = document.createElement('canvas').getContext('2d')!;
      const drawn = (colour: string) => {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = colour;
        pixel.fillRect(0, 0, 1, 1);
        return [...pixel.getImageData(0, 0, 1, 1).data];
      };
      const { color, backgroundColor } = getComputedStyle(element);
      return { text: drawn(color), ground: drawn(backgroundColor) };
    });
  }

  for (const [what, tokens, text] of [
    ['no accent', '', [34, 34, 34, 255]],
    ['an accent alone', '--nr-accent: #1b1b6b', [27, 27, 107, 255]],
    [
      'an accent and what stands on it',
      '--nr-accent: #1b1b6b; --nr-on-accent: #fff',
      [27, 27, 107, 255],
    ],
  ] as const)
    it(`keeps the text that it has at rest, on a tint, where there is ${what}`, async () => {
      const hovered = await colours(tokens);
      assert.deepEqual(hovered.text, text);
      const [, , , opacity] = hovered.ground;
      assert.ok(opacity! > 0 && opacity! < 40, hovered.ground.join());
    });
});
