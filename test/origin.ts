import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What the origin says to one request; plain data, so that a test in the browser can send it here. */
export interface Answer {
  /** 200 when left out. */
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is; HTML unless `headers` name another type. */
  body?: string | Uint8Array;
  /** Milliseconds until the answer begins. */
  delay?: number;
  /** Never answer; the connection stays open. */
  silent?: boolean;
  /** Cut the connection: before the answer, or after half of the body. */
  reset?: 'before' | 'midway';
  /** The asking origin is allowed to read the answer, as WordPress does; `false` leaves the CORS headers out. */
  cors?: boolean;
}

/** One request as it arrived. */
export interface Received {
  method: string;
  /** Path and query as sent. */
  url: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  /** The other side went away before it had the whole answer. */
  aborted: boolean;
}

export type Handler = (request: Received) => Answer | Promise<Answer>;

/** A path (`/a`), the start of paths (`/a/*`), or a pattern for path and query. */
export type Route = string | RegExp;

export interface Origin {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** `http://localhost:PORT`: the same server as another site. */
  otherUrl: string;
  /** What browsers ask before a request that needs leave is not among them. */
  requests: Received[];
  preflights: Received[];
  /** Answers in turn; the last one stays. A later route wins over an earlier one. */
  route(route: Route, ...answers: (Answer | Handler)[]): void;
  /** Requests to this route wait, however they are answered then, until the returned function is called. */
  hold(route: Route): () => void;
  /** Resolves when so many requests to this route have come. */
  received(route: Route, count?: number): Promise<Received[]>;
  close(): Promise<void>;
}

export const html = (body: string, status = 200): Answer => ({ status, body });
export const json = (data: unknown, headers?: Record<string, string>): Answer => ({
  json: data,
  headers,
});

function matches(route: Route, { path, url }: Received): boolean {
  if (route instanceof RegExp) return route.test(url);
  return route.endsWith('*') ? path.startsWith(route.slice(0, -1)) : route === path;
}

function send(response: ServerResponse, request: Received, answer: Answer): void {
  if (answer.silent) return;
  if (answer.reset === 'before') {
    response.socket?.resetAndDestroy();
    return;
  }
  const body =
    answer.json === undefined
      ? Buffer.from(answer.body ?? '')
      : Buffer.from(JSON.stringify(answer.json));
  response.writeHead(answer.status ?? 200, {
    'content-type':
      answer.json === undefined ? 'text/html; charset=utf-8' : 'application/json; charset=UTF-8',
    'content-length': body.length,
    ...(answer.cors !== false && request.headers.origin
      ? {
          'access-control-allow-origin': request.headers.origin,
          'access-control-allow-credentials': 'true',
          'access-control-expose-headers': 'X-WP-Total, X-WP-TotalPages, Link',
          vary: 'Origin',
        }
      : {}),
    ...answer.headers,
  });
  if (answer.reset === 'midway') {
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () =>
      response.socket?.resetAndDestroy(),
    );
    return;
  }
  response.end(body);
}

/** The leave to send something that a plain form could not, as far as the next answer may be read. */
function preflight(
  request: Received,
  response: ServerResponse,
  next: Answer | Handler | undefined,
): void {
  const isOpen = !next || typeof next === 'function' || next.cors !== false;
  response.writeHead(isOpen ? 204 : 403, {
    vary: 'Origin',
    ...(isOpen && {
      'access-control-allow-origin': request.headers.origin,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': request.headers['access-control-request-headers'],
    }),
  });
  response.end();
}

/** A page remembers for a while what a server said: its port is no other server's afterwards. */
const usedPorts = new Set<number>();

/** Listens at this port, or at one that no origin has had. */
async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  if (port || !usedPorts.has(taken)) {
    usedPorts.add(taken);
    return taken;
  }
  await new Promise((resolve) => server.close(resolve));
  return listen(server, port);
}

/** A web server whose every answer the test decides. Unknown paths get a 404 of HTML. */
export async function startOrigin({ port = 0 } = {}): Promise<Origin> {
  const requests: Received[] = [];
  const preflights: Received[] = [];
  const routes: { route: Route; answers: (Answer | Handler)[] }[] = [];
  const held = new Map<Route, Promise<void>>();
  const watchers = new Set<() => void>();

  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const url = message.url ?? '/';
      const { pathname, searchParams } = new URL(url, 'http://origin');
      const request: Received = {
        method: message.method ?? 'GET',
        url,
        path: pathname,
        query: searchParams,
        headers: message.headers,
        body: Buffer.concat(chunks).toString(),
        aborted: false,
      };
      response.on('close', () => {
        request.aborted = !response.writableFinished;
        for (const watcher of watchers) watcher();
      });
      if (request.method === 'OPTIONS' && request.headers['access-control-request-method']) {
        preflights.push(request);
        void answer(request, response);
        return;
      }
      requests.push(request);
      for (const watcher of watchers) watcher();
      void answer(request, response);
    });
  });

  async function answer(request: Received, response: ServerResponse) {
    const known = routes.findLast(({ route }) => matches(route, request));
    if (preflights.includes(request)) return preflight(request, response, known?.answers[0]);
    const next = known && (known.answers.length > 1 ? known.answers.shift() : known.answers[0]);
    const found = typeof next === 'function' ? await next(request) : next;
    for (const [route, released] of held) if (matches(route, request)) await released;
    if (found?.delay) await pause(found.delay, undefined, { ref: false });
    if (!response.destroyed) send(response, request, found ?? html('<h1>Not found</h1>', 404));
  }

  // A test that keeps this process busy for seconds would find its idle connections closed when it asks again.
  server.keepAliveTimeout = 0;
  const taken = await listen(server, port);

  return {
    url: `http://127.0.0.1:${taken}`,
    otherUrl: `http://localhost:${taken}`,
    requests,
    preflights,
    route: (route, ...answers) => void routes.push({ route, answers }),
    hold(route) {
      let release!: () => void;
      held.set(route, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(route);
        release();
      };
    },
    received: (route, count = 1) =>
      new Promise((resolve) => {
        const look = () => {
          const found = requests.filter((request) => matches(route, request));
          if (found.length < count) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
