import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Feed } from '../../src/server/feed.js';
import { version } from '../../src/version.js';
import { startWordPress, type Site } from '../wordpress-api.js';

const command = join(import.meta.dirname, '../../dist/server/command.js');

describe('newsrack snapshot', () => {
  let site: Site;
  let folder: string;
  let file: string;
  let children: ChildProcess[];

  beforeEach(async () => {
    site = await startWordPress();
    folder = await mkdtemp(join(tmpdir(), 'newsrack-command-'));
    file = join(folder, 'headlines.json');
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts the command; `ended` tells how that went. */
  function start(...words: string[]) {
    const child = spawn(process.execPath, [command, ...words], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (complaint += String(chunk)));
    const ended = once(child, 'close').then(([code]) => ({
      code: code as number,
      output,
      complaint,
    }));
    return { child, ended };
  }
  const run = (...words: string[]) => start(...words).ended;
  const onDisk = async () => JSON.parse(await readFile(file, 'utf8')) as Feed;
  const ids = async () => (await onDisk()).items.map(({ id }) => id);

  it('writes what the filters leave, says nothing to cron, and exits with 0', async () => {
    const filters = ['--limit', '2', '--category', 'topic-1 topic-2', '--exclude', '999 1000'];
    const went = await run('snapshot', site.url, ...filters, '--body', '-o', 'headlines.json');
    assert.deepEqual(went, { code: 0, output: '', complaint: '' });
    assert.deepEqual(await ids(), ['997', '996']);
    assert.match((await onDisk()).items[0]!.content_html!, /Exports grew/);
    assert.deepEqual(await readdir(folder), ['headlines.json']);
  });

  it('ends without a word where nobody reads on', async () => {
    const { child, ended } = start('snapshot', site.url, '--limit', '30', '--body');
    child.stdout.destroy();
    assert.deepEqual(await ended, { code: 0, output: '', complaint: '' });
  });

  it('exits with 2 where a word cannot be what it is given for', async () => {
    for (const words of [
      ['check', site.url, '--source-type', 'word-press'],
      ['snapshot', site.url, '--feed-url', 'not a url'],
    ])
      assert.equal((await run(...words)).code, 2, words.join(' '));
    assert.equal(site.requests.length, 0);
  });

  it('makes the folder of its file', async () => {
    const went = await run('snapshot', site.url, '--limit', '1', '-o', 'public/headlines.json');
    assert.deepEqual(went, { code: 0, output: '', complaint: '' });
    assert.deepEqual(await readdir(join(folder, 'public')), ['headlines.json']);
  });

  it('writes to the standard output without a file', async () => {
    const { code, output } = await run('snapshot', site.url, '--limit=1', '--max-age=60');
    assert.equal(code, 0);
    const feed = JSON.parse(output) as Feed;
    assert.equal(feed.items.length, 1);
    assert.equal(feed._newsrack.maxAge, 60);
  });

  it('exits with 1 and leaves the file alone when the publisher fails, and names no key', async () => {
    await writeFile(file, 'old');
    site.route('/*', { status: 403, json: { code: 'closed', message: 'Go away.' } });
    const words = [`${site.url}?key=s3cret`, '--source-type', 'wordpress', '-o', file];
    const { code, output, complaint } = await run('snapshot', ...words);
    assert.deepEqual([code, output], [1, '']);
    assert.match(complaint, /^newsrack: .*Go away\. .*headlines\.json is left as it was\.\n$/);
    assert.doesNotMatch(complaint, /s3cret/);
    assert.equal(await readFile(file, 'utf8'), 'old');
  });

  it('waits for an answer as long as it is told', async () => {
    const release = site.hold('/wp-json/wp/v2/posts');
    const { code, complaint } = await run('snapshot', site.url, '--timeout', '1');
    release();
    assert.equal(code, 1);
    assert.match(complaint, /did not answer within 1 s/);
  });

  it('exits with 1 when the file cannot be written', async () => {
    await writeFile(file, 'old');
    const { code, complaint } = await run('snapshot', site.url, '-o', 'headlines.json/a.json');
    assert.equal(code, 1);
    assert.match(complaint, /file already exists, mkdir/);
    await rm(file);
    await mkdir(file);
    assert.equal((await run('snapshot', site.url, '-o', file)).code, 1);
  });

  it('exits with 3 and leaves the file alone when there is no such article', async () => {
    await writeFile(file, 'old');
    const words = ['snapshot', site.url, '--search', 'nowhere', '-o', file];
    const { code, complaint } = await run(...words);
    assert.equal(code, 3);
    assert.match(complaint, /no such article/);
    assert.equal(await readFile(file, 'utf8'), 'old');
    assert.equal((await run(...words, '--allow-empty')).code, 0);
    assert.deepEqual(await ids(), []);
    assert.equal((await run('snapshot', site.url, '--search', 'nowhere')).code, 3);
    const category = await run('snapshot', site.url, '--category', 'nope', '-o', file);
    assert.equal(category.code, 3);
    assert.match(category.complaint, /“nope”\. \S+ is left as it was/);
  });

  it('exits with 2 and asks nobody when it is not told what to do', async () => {
    const wrong = [
      [],
      ['snapshoot'],
      ['snapshot'],
      ['snapshot', site.url, 'more'],
      ['snapshot', 'publisher'],
      ['snapshot', site.url, '--unknown'],
      ['snapshot', site.url, '--limit', 'many'],
      ['snapshot', site.url, '--limit', '1001'],
      ['snapshot', site.url, '--watch', '60'],
      ['snapshot', site.url, '--timeout', 'long'],
      ['snapshot', site.url, '--timeout', '9999'],
      ['snapshot', site.url, '--watch', '0', '-o', file],
      ['snapshot', site.url, '--source-type', 'gopher'],
      ['snapshot', site.url, '--json'],
      ['snapshot', site.url, '-o', ''],
    ];
    for (const words of wrong) {
      const { code, output, complaint } = await run(...words);
      assert.deepEqual([words, code, output], [words, 2, '']);
      assert.match(complaint, /newsrack/);
    }
    assert.equal(site.requests.length, 0);
  });

  it('explains itself', async () => {
    const { code, output } = await run('snapshot', '--help');
    assert.equal(code, 0);
    assert.match(output, /Exit codes:/);
    assert.match((await run('--help')).output, /snapshot SOURCE/);
    assert.equal((await run('--version')).output, `${version}\n`);
  });

  it('tells machines what became of each', async () => {
    const one = await run('snapshot', site.url, '-o', file, '--json');
    const { made, bytes, ...rest } = JSON.parse(one.output) as Record<string, unknown>;
    assert.deepEqual(rest, { file, outcome: 'written', articles: 20 });
    assert.equal(made, (await onDisk())._newsrack.made);
    assert.equal(bytes, (await readFile(file)).length);
    site.route('/*', { status: 403, json: {} });
    const other = await run('snapshot', site.url, '-o', file, '--json');
    const failure = JSON.parse(other.output) as { outcome: string; error: { code: string } };
    assert.deepEqual([failure.outcome, failure.error.code], ['failed', 'forbidden']);
  });

  it('watches through failures until it is stopped', async () => {
    const { child, ended } = start('snapshot', site.url, '-o', file, '--watch', '1', '--json');
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const outcome = async () => {
      const { value } = (await lines.next()) as { value: string };
      return (JSON.parse(value) as { outcome: string }).outcome;
    };
    assert.equal(await outcome(), 'written');
    const [first] = await ids();
    site.posts.shift();
    // What had been asked for before that may still come.
    while ((await outcome()) === 'written' && (await ids())[0] === first);
    assert.equal((await ids())[0], '999');
    const closed = { status: 403, json: { code: 'closed', message: 'Closed.' } };
    site.route(/\/posts[?&]/, closed, () => ({ json: site.posts.slice(1, 3) }));
    while ((await outcome()) !== 'failed');
    assert.equal((await ids())[0], '999');
    assert.equal(await outcome(), 'written');
    assert.equal((await ids())[0], '998');
    child.kill('SIGTERM');
    assert.equal((await ended).code, 0);
    assert.deepEqual(await readdir(folder), ['headlines.json']);
  });

  it('leaves the file alone when it is ended by a signal', async () => {
    await writeFile(file, 'old');
    site.route(/\/posts[?&]/, { silent: true });
    for (const [signal, expected] of [
      ['SIGTERM', 143],
      ['SIGINT', 130],
    ] as const) {
      const { child, ended } = start('snapshot', site.url, '-o', file);
      await site.received(/\/posts[?&]/, signal === 'SIGTERM' ? 1 : 2);
      child.kill(signal);
      assert.equal((await ended).code, expected);
      assert.equal(await readFile(file, 'utf8'), 'old');
      assert.deepEqual(await readdir(folder), ['headlines.json']);
    }
  });
});
