import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { snapshot } from '../../src/server/snapshot.js';
import { startOrigin, type Origin } from '../origin.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { useBrowser } from './browser.js';
import { usePartner } from './partner.js';

const browser = useBrowser();
const partner = usePartner(browser);

describe('A snapshot of a WordPress as the source', () => {
  let publisher: Site;
  let files: Origin;
  before(async () => {
    publisher = await startWordPress();
    files = await startOrigin();
    const feed = await snapshot(publisher.url, { limit: 8, body: true });
    files.route('/snapshot.json', { json: feed });
  });
  after(() => Promise.all([files.close(), publisher.close()]));

  const article = () => publisher.posts[0]!;

  const pages: [what: string, markup: (source: string) => string][] = [
    ...['stacked', 'row', 'compact', 'headline', 'hero'].map(
      (layout): [string, (source: string) => string] => [
        `headlines, ${layout}`,
        (source) =>
          `<nr-headlines ${source} limit="8" layout="${layout}" show="image kicker excerpt byline date publisher"></nr-headlines>`,
      ],
    ),
    ['a card', (source) => `<nr-article-card ${source} src="${article().link}"></nr-article-card>`],
    [
      'an article',
      (source) =>
        `<nr-article ${source} article-id="${article().id}" show="kicker byline date image body authors reading-time"></nr-article>`,
    ],
    [
      'an author',
      (source) =>
        `<nr-author-bio ${source} author-id="${article().author}" show="portrait job-title bio links"></nr-author-bio>`,
    ],
    [
      'the authors of an article',
      (source) => `<nr-author-bio ${source} src="${article().link}"></nr-author-bio>`,
    ],
  ];

  for (const [what, markup] of pages)
    it(`shows ${what} as the WordPress itself does, to the pixel, and asks it nothing`, async () => {
      const seen: Buffer[] = [];
      for (const source of [
        `${publisher.url}"`,
        `${files.url}/snapshot.json" source-type="json-feed"`,
      ]) {
        const visitor = await partner.show(markup(`load="eager" source="${source}`), {
          viewport: { width: 900, height: 1200 },
        });
        const { page } = visitor;
        for (const picture of await page.locator('img').all()) {
          await picture.scrollIntoViewIfNeeded();
          await picture.evaluate((img) => (img as HTMLImageElement).decode());
        }
        await page.evaluate('scrollTo(0, 0)');
        seen.push(await page.screenshot({ fullPage: true }));
        assert.equal(visitor.asked.length > 0, source.startsWith(publisher.url));
        await page.close();
      }
      assert.ok(seen[0]!.equals(seen[1]!));
    });
});
