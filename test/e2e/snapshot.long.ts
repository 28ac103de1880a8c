import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { snapshot } from '../../src/server/snapshot.js';
import { startOrigin, type Origin } from '../origin.js';
import { startWordPress, type Site } from '../wordpress-api.js';
import { useBrowser } from './browser.js';
import { usePartner } from './partner.js';
import { usePublisher } from './publisher.js';

const browser = useBrowser();
const partner = usePartner(browser);
const demo = usePublisher();
const command = join(import.meta.dirname, '../../dist/server/command.js');

interface Sources {
  wordpress: string;
  snapshot: string;
}

/** The page with this widget, read from the one source and from the other: the same, and the snapshot asks WordPress nothing. */
async function looksTheSame(widget: (source: string) => string, sources: Sources): Promise<void> {
  const seen: Buffer[] = [];
  // Between the two pictures a minute may pass, which "5 minutes ago" would show.
  const head = `<script>Date.now = () => ${Date.now()}</script>`;
  for (const source of [
    `source="${sources.wordpress}"`,
    `source="${sources.snapshot}" source-type="json-feed"`,
  ]) {
    const visitor = await partner.show(widget(`load="eager" ${source}`), {
      viewport: { width: 900, height: 1200 },
      head,
    });
    const { page } = visitor;
    for (const picture of await page.locator('img').all()) {
      await picture.scrollIntoViewIfNeeded();
      await picture.evaluate((img) => (img as HTMLImageElement).decode());
    }
    await page.evaluate('scrollTo(0, 0)');
    seen.push(await page.screenshot({ fullPage: true }));
    assert.deepEqual(
      (await visitor.heard()).map(({ type }) => type),
      ['nr-load'],
    );
    assert.equal(visitor.asked.length > 0, source.includes(sources.wordpress));
    await page.close();
  }
  assert.ok(seen[0]!.equals(seen[1]!), 'the pictures differ');
}

const everything = 'image kicker excerpt byline date publisher';
const layouts = ['stacked', 'row', 'compact', 'headline', 'hero'];

describe('A snapshot of a WordPress as the source', () => {
  let publisher: Site;
  let files: Origin;
  let sources: Sources;
  before(async () => {
    publisher = await startWordPress();
    files = await startOrigin();
    const feed = await snapshot(publisher.url, { limit: 8, body: true });
    files.route('/snapshot.json', { json: feed });
    sources = { wordpress: publisher.url, snapshot: `${files.url}/snapshot.json` };
  });
  after(() => Promise.all([files.close(), publisher.close()]));

  const article = () => publisher.posts[0]!;

  const pages: [what: string, markup: (source: string) => string][] = [
    ...layouts.map((layout): [string, (source: string) => string] => [
      `headlines, ${layout}`,
      (source) =>
        `<nr-headlines ${source} limit="8" layout="${layout}" show="${everything}"></nr-headlines>`,
    ]),
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
    it(`shows ${what} as the WordPress itself does, to the pixel, and asks it nothing`, () =>
      looksTheSame(markup, sources));
});

describe('A snapshot that the command made of the demo’s WordPress', () => {
  let folder: string;
  let files: Origin;
  let sources: Sources;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-snapshot-'));
    const file = join(folder, 'headlines.json');
    await promisify(execFile)(process.execPath, [
      ...[
        command,
        'snapshot',
        demo.url,
        '--limit',
        '100',
        '--body',
        '--timeout',
        '300',
        '-o',
        file,
      ],
    ]);
    files = await startOrigin();
    files.route('/headlines.json', {
      body: await readFile(file),
      headers: { 'content-type': 'application/feed+json' },
    });
    sources = { wordpress: demo.url, snapshot: `${files.url}/headlines.json` };
  });
  after(async () => {
    await files.close();
    await rm(folder, { recursive: true });
  });

  for (const layout of layouts)
    it(`shows headlines as it does, to the pixel: ${layout}`, () =>
      looksTheSame(
        (source) =>
          `<nr-headlines ${source} limit="12" layout="${layout}" show="${everything}"></nr-headlines>`,
        sources,
      ));

  for (const filter of [
    'category="trade"',
    'tag="containers"',
    'category="energy ports" limit="3"',
  ])
    it(`shows the headlines with ${filter} as it does, to the pixel`, () =>
      looksTheSame((source) => `<nr-headlines ${source} ${filter}></nr-headlines>`, sources));

  for (const key of ['second-berth', 'arabic-citrus', 'vino-altura', 'long-headline'])
    for (const [what, markup] of [
      [
        'card',
        (source: string, url: string) =>
          `<nr-article-card ${source} src="${url}"></nr-article-card>`,
      ],
      [
        'article',
        (source: string, url: string) =>
          `<nr-article ${source} src="${url}" show="kicker byline date image body authors reading-time"></nr-article>`,
      ],
      [
        'authors’ biographies',
        (source: string, url: string) =>
          `<nr-author-bio ${source} src="${url}" show="portrait job-title bio links articles"></nr-author-bio>`,
      ],
    ] as const)
      it(`shows the ${what} of ${key} as it does, to the pixel`, () =>
        looksTheSame((source) => markup(source, demo.ids['articles']![key]!.url), sources));

  for (const key of ['valeria', 'tomas', 'ofarrell', 'livia'])
    it(`shows the author ${key} as it does, to the pixel`, () =>
      looksTheSame(
        (source) =>
          `<nr-author-bio ${source} author-id="${demo.ids['authors']![key]!.id}"></nr-author-bio>`,
        sources,
      ));
});
