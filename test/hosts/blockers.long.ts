import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { useSite } from '../demo/site.js';
import { useBrowser } from '../e2e/browser.js';
import { readings } from '../faults/sources.js';
import { openStates, widgets } from '../gallery/gallery.js';
import { cdnFolder, servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { loadBlocker, type Blocker, type RequestType } from './filter-lists.js';
import { pageOf, viewport } from './host-page.js';

/** Where partners have our files, their own site first. */
const folders = [
  'https://partner.example/newsrack/',
  'https://partner.example/assets/vendor/newsrack/1.2.3/',
  'https://newsrack.publisher.example/1/',
  'https://cdn.publisher.example/newsrack/1.2.3/',
  'https://cdn.jsdelivr.net/npm/newsrack@1.2.3/dist/cdn/',
  'https://unpkg.com/newsrack@1/dist/cdn/',
];
const partner = 'https://partner.example/news/2026/';
const publisher = 'https://publisher.example';

/** What such lists look for in addresses and names; a filter that is not written yet would look for it too. */
const hunted =
  /subscri|newsletter-?(signup|popup)|sign-?up|widget[_-]?block|social|share|embed|banner|track|analytic|sponsor|popup|promo|(^|[^a-z])ads?([^a-z]|$)/i;

const typeOf = (file: string): RequestType =>
  file.endsWith('.js')
    ? 'script'
    : file.endsWith('.css')
      ? 'stylesheet'
      : file.endsWith('.html')
        ? 'sub_frame'
        : 'xhr';

/** What is sent, and what only a reader's gesture asks for; newsletters by the paths that their systems have. */
const gestures = [
  '/wp-json/wp/v2/comments',
  '/wp-json/wp/v2/posts?search=ferry&per_page=5',
  '/members/api/comments/',
  '/members/api/integrity-token/',
  '/members/api/send-magic-link/',
  '/new?uri=%2Fferry%2F',
  '/newsletter',
  '/api/newsletter',
  '/list',
  '/subscription/form',
  '/api/public/subscription',
  '/embed',
  '/newsrack/snapshot.json',
  '/feed/',
  '/feed/json',
];

/** In the page: which of these selectors would hide what; `below` leaves the rest of the page out. */
function hidden({ selectors, below }: { selectors: string[]; below: string }): {
  names: string[];
  hits: string[];
} {
  const list = selectors.filter((selector) => CSS.supports(`selector(${selector})`));
  const any = list.join();
  const hits = new Set<string>();
  const names = new Set<string>();
  const look = (element: Element) => {
    for (const name of [
      element.localName,
      element.id,
      ...element.classList,
      ...element.part,
      ...element.getAttributeNames(),
    ])
      names.add(name);
    if (element.matches(any))
      for (const selector of list)
        if (element.matches(selector))
          hits.add(`${(element.cloneNode() as Element).outerHTML} by ${selector}`);
    for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) look(child);
  };
  for (const element of document.querySelectorAll(below)) look(element);
  return { names: [...names], hits: [...hits] };
}

describe('Blockers of advertisements, trackers and annoyances find nothing', () => {
  const browser = useBrowser();
  const site = useSite();
  let blocker: Blocker;
  let wordpress: Site;
  let host: PartnerPage;
  before(async () => {
    blocker = await loadBlocker();
    wordpress = await startWordPress({ comments: [0, 1, 2, 0] });
    host = await servePartnerPage('');
  });
  after(() => Promise.all([wordpress.close(), host.close()]));

  const stopped = (requests: [url: string, type: RequestType][]) =>
    requests.flatMap(([url, type]) => {
      const filter = blocker.stops(url, type, partner);
      return filter ? `${url} by ${filter}` : [];
    });

  it('while they do find what they look for', async () => {
    assert.equal(
      stopped([
        ['https://partner.example/newsrack/adimage.js', 'script'],
        ['https://cdn.publisher.example/ad/ad_common.js', 'script'],
        ['https://www.google-analytics.com/analytics.js', 'script'],
      ]).length,
      3,
    );
    assert.ok(blocker.hides.length > 15_000);
    const { page } = await browser.newPage();
    await page.setContent(
      '<main><div id="adsbox"></div><p class="adsbox-square"></p><a title="Share on Pinterest"></a><p class="own"></p></main>',
    );
    const { hits } = await page.evaluate(hidden, { selectors: blocker.hides, below: 'main' });
    assert.deepEqual(
      hits.map((hit) => hit.split(/[ >]/)[0]),
      ['<div', '<p', '<a'],
    );
  });

  it('in our files, wherever they lie', async () => {
    const files = [...(await readdir(cdnFolder)), 'frame.json', '../versions.json'];
    assert.ok(files.length > 50);
    assert.deepEqual(
      files.filter((name) => hunted.test(name.replace(/-[\w-]{6}\.js$/, ''))),
      [],
    );
    assert.deepEqual(
      stopped(
        folders.flatMap((folder) =>
          files.map((file): [string, RequestType] => [new URL(file, folder).href, typeOf(file)]),
        ),
      ),
      [],
    );
    assert.deepEqual(
      stopped(
        folders.flatMap((folder) =>
          widgets.map((widget): [string, RequestType] => [
            `${folder}frame.html?widget=${widget}&source=${publisher}`,
            'sub_frame',
          ]),
        ),
      ),
      [],
    );
  });

  it('in what is asked for and sent', async () => {
    const { page, settled } = await browser.newPage({ viewport });
    await page.goto(host.page('host', pageOf({ name: 'requests' }, wordpress)));
    await settled();
    const asked = wordpress.requests.map(({ url }) => url);
    assert.ok(asked.some((url) => url.includes('/comments')));
    const paths = [
      ...asked,
      ...readings.flatMap(({ needs }) => needs.map(({ path }) => path)),
      ...gestures,
    ];
    assert.deepEqual(
      stopped(
        [publisher, 'https://partner.example'].flatMap((origin) =>
          paths.map((path): [string, RequestType] => [origin + path, 'xhr']),
        ),
      ),
      [],
    );
  });

  for (const widget of widgets)
    it(`in any state of ${widget}: elements, classes, ids, parts, attributes`, async () => {
      const { page } = await openStates(browser, site, widget);
      const { names, hits } = await page.evaluate(hidden, {
        selectors: blocker.hides,
        below: `nr-${widget}`,
      });
      assert.ok(names.length > 25);
      assert.deepEqual(hits, []);
      assert.deepEqual(
        names.filter((name) => hunted.test(name)),
        [],
      );
    });
});
