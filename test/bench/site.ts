import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

export interface File {
  body: string | Uint8Array;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  /** The query as sent, with its question mark. */
  search: string;
  body: string;
}

/** A web server as a CDN would be set up: texts as brotli of quality 11, compressed once, with long caching. */
export interface Site {
  /** Of the pages: `http://localhost:PORT`. */
  url: string;
  /** The same server as another site, for publishers and back ends: `http://127.0.0.1:PORT`. */
  backEnd: string;
  /** Serves a page; its address. */
  page(name: string, markup: string): string;
  /** Serves what a function says to paths that begin so. The same request is always answered alike. */
  answer(start: string, answer: (asked: Asked) => File | undefined): void;
  file(path: string, file: File): void;
  folder(start: string, folder: string): void;
  close(): Promise<void>;
}

const isText = (type: string) => /text|json|svg|javascript/.test(type);

export async function startSite(): Promise<Site> {
  const answers: [start: string, answer: (asked: Asked) => File | Promise<File> | undefined][] = [];
  const ready = new Map<string, { file: File; bytes: Uint8Array; packed: boolean }>();

  async function find(asked: Asked) {
    const key = `${asked.method} ${asked.path}?${asked.query} ${asked.body.slice(0, 200)}`;
    const known = ready.get(key);
    if (known) return known;
    // The longest start wins.
    const [, answer] =
      answers
        .filter(([start]) => asked.path.startsWith(start))
        .sort(([one], [other]) => other.length - one.length)[0] ?? [];
    const file = (await answer?.(asked)) ?? {
      status: 404,
      body: `There is no ${asked.path}`,
      type: 'text/plain',
    };
    const bytes = Buffer.from(file.body as string);
    const packed = isText(file.type ?? types['.json']!) && bytes.length > 100;
    const made = {
      file,
      packed,
      bytes: packed
        ? await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
        : bytes,
    };
    ready.set(key, made);
    return made;
  }

  async function serve(message: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const { pathname, search, searchParams } = new URL(message.url ?? '/', 'http://site');
    const { origin } = message.headers;
    const cors: Record<string, string> = origin
      ? {
          'access-control-allow-origin': origin,
          'access-control-allow-credentials': 'true',
          'access-control-expose-headers': 'X-WP-Total, X-WP-TotalPages',
          'timing-allow-origin': '*',
        }
      : {};
    if (message.method === 'OPTIONS') {
      response.writeHead(204, {
        ...cors,
        'access-control-allow-methods': 'GET, POST, PUT',
        'access-control-allow-headers': message.headers['access-control-request-headers'] ?? '',
      });
      response.end();
      return;
    }
    const { file, bytes, packed } = await find({
      method: message.method ?? 'GET',
      path: pathname,
      query: searchParams,
      search,
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(file.status ?? 200, {
      'content-type': file.type ?? types['.json'],
      'content-length': bytes.length,
      'cache-control': 'public, max-age=31536000, immutable',
      ...(packed && { 'content-encoding': 'br' }),
      ...cors,
      ...file.headers,
    });
    response.end(bytes);
  }

  const server = createServer((message, response) => void serve(message, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  const site: Site = {
    url,
    backEnd: `http://127.0.0.1:${port}`,
    page(name, markup) {
      site.file(`/${name}`, { body: markup, type: types['.html'] });
      return `${url}/${name}`;
    },
    answer: (start, answer) => void answers.push([start, answer]),
    file: (path, file) =>
      void answers.push([path, (asked) => (asked.path === path ? file : undefined)]),
    folder: (start, folder) =>
      void answers.push([
        start,
        async ({ path }) => {
          const file = normalize(decodeURIComponent(path.slice(start.length)));
          try {
            return { body: await readFile(join(folder, file)), type: types[extname(file)] };
          } catch {
            return { status: 404, body: `There is no ${file}`, type: 'text/plain' };
          }
        },
      ]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}

export const script = (body: string): File => ({ body, type: types['.js'] });
export const json = (data: unknown, headers?: Record<string, string>): File => ({
  body: JSON.stringify(data),
  type: types['.json'],
  headers,
});
