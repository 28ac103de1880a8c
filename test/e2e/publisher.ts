import { after, before } from 'node:test';

export interface Publisher {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** Ids of posts, users and comments by a readable key. */
  ids: Record<string, Record<string, { id: number; url: string }>>;
}

/**
 * The demo's real WordPress: the one that `npm test` has started for all files, or one that is started for this file.
 * Tests read from it; one that writes starts its own. To be called once, at the top of the file.
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
    const module = new URL('../../demo/publisher/publisher.js', import.meta.url).href;
    const { startPublisher } = (await import(module)) as {
      startPublisher(options: object): Promise<Publisher & { stop(): Promise<void> }>;
    };
    const own = await startPublisher({ port: 8083, log: console.warn });
    Object.assign(publisher, { url: own.url, ids: own.ids });
    stop = () => own.stop();
  });
  after(() => stop());

  return publisher;
}
