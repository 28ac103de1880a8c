import { after, before } from 'node:test';
import type { Publisher } from '../e2e/publisher.js';

/** Newsrack's own site as `npm start` serves it. To be called once, at the top of a file; `url` is there when tests run. */
export function useSite(publisher?: Publisher): { url: string } {
  const site = { url: '' };
  let stop = () => Promise.resolve();
  before(async () => {
    const module = new URL('../../demo/partner/server.js', import.meta.url).href;
    const { startPartner } = (await import(module)) as {
      startPartner(options: object): Promise<{ url: string; stop(): Promise<void> }>;
    };
    const server = await startPartner({
      port: 0,
      publisherUrl: publisher?.url ?? 'https://publisher.example',
      articles: publisher?.ids['articles'],
      authors: publisher?.ids['authors'],
    });
    site.url = `${server.url}/site/`;
    stop = () => server.stop();
  });
  after(() => stop());
  return site;
}
