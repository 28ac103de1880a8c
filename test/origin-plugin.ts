import type { Answer, Origin, Received, Route } from './origin.js';
import { startOrigin } from './origin.js';
import type { Comment } from './wordpress-comments.js';
import { startWordPress, type SiteOptions } from './wordpress-api.js';

/** A route in a message: patterns travel as their source. */
export type SentRoute = { path: string } | { pattern: string };

export type SentRequest = Omit<Received, 'query'> & { query: [string, string][] };

export type OriginCommand =
  | { do: 'start'; kind: 'plain'; port?: number }
  | { do: 'start'; kind: 'wordpress'; options: SiteOptions }
  | { do: 'route'; id: number; route: SentRoute; answers: Answer[] }
  | { do: 'hold'; id: number; route: SentRoute }
  | { do: 'release'; id: number; hold: number }
  | { do: 'requests'; id: number }
  | { do: 'received'; id: number; route: SentRoute; count: number }
  | { do: 'comments'; id: number }
  | { do: 'close'; id: number };

const asRoute = (sent: SentRoute): Route => ('path' in sent ? sent.path : new RegExp(sent.pattern));

const asSent = (request: Received): SentRequest => ({ ...request, query: [...request.query] });

/**
 * Web Test Runner's side of test/browser-origin.ts: each origin that a test in the browser asks for is a web server of
 * its own, so that nothing is shared between tests.
 */
export function originPlugin() {
  const origins = new Map<
    number,
    { origin: Origin; comments?: Comment[]; releases: (() => void)[] }
  >();
  let last = 0;

  async function execute(command: OriginCommand): Promise<unknown> {
    if (command.do === 'start') {
      const site = command.kind === 'wordpress' ? await startWordPress(command.options) : undefined;
      const origin =
        site ?? (await startOrigin({ port: command.kind === 'plain' ? command.port : 0 }));
      origins.set(++last, { origin, comments: site?.comments, releases: [] });
      return { id: last, url: origin.url, otherUrl: origin.otherUrl, posts: site?.posts };
    }
    const known = origins.get(command.id);
    if (!known) throw new Error('This origin is closed.');
    const { origin, releases } = known;
    switch (command.do) {
      case 'route':
        return origin.route(asRoute(command.route), ...command.answers);
      case 'hold':
        return releases.push(origin.hold(asRoute(command.route))) - 1;
      case 'release':
        return releases[command.hold]?.();
      case 'requests':
        return origin.requests.map(asSent);
      case 'received':
        return (await origin.received(asRoute(command.route), command.count)).map(asSent);
      case 'comments':
        return known.comments;
      case 'close':
        origins.delete(command.id);
        return origin.close();
    }
  }

  return {
    name: 'newsrack-origin',
    async executeCommand({ command, payload }: { command: string; payload?: unknown }) {
      if (command !== 'origin') return undefined;
      return (await execute(payload as OriginCommand)) ?? true;
    },
    async serverStop() {
      await Promise.all([...origins.values()].map(({ origin }) => origin.close()));
    },
  };
}
