import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { addRelease, headersFor, objections } from '../../src/build/release.js';
import { cdnFolder } from '../partner-page.js';

const root = join(import.meta.dirname, '../..');
const hosting = (file: string) => readFile(join(root, 'demo/hosting', file), 'utf8');
const chunksOf = async (folder: string) =>
  (await readdir(folder)).filter((file) => /-[\w-]{6}\.js$/.test(file));

/** A server that does what `_headers` says, as static hosts do. */
async function serveByHeaders(folder: string) {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of (await readFile(join(folder, '_headers'), 'utf8')).split('\n')) {
    if (line.startsWith('/')) rules.push({ path: line.replace('*', ''), headers: [] });
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (name) rules.at(-1)!.headers.push([name, value!]);
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://host').pathname;
    for (const { headers } of rules.filter((rule) => path.startsWith(rule.path)))
      for (const [name, value] of headers) response.appendHeader(name, value);
    response.setHeader('content-type', extname(path) === '.js' ? 'text/javascript' : 'text/plain');
    readFile(join(folder, path)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

const hasNginx = (() => {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

async function serveByNginx(folder: string, scratch: string) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${scratch}/${name};`)
    .join(' ');
  await writeFile(
    join(scratch, 'nginx.conf'),
    `daemon off; master_process off; pid ${scratch}/pid; error_log ${scratch}/log; events {}
     http { include /etc/nginx/mime.types; access_log off; ${temporary}
       server { listen 127.0.0.1:${port}; root ${folder}; ${await hosting('nginx.conf')} } }`,
  );
  const child = spawn('nginx', ['-c', join(scratch, 'nginx.conf'), '-e', join(scratch, 'log')]);
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null && !(await fetch(url).catch(() => undefined)))
    await new Promise(setImmediate);
  assert.equal(child.exitCode, null, await readFile(join(scratch, 'log'), 'utf8'));
  return { url, close: () => child.kill() };
}

describe('A release', () => {
  let scratch: string;
  let folder: string;
  let earlier: string[];
  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'newsrack-release-'));
    folder = join(scratch, 'cdn');
    // The one before: as today's, with other names.
    const old = join(scratch, 'old');
    await mkdir(old);
    await cp(cdnFolder, old, { recursive: true });
    earlier = ['core-aaaaaa.js', 'headlines-aaaaaa.js'];
    for (const file of await chunksOf(old)) await rm(join(old, file));
    for (const file of earlier) await writeFile(join(old, file), 'export {}');
    await addRelease(old, folder, '1.2.2');
    await addRelease(cdnFolder, folder, '1.2.3');
    await writeFile(
      join(folder, '_headers'),
      headersFor(await hosting('_headers'), ['1.2.2', '1.2.3']),
    );
  });
  after(() => rm(scratch, { recursive: true, force: true }));

  it('stands by itself, and beside it the newest of its kind with the chunks of all', async () => {
    const chunks = await chunksOf(cdnFolder);
    assert.deepEqual(await chunksOf(join(folder, '1.2.3')), chunks);
    assert.deepEqual(await chunksOf(join(folder, '1')), [...chunks, ...earlier].sort());
    for (const file of ['newsrack.js', 'manifest.json'])
      assert.deepEqual(
        await readFile(join(folder, '1', file)),
        await readFile(join(cdnFolder, file)),
      );
  });

  it('is never made anew', async () => {
    await assert.rejects(addRelease(cdnFolder, folder, '1.2.3'), /never changes/);
  });

  it('of an older kind does not take the place of the newest', async () => {
    const old = join(scratch, 'fix');
    await mkdir(old);
    for (const file of ['newsrack.js', 'core-bbbbbb.js']) await writeFile(join(old, file), 'old');
    await cp(join(cdnFolder, 'manifest.json'), join(old, 'manifest.json'));
    const other = join(scratch, 'other');
    await addRelease(cdnFolder, other, '1.10.0');
    await addRelease(old, other, '1.9.1');
    assert.deepEqual(
      await readFile(join(other, '1/newsrack.js')),
      await readFile(join(cdnFolder, 'newsrack.js')),
    );
    assert.equal(await readFile(join(other, '1/core-bbbbbb.js'), 'utf8'), 'old');
  });

  it('is listed with what partners pin', async () => {
    const list = JSON.parse(await readFile(join(folder, 'versions.json'), 'utf8')) as Record<
      string,
      { integrity: Record<string, string> }
    >;
    assert.deepEqual(Object.keys(list), ['1.2.2', '1.2.3']);
    const loader = await readFile(join(folder, '1.2.3/newsrack.js'));
    assert.equal(
      list['1.2.3']!.integrity['newsrack.js'],
      `sha384-${createHash('sha384').update(loader).digest('base64')}`,
    );
  });

  it('is not made of what is not committed, of two versions, or without a word of what is new', () => {
    const found = { status: '', version: '1.2.3', versionInCode: '1.2.3', changelog: '## 1.2.3\n' };
    assert.deepEqual(objections(found), []);
    assert.equal(objections({ ...found, status: ' M a.ts\n' }).length, 1);
    assert.equal(objections({ ...found, versionInCode: '1.2.2' }).length, 1);
    assert.equal(objections({ ...found, changelog: '## Unreleased\n' }).length, 1);
  });

  it('is not made of what fails a test, nor is anything built of it', async () => {
    const project = join(scratch, 'project');
    const put = async (file: string, text: string) => {
      await mkdir(join(project, dirname(file)), { recursive: true });
      await writeFile(join(project, file), text);
    };
    const says = (word: string) => `node -e "require('fs').appendFileSync('../said', '${word} ')"`;
    const scripts = { test: `${says('tested')} && exit 1`, build: says('built') };
    await put('package.json', JSON.stringify({ name: 'x', version: '1.2.3', scripts }));
    await put('src/version.ts', `export const version = '1.2.3';\n`);
    await put('CHANGELOG.md', '## 1.2.3\n');
    const git = (...words: string[]) => execFileSync('git', words, { cwd: project });
    git('init', '--quiet');
    git('add', '.');
    git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '--quiet', '-m', 'All');
    const script = join(root, 'src/build/release.js');
    const served = join(scratch, 'served');
    const { status, stderr } = spawnSync(process.execPath, [script, served], {
      cwd: project,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /npm test/);
    assert.equal(await readFile(join(scratch, 'said'), 'utf8'), 'tested ');
    await assert.rejects(readdir(served));
  });

  const servers = {
    'a static host, by _headers': () => serveByHeaders(folder),
    ...(hasNginx && { nginx: () => serveByNginx(folder, scratch) }),
  };
  for (const [name, serve] of Object.entries(servers))
    it(`is served by ${name}: for ever what never changes, shortly what does, to all sites`, async () => {
      const { url, close } = await serve();
      try {
        for (const [path, cached] of [
          ['/1.2.3/newsrack.js', /max-age=31536000, immutable$/],
          [`/1.2.3/${(await chunksOf(cdnFolder))[0]}`, /max-age=31536000, immutable$/],
          ['/1/newsrack.js', /max-age=300\b/],
          ['/1/manifest.json', /max-age=300\b/],
        ] as const) {
          const { status, headers } = await fetch(url + path);
          assert.equal(status, 200, path);
          assert.match(headers.get('cache-control')!, cached, path);
          assert.doesNotMatch(headers.get('cache-control')!, /max-age.*max-age/);
          assert.equal(headers.get('access-control-allow-origin'), '*');
          assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
          assert.equal(headers.get('x-content-type-options'), 'nosniff');
          if (path.endsWith('.js')) assert.match(headers.get('content-type')!, /javascript/);
          if (name === 'nginx') assert.equal(headers.get('content-encoding'), 'gzip', path);
        }
      } finally {
        close();
      }
    });
});
