import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startOrigin, type Origin } from '../origin.js';

const COUNT = 10_000;
const MOST = 200 * 2 ** 20;

const body = '<p>Two berths are free, and the crane is ready for the next ship. </p>'.repeat(10);
const numbers = [...new Array<number>(COUNT).keys()];
const feeds: Record<string, string> = {
  '/feed.json': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: numbers.map((n) => ({ id: `${n}`, url: `/${n}`, title: `T${n}`, content_html: body })),
  }),
  '/feed.xml': `<rss version="2.0"><channel><title>D</title>${numbers
    .map(
      (n) =>
        `<item><title>T${n}</title><link>/${n}</link><pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate><description><![CDATA[${body}]]></description></item>`,
    )
    .join('')}</channel></rss>`,
};

/** Runs the command, and says at its end how much memory it had at most. */
const script = `
  process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS * 1024));
  process.argv = ['node', 'newsrack', 'snapshot', process.env.SOURCE, '--limit', '10'];
  await import('./dist/server/command.js');
`;

let origin: Origin;
before(async () => {
  origin = await startOrigin();
  for (const [path, text] of Object.entries(feeds))
    origin.route(path, { body: text, headers: { 'content-type': 'text/plain' } });
});
after(() => origin.close());

describe(`newsrack snapshot of ${COUNT} items`, () => {
  for (const path of Object.keys(feeds))
    it(`${path} takes less than 200 MB`, async () => {
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '--eval', script],
        { env: { ...process.env, SOURCE: origin.url + path } },
      );
      assert.equal((JSON.parse(stdout) as { items: unknown[] }).items.length, 10);
      const peak = Number(/peak (\d+)/.exec(stderr)![1]);
      assert.ok(peak < MOST, `${Math.round(peak / 2 ** 20)} MB`);
    });
});
