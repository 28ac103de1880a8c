/**
 * test/origin.ts and test/wordpress-api.ts for tests that run in the browser: the same names, every method asynchronous.
 * Each origin is a server of its own on another port, so requests to it are cross-origin; all close after the test.
 */
import { executeServerCommand } from '@web/test-runner-commands';
import type { Answer, Received, Route } from './origin.js';
import type { OriginCommand, SentRequest, SentRoute } from './origin-plugin.js';
import type { Comment } from './wordpress-comments.js';
import type { Post, SiteOptions } from './wordpress-api.js';

export type { Answer } from './origin.js';

export interface BrowserOrigin {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** Answers in turn; the last one stays. A later route wins over an earlier one. */
  route(route: Route, ...answers: Answer[]): Promise<void>;
  /** Requests to this route wait, however they are answered then, until the returned function is called. */
  hold(route: Route): Promise<() => Promise<void>>;
  requests(): Promise<Received[]>;
  /** Resolves when so many requests to this route have come. */
  received(route: Route, count?: number): Promise<Received[]>;
  close(): Promise<void>;
}

export interface BrowserSite extends BrowserOrigin {
  posts: Post[];
  /** As the site has them now, those that wait included. */
  comments(): Promise<Comment[]>;
  /** Requests for data, images and pages left out. */
  dataRequests(): Promise<Received[]>;
}

const command = <T>(payload: OriginCommand): Promise<T> =>
  // It is sent as JSON, which leaves absent members out.
  executeServerCommand('origin', payload as never);

const asSent = (route: Route): SentRoute =>
  typeof route === 'string' ? { path: route } : { pattern: route.source };

const asReceived = (request: SentRequest): Received => ({
  ...request,
  query: new URLSearchParams(request.query),
});

const open = new Set<BrowserOrigin>();

afterEach(() => Promise.all([...open].map((origin) => origin.close())));

function connect(id: number, url: string): BrowserOrigin {
  const origin: BrowserOrigin = {
    url,
    async route(route, ...answers) {
      await command({ do: 'route', id, route: asSent(route), answers });
    },
    async hold(route) {
      const hold = await command<number>({ do: 'hold', id, route: asSent(route) });
      return () => command({ do: 'release', id, hold });
    },
    requests: async () => (await command<SentRequest[]>({ do: 'requests', id })).map(asReceived),
    received: async (route, count = 1) =>
      (await command<SentRequest[]>({ do: 'received', id, route: asSent(route), count })).map(
        asReceived,
      ),
    async close() {
      if (open.delete(origin)) await command({ do: 'close', id });
    },
  };
  open.add(origin);
  return origin;
}

interface Started {
  id: number;
  url: string;
  posts: Post[];
}

/** A web server whose every answer the test decides; on the port of one that has closed, if that is given. */
export async function startOrigin(port?: number): Promise<BrowserOrigin> {
  const { id, url } = await command<Started>({ do: 'start', kind: 'plain', port });
  return connect(id, url);
}

/** A WordPress site of the outside world; see test/wordpress-api.ts. */
export async function startWordPress(options: SiteOptions = {}): Promise<BrowserSite> {
  const { id, url, posts } = await command<Started>({ do: 'start', kind: 'wordpress', options });
  const origin = connect(id, url);
  return {
    ...origin,
    url,
    posts,
    comments: () => command({ do: 'comments', id }),
    dataRequests: async () =>
      (await origin.requests()).filter((request) => /wp-json|rest_route/.test(request.url)),
  };
}
