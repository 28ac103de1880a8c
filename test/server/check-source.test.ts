import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { checkSource } from '../../src/server/check/source.js';
import { startOrigin, type Origin } from '../origin.js';

const SIZE = 8;
const stories = Array.from({ length: SIZE }, (_, index) => index + 1);

let publisher: Origin;
let address: (story: number) => string;

beforeEach(async () => {
  publisher = await startOrigin();
  address = (story) => `${publisher.url}/story/${story}/`;
  const items = stories.map(
    (story) => `<item><title>Story ${story}</title><link>${address(story)}</link></item>`,
  );
  publisher.route('/rss.xml', {
    headers: { 'content-type': 'text/xml' },
    body: `<rss version="2.0"><channel><title>D</title>${items.join('')}<item><guid>x</guid></item></channel></rss>`,
  });
  publisher.route('/feed.json', {
    json: {
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        ...stories.map((story) => ({
          id: address(story),
          url: address(story),
          title: `Story ${story}`,
        })),
        {},
      ],
    },
  });
});
afterEach(() => publisher.close());

for (const [type, file] of [
  ['rss', '/rss.xml'],
  ['json-feed', '/feed.json'],
] as const) {
  const look = (article?: string) =>
    checkSource({ url: publisher.url + file, type }, 'https://partner.example/', { article });

  it(`Of a source that is ${type} it counts what cannot be shown where all of it is read`, async () => {
    const { articles, leftOut } = await look();
    assert.deepEqual([articles, leftOut], [SIZE, 1]);
  });

  it(`Of a source that is ${type} nothing is left out where one article is asked for`, async () => {
    const { articles, leftOut, findings } = await look(address(2));
    assert.deepEqual([articles, leftOut], [1, 0]);
    assert.doesNotMatch(findings.map(({ message }) => message).join(), /left out/);
  });
}
