import { expect } from '@open-wc/testing';
import type { Publisher } from '../../src/publishers/publisher.js';
import { open as openJsonFeed } from '../../src/publishers/feed/json-feed.js';
import { open as openRss } from '../../src/publishers/feed/rss.js';
import { startOrigin } from '../browser-origin.js';

const COUNT = 10_000;
/** What else a machine does only ever adds to a time: the least of many rounds is what the work itself takes. */
const ROUNDS = 15;
/** Milliseconds; where everything takes its time, fewer rounds have to do. */
const PATIENCE = 30_000;

const body = '<p>Two berths are free, and the crane is ready for the next ship. </p>'.repeat(3);
const numbers = [...new Array<number>(COUNT).keys()];

const formats: [name: string, text: string, open: typeof openRss, parse: (text: string) => void][] =
  [
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: numbers.map((n) => ({ id: `${n}`, url: `/${n}`, title: 'T', content_html: body })),
      }),
      openJsonFeed,
      (text) => void JSON.parse(text),
    ],
    [
      'RSS',
      `<rss version="2.0"><channel><title>D</title>${numbers
        .map(
          (n) =>
            `<item><title>T</title><link>/${n}</link><pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description><![CDATA[${body}]]></description></item>`,
        )
        .join('')}</channel></rss>`,
      openRss,
      (text) => void new DOMParser().parseFromString(text, 'text/xml'),
    ],
  ];

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

for (const [name, text, open, parse] of formats)
  it(`10 of ${COUNT} items of one ${name} take less than twice what reading and parsing it takes`, async function () {
    this.timeout(50_000);
    const origin = await startOrigin();
    await origin.route('/feed', { body: text, headers: { 'content-type': 'text/plain' } });
    const url = `${origin.url}/feed`;
    const publisher: Publisher = open({ url });
    let alone = Infinity;
    let whole = Infinity;
    const end = performance.now() + PATIENCE;
    // By turns, so that both meet the same machine.
    for (let round = 0; round < 3 || (round < ROUNDS && performance.now() < end); round++) {
      alone = Math.min(alone, await time(async () => parse(await (await fetch(url)).text())));
      whole = Math.min(
        whole,
        await time(async () => {
          const { articles } = await publisher.articles({ limit: 10 }, { fresh: true });
          expect(articles).length(10);
        }),
      );
    }
    expect(whole).below(alone * 2);
  });
