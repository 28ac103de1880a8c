import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { OpenCommentStore, OpenPublisher, SendToNewsletter } from '../../src/adapters.js';
import type * as Testing from '../../src/testing/index.js';
import { gazette, samples } from '../docs/documents.js';

/** From the built package by its name; types are checked before there is one. */
const builtTests: string = 'newsrack/testing';
const { commentStoreTests, newsletterTests, publisherTests } = (await import(
  builtTests
)) as typeof Testing;

type Answer = object | number | undefined;

/** The Gazette's stories, as the guide imagines them. */
function stories(base: string, { pathname, searchParams }: URL): Answer {
  const all = [1, 2, 3, 4, 5, 6].map((number) => ({
    number,
    address: `${base}/trade/${number}`,
    title: `Ports &amp; people, <em>part ${number}</em>`,
    lead: 'One crane.',
    html: '<p>One new crane.</p>',
    written: `2026-10-${20 - number}T08:00:00Z`,
    section: number % 2 ? 'trade' : 'water',
  }));
  const [, one] = /^\/stories\/(.+)\.json$/.exec(pathname) ?? [];
  if (one) return all.find(({ number }) => String(number) === one);
  const list = (name: string) => searchParams.get(name)!.split(',').filter(Boolean);
  const [sections, without] = [list('sections'), list('without')];
  const left = all.filter(
    ({ number, section }) =>
      !without.includes(String(number)) && (!sections.length || sections.includes(section)),
  );
  const from = Number(searchParams.get('from'));
  const end = from + Number(searchParams.get('count'));
  return { stories: left.slice(from, end), more: end < left.length };
}

/** Letters to the Gazette: three about story 41, of which the first was answered, none about another one. */
function letters({ pathname, searchParams }: URL): Answer {
  const all = [1, 2, 3, 4].map((number) => ({
    number,
    answers: number === 4 ? 1 : undefined,
    signed: 'D&#8217;Arcy',
    html: '<p>It was raining.</p>',
    written: `2026-10-1${number}T08:00:00Z`,
    held: false,
  }));
  if (!pathname.endsWith('/41.json')) return { letters: [], count: 0, more: false };
  const roots = all.filter(({ answers }) => !answers);
  if (searchParams.get('order') === 'newest') roots.reverse();
  const from = Number(searchParams.get('from'));
  const end = from + Number(searchParams.get('count'));
  const page = roots.slice(from, end);
  return {
    letters: all.filter(({ number, answers }) =>
      page.some((root) => root.number === (answers ?? number)),
    ),
    count: all.length,
    more: end < roots.length,
  };
}

/** What is sent to the Gazette: addresses and letters. */
function taken({ pathname }: URL, sent: URLSearchParams): Answer {
  if (pathname === '/letters') return sent.get('email')!.includes('@') ? { known: false } : 422;
  if (pathname === '/letters/closed.json') return 403;
  return {
    number: 9,
    signed: sent.get('author'),
    html: sent.get('typed'),
    written: '2026-10-20T08:00:00Z',
    held: true,
  };
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const part of request) body += String(part);
  return new URLSearchParams(body);
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

describe('the adapters that the guide shows', () => {
  let folder: string;
  let open: OpenPublisher;
  let send: SendToNewsletter;
  let openLetters: OpenCommentStore;
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url!, 'http://gazette.example');
      const answer =
        request.method === 'POST'
          ? taken(url, await bodyOf(request))
          : url.pathname.startsWith('/letters')
            ? letters(url)
            : stories(addressOf(server), url);
      const status = typeof answer === 'number' ? answer : answer ? 200 : 404;
      response.writeHead(status).end(JSON.stringify(answer));
    })();
  });
  const url = () => addressOf(server);

  const sampleWith = async (text: string) =>
    (await samples('js')).find(({ code }) => code.includes(text))!.code;

  /** Writes a sample to a file beside the package, and imports it. */
  async function module<T>(name: string, code: string): Promise<T> {
    const file = join(folder, name);
    await writeFile(file, code);
    return (await import(pathToFileURL(file).href)) as T;
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-guide-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(join(import.meta.dirname, '../..'), join(folder, 'node_modules/newsrack'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    ({ openGazette: open } = await module<{ openGazette: OpenPublisher }>(
      'gazette.js',
      await gazette(),
    ));
    ({ sendToGazette: send } = await module<{ sendToGazette: SendToNewsletter }>(
      'newsletter.js',
      await sampleWith('registerNewsletter'),
    ));
    ({ openGazetteLetters: openLetters } = await module<{ openGazetteLetters: OpenCommentStore }>(
      'letters.js',
      await sampleWith('registerCommentStore'),
    ));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  for (const { name, run } of publisherTests({
    open: () => open({ url: url() }),
    missingId: '999999',
    get missingUrl() {
      return `${url()}/never-written`;
    },
    filters: { 'a section': { categories: ['trade'] } },
  }))
    it(`publisher: ${name}`, run);

  let last = 0;
  const newsletter = (base: string) => ({
    provider: 'x-gazette' as const,
    action: `${base}/letters`,
    list: ['tests'],
    tags: [],
  });
  for (const { name, run } of newsletterTests({
    send: (...of) => send(...of),
    get newsletter() {
      return newsletter(url());
    },
    newAddress: () => `reader-${++last}@readers.example`,
    welcome: 'confirm',
    refused: 'nobody',
    unreachable: newsletter('http://127.0.0.1:1'),
  }))
    it(`newsletter: ${name}`, run);

  const thread = (id: string) => openLetters({ source: undefined, article: { id }, url: url() });
  for (const { name, run } of commentStoreTests({
    open: () => thread('41'),
    openEmpty: () => thread('42'),
  }))
    it(`comments: ${name}`, run);

  it('comments: writes one, which waits, and says that another article takes none', async () => {
    const comment = { author: 'Ana', email: 'ana@readers.example', text: 'Rain.', key: 'k' };
    const writer = async (id: string) => await (await thread(id)).writer!();
    const sent = await (await writer('41')).send(comment);
    assert.equal('comment' in sent && sent.comment?.status, 'pending');
    assert.deepEqual(await (await writer('closed')).send(comment), { refusal: 'closed' });
  });

  it('has a file of tests that Node runs', async () => {
    const code = (await sampleWith('for (const { name, run } of publisherTests')).replaceAll(
      'https://gazette.example',
      url(),
    );
    await writeFile(join(folder, 'gazette.test.js'), code);
    // Else it would report to this runner.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--test', '--test-reporter=tap', 'gazette.test.js'],
      { cwd: folder, env },
    );
    assert.match(stdout, /^# pass \d\d/m);
    assert.match(stdout, /^# fail 0$/m);
  });
});
