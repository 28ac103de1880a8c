import { after, before } from 'node:test';

export interface Publisher {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** Ids of posts, users and comments by a readable key. */
  ids: Record<string, Record<string, { id: number; url: string }>>;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  date: string;
}

/** A WordPress that belongs to one test file, which may write into it. */
export interface OwnPublisher extends Publisher {
  /** What it would have sent, the newest first. */
  mails(): Promise<Mail[]>;
  /** Puts back what was there at first. */
  reset(): Promise<void>;
  stop(): Promise<void>;
  /** After a stop, with what has been written. */
  restart(): Promise<void>;
}

interface Options {
  commentFlood?: boolean;
  newsletterTries?: number;
  /** The page that "Embed this" beside each article opens. */
  builder?: string;
}

const port = Number(process.env['NEWSRACK_TEST_PUBLISHER_PORT'] ?? 8083);

async function start(options: Options & { port: number }): Promise<OwnPublisher> {
  const module = new URL('../../demo/publisher/publisher.js', import.meta.url).href;
  const { startPublisher } = (await import(module)) as {
    startPublisher(options: object): Promise<OwnPublisher>;
  };
  return startPublisher({ ...options, log: console.warn });
}

/**
 * The demo's real WordPress: the one that `npm test` has started for all files, or one that is started for this file.
 * Tests read from it; those that write call useOwnPublisher. To be called once, at the top of the file.
 */
export function usePublisher(): Publisher {
  const publisher = {} as Publisher;
  let stop = () => Promise.resolve();

  before(async () => {
    const shared = process.env['NEWSRACK_TEST_PUBLISHER'];
    if (shared) {
      Object.assign(publisher, JSON.parse(shared));
      return;
    }
    const own = await start({ port });
    await own.reset();
    Object.assign(publisher, { url: own.url, ids: own.ids });
    stop = () => own.stop();
  });
  after(() => stop());

  return publisher;
}

/** The demo's WordPress as it was seeded, for one file that writes. To be called once, at the top of the file. */
export function useOwnPublisher(options: Options = {}): OwnPublisher {
  const publisher = {
    async restart() {
      Object.assign(publisher, await start({ ...options, port: port + 1 }));
    },
  } as OwnPublisher;
  before(async () => {
    await publisher.restart();
    await publisher.reset();
  });
  after(() => publisher.stop());
  return publisher;
}
