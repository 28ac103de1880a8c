import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { startOrigin } from '../origin.js';
import { startWordPress, type Site } from '../wordpress-api.js';

const root = join(import.meta.dirname, '../..');
const command = join(root, 'dist/server/command.js');

/** Parsed out of the HTML; what travels with the widget. */
const luggageOf = (html: string) =>
  JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(html)![1]!) as {
    language: string;
    answer: { articles: { id: string; headline: string }[] };
    place?: object;
  };

describe('newsrack render', () => {
  let site: Site;
  let folder: string;
  let file: string;

  before(async () => {
    site = await startWordPress();
  });
  after(() => site.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-render-'));
    file = join(folder, 'fragment.html');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = (words: string[], env: Record<string, string> = {}) =>
    new Promise<{ code: number; output: string; complaint: string }>((resolve) => {
      const options = { cwd: folder, env: { ...process.env, TZ: 'UTC', ...env } };
      execFile(
        process.execPath,
        [command, 'render', ...words],
        options,
        (error, output, complaint) =>
          resolve({ code: Number(error?.code ?? 0), output, complaint }),
      );
    });

  it('reads feeds, too', async () => {
    const feed = `<rss version="2.0"><channel><title>F</title><link>https://f.example/</link><item><title>Port opens</title><link>https://f.example/port/</link></item></channel></rss>`;
    const origin = await startOrigin();
    origin.route('/feed/', { body: feed, headers: { 'content-type': 'application/rss+xml' } });
    try {
      const words = ['headlines', `${origin.url}/feed/`, '--source-type', 'rss', '-o', file];
      assert.deepEqual(await run(words), { code: 0, output: '', complaint: '' });
      assert.match(await readFile(file, 'utf8'), /Port opens/);
    } finally {
      await origin.close();
    }
  });

  it('writes a finished list, says nothing to cron, and exits with 0', async () => {
    const words = ['headlines', site.url, '--limit', '2', '--more', '--lang', 'es', '-o', file];
    assert.deepEqual(await run(words), { code: 0, output: '', complaint: '' });
    const html = await readFile(file, 'utf8');
    assert.match(
      html,
      /^<nr-headlines lang="es" limit="2" more="" source="http:[^>]+"[^>]*><template/,
    );
    assert.equal(html.match(/<li class="item"/g)?.length, 2);
    assert.match(html, />Más artículos</);
    assert.match(html, /<style>/);
    assert.deepEqual(
      luggageOf(html).answer.articles.map(({ id }) => id),
      ['1000', '999'],
    );
    assert.deepEqual(await readdir(folder), ['fragment.html']);
  });

  it('writes to the standard output without a file, a card by the article’s address alone', async () => {
    const { code, output } = await run(['article-card', site.posts[3]!.link, '--layout', 'hero']);
    assert.equal(code, 0);
    assert.match(output, /^<nr-article-card [^>]*src="http:/);
    assert.equal(output.match(/<article class="card/g)?.length, 1);
  });

  it('writes a card out of its attributes and asks nobody', async () => {
    const { code, output } = await run(
      ['article-card', '--headline', '5 > 4', '--published', '2026-11-24T02:00:00Z'],
      { TZ: 'America/Santiago' },
    );
    assert.equal(code, 0);
    assert.match(output, /5 &gt; 4/);
    assert.match(output, /Nov 23, 2026/);
  });

  it('writes what a page wants to know the tag by', async () => {
    const own = ['--slot', 'aside', '--data-x1', 'a', '--data-y_2=b', '--id', 'news'];
    const { output, complaint } = await run(['headlines', site.url, '--limit', '1', ...own]);
    assert.equal(complaint, '');
    const [tag] = output.split('>');
    for (const written of ['slot="aside"', 'data-x1="a"', 'data-y_2="b"', 'id="news"'])
      assert.ok(tag!.includes(written), `${tag!}: ${written}`);
  });

  it('writes an article by its address alone, its markup made safe, and its authors', async () => {
    const { code, output } = await run(['article', site.posts[0]!.link]);
    assert.equal(code, 0);
    assert.match(output, /^<nr-article [^>]*src="http:/);
    assert.match(output, /<p>Exports grew by <strong>8\.4%<\/strong>/);
    assert.match(
      output,
      /<button type="button" part="button" data-frame="https:\/\/www\.youtube-no/,
    );
    assert.doesNotMatch(output, /<iframe/);
    assert.match(output, /Reporter/);
    const bio = await run(['author-bio', site.url, '--author-id', '1', '--show', 'bio']);
    assert.match(bio.output, /part="bio"[^>]*><!--lit-part-->Writes about <em>/);
  });

  it('writes an article with a table whose caption could be taken for an address', async () => {
    const origin = await startOrigin();
    const table = '<figure><table><tr><td>7</td></tr></table><figcaption>Source: us</figcaption>';
    const item = {
      id: '1',
      url: 'https://f.example/1',
      title: 'Seven',
      content_html: `<p>One.</p>${table}`,
    };
    origin.route('/feed.json', {
      body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [item] }),
      headers: { 'content-type': 'application/feed+json' },
    });
    try {
      const words = [
        'article',
        '--source',
        `${origin.url}/feed.json`,
        '--source-type',
        'json-feed',
      ];
      const { output, complaint } = await run([...words, '--article-id', '1']);
      assert.equal(complaint, '');
      assert.match(output, /<p>One\.<\/p>/);
      assert.match(output, /aria-label="Source: us"><table>/);
    } finally {
      await origin.close();
    }
  });

  it('writes a newsletter’s form out of its attributes and asks nobody', async () => {
    const join = 'https://daily.us1.list-manage.com/subscribe?u=1&id=2';
    const { code, output } = await run(['newsletter-form', '--action', join, '--lang', 'es']);
    assert.equal(code, 0);
    assert.match(
      output,
      /<form [^>]*method="post" action="https:[^"]+\/subscribe\/post\?u=1&amp;id=2"/,
    );
    assert.doesNotMatch(output, /novalidate/);
    const json = await run(['newsletter-form', '--action', `${site.url}/join`]);
    assert.match(json.output, /<p class="unscripted">Signing up here needs JavaScript\.<\/p>/);
    assert.doesNotMatch(json.output, /<form [^>]*action=/);
  });

  it('writes the comments of an article, and what they travel with names no picture that is not shown', async () => {
    const talked = await startWordPress({
      comments: [0, 1],
      commentChanges: { 1: { content: { rendered: '<p>It is <em>not</em> so.</p>' } } },
    });
    const id = String(talked.posts[0]!.id);
    const { code, output, complaint } = await run(['comment-box', talked.url, '--article-id', id]);
    await talked.close();
    assert.equal(code, 0);
    assert.equal(complaint, '');
    assert.match(output, /<em>not<\/em>/);
    assert.equal(output.match(/<li part="comment"/g)?.length, 2);
    assert.match(output, /Join the conversation at/);
    assert.doesNotMatch(output, /avatars\.example/);
    const { article, page } = (luggageOf(output) as unknown as { answer: Record<string, object> })
      .answer;
    assert.deepEqual(Object.keys(article!), ['id', 'url', 'headline', 'commentsOpen']);
    assert.deepEqual(Object.keys(page!), ['comments', 'total']);
  });

  it('watches: writes again and again, outlives a failure, and stops with 0', async (t) => {
    const closing = await startWordPress();
    const words = ['render', 'headlines', closing.url, '--limit', '2', '-o', file, '--watch', '1'];
    const child = spawn(process.execPath, [command, ...words], { cwd: folder });
    t.after(async () => {
      child.kill('SIGKILL');
      await closing.close();
    });
    const ended = once(child, 'exit') as Promise<[number]>;
    const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
    const next = async () => String((await lines.next()).value);
    assert.match(await next(), /fragment\.html: 2 shown, \d+ bytes/);
    assert.match(await next(), /2 shown/);
    const asked = closing.requests.filter(({ path }) => path.endsWith('/posts')).length;
    assert.ok(asked >= 2, 'it wrote again what it had read before');
    closing.route('/wp-json/*', { status: 403, json: { code: 'closed', message: 'Go away.' } });
    let said = await next();
    // It may have asked once more before the publisher closed.
    while (said.includes('2 shown')) said = await next();
    assert.match(said, /is left as it was/);
    assert.match(await readFile(file, 'utf8'), /class="item"/);
    child.kill('SIGTERM');
    assert.equal((await ended)[0], 0);
  });

  it('links to the style sheet that the CDN build has', async () => {
    const { output } = await run([
      ...['headlines', site.url, '--styles', 'link', '--cdn', 'https://cdn.example/v1'],
    ]);
    const name = /<link rel="stylesheet" href="https:\/\/cdn\.example\/v1\/([^"]+)">/.exec(
      output,
    )![1]!;
    assert.match(
      await readFile(join(root, 'dist/cdn', name), 'utf8'),
      /:host\(:not\(\[hidden\]\)\)\{display:block/,
    );
    assert.doesNotMatch(output, /<style/);
  });

  it('loads the first pictures at once where the widget stands on the first screen', async () => {
    const words = ['headlines', site.url, '--limit', '3', '--layout', 'row'];
    const { output } = await run([...words, '--first-screen', '600']);
    assert.equal(output.match(/loading="eager"/g)?.length, 1);
    assert.deepEqual(luggageOf(output).place, { width: 600, top: -1 });
  });

  it('keeps a key from the environment to itself', async () => {
    const { code, output } = await run(['headlines', site.url, '--source-type', 'wordpress'], {
      NEWSRACK_SOURCE_KEY: 'a1b2c3d4e5',
    });
    assert.equal(code, 0);
    assert.doesNotMatch(output, /a1b2c3d4e5/);
  });

  it('exits with 1 and leaves the file alone when the publisher fails', async () => {
    await writeFile(file, 'the old one');
    site.route('/closed/*', { status: 403, json: { code: 'closed', message: 'Go away.' } });
    const source = ['--source-type', 'json-feed', `${site.url}/closed/feed.json`];
    const { code, complaint } = await run(['headlines', ...source, '-o', file]);
    assert.equal(code, 1);
    assert.match(complaint, /^newsrack: .*fragment\.html is left as it was/);
    assert.equal(await readFile(file, 'utf8'), 'the old one');
  });

  it('exits with 3 and leaves the file alone when there is nothing to show', async () => {
    await writeFile(file, 'the old one');
    const words = ['headlines', site.url, '--search', 'no such words', '-o', file];
    assert.equal((await run(words)).code, 3);
    assert.equal(await readFile(file, 'utf8'), 'the old one');
    const { code, output } = await run([...words, '--allow-empty', '--json']);
    assert.equal(code, 0);
    assert.equal((JSON.parse(output) as { count: number }).count, 0);
    assert.match(await readFile(file, 'utf8'), /No articles yet/);
  });

  it('exits with 3 where the publisher has no such article, and with 1 where there is no publisher', async () => {
    const byAddress = await run(['article', `${site.url}/2026/11/never-written/`, '-o', file]);
    assert.equal(byAddress.code, 3, byAddress.complaint);
    assert.match(byAddress.complaint, /never-written\/\. \S+ is left as it was/);
    const byId = await run(['article', site.url, '--article-id', '99999']);
    assert.equal(byId.code, 3, byId.complaint);
    site.route('/moved.json', { status: 404, body: 'Not found' });
    const none = await run(['headlines', `${site.url}/moved.json`, '--source-type', 'json-feed']);
    assert.equal(none.code, 1, none.complaint);
  });

  it('exits with 2 when it is told what it cannot do', async () => {
    const { url } = site;
    const wrong: [words: string[], complaint: RegExp][] = [
      [[], /widget is missing/],
      [['comments', url], /“comments” is none of headlines/],
      [['newsletter-form', url], /no source: give --action/],
      [['newsletter-form', '--provider', 'form'], /action="": give the http/],
      [['newsletter-form', '--action', url, '--provider', 'pigeon'], /provider="pigeon"/],
      [['comment-box', url, '--article-id', '1', '--page-size', '900'], /page-size="900"/],
      [['headlines'], /source="": give the http/],
      [['headlines', url, url], /is more/],
      [['headlines', url, '--limit', '900'], /limit="900": expected 1 to 100\. See/],
      [['headlines', url, '--layout', 'round'], /layout="round"/],
      [['headlines', url, '--onclick', 'x'], /Unknown option/],
      [['headlines', url, '--styles', 'none'], /inline or link/],
      [['headlines', url, '--styles', 'link'], /address of the folder/],
      [['headlines', url, '--first-screen', 'all'], /pixels/],
      [['headlines', url, '--json'], /-o FILE/],
      [['headlines', url, '--watch', '5'], /-o FILE/],
      [['headlines', url, '-o', file, '--watch', 'often'], /seconds/],
    ];
    for (const [words, expected] of wrong) {
      const { code, output, complaint } = await run(words);
      assert.equal(code, 2, words.join(' '));
      assert.match(complaint, expected);
      assert.equal(output, '');
    }
  });

  it('explains itself', async () => {
    const { code, output } = await run(['--help']);
    assert.equal(code, 0);
    assert.match(output, /^Usage: newsrack render WIDGET/);
  });
});
