import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { OpenPublisher } from '../../src/adapters.js';
import type * as Testing from '../../src/testing/index.js';
import { gazette } from '../docs/documents.js';

/** From the built package by its name; types are checked before there is one. */
const builtTests: string = 'newsrack/testing';
const { publisherTests } = (await import(builtTests)) as typeof Testing;

/** The Gazette, as the guide imagines it. */
function answer(server: Server, { pathname, searchParams }: URL): object | undefined {
  const { port } = server.address() as AddressInfo;
  const stories = [1, 2, 3, 4, 5, 6].map((number) => ({
    number,
    address: `http://127.0.0.1:${port}/trade/${number}`,
    title: `Ports &amp; people, <em>part ${number}</em>`,
    lead: 'One crane.',
    html: '<p>One new crane.</p>',
    written: `2026-10-${20 - number}T08:00:00Z`,
    section: number % 2 ? 'trade' : 'water',
  }));
  const [, one] = /^\/stories\/(.+)\.json$/.exec(pathname) ?? [];
  if (one) return stories.find(({ number }) => String(number) === one);
  const list = (name: string) => searchParams.get(name)!.split(',').filter(Boolean);
  const [sections, without] = [list('sections'), list('without')];
  const left = stories.filter(
    ({ number, section }) =>
      !without.includes(String(number)) && (!sections.length || sections.includes(section)),
  );
  const from = Number(searchParams.get('from'));
  const end = from + Number(searchParams.get('count'));
  return { stories: left.slice(from, end), more: end < left.length };
}

describe('the adapter that the guide shows', () => {
  let folder: string;
  let open: OpenPublisher;
  const server = createServer((request, response) => {
    const found = answer(server, new URL(request.url!, 'http://gazette.example'));
    response.writeHead(found ? 200 : 404).end(JSON.stringify(found));
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsrack-guide-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(join(import.meta.dirname, '../..'), join(folder, 'node_modules/newsrack'));
    const file = join(folder, 'gazette.mjs');
    await writeFile(file, await gazette());
    const module = (await import(pathToFileURL(file).href)) as { openGazette: OpenPublisher };
    open = module.openGazette;
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
    it(name, run);
});
