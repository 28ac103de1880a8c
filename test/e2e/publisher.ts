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
  /** Publishes an article, as its editor would. */
  publish(article: { title: string; content?: string }): Promise<{ id: number; link: string }>;
}

interface Options {
  commentFlood?: boolean;
  newsletterTries?: number;
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
    Object.assign(publisher, { url: own.url, ids: own.ids });
    stop = () => own.stop();
  });
  after(() => stop());

  return publisher;
}

/** The demo's WordPress as it was seeded, for one file that writes. To be called once, at the top of the file. */
export function useOwnPublisher(options: Options = {}): OwnPublisher {
  const publisher = {} as OwnPublisher;
  before(async () => {
    const own = await start({ ...options, port: port + 1 });
    Object.assign(publisher, own, { publish: (article: object) => publish(own.url, article) });
    await publisher.reset();
  });
  after(() => publisher.stop());
  return publisher;
}

/** The editor's way: log in, take the nonce that belongs to the session, write over REST. */
async function publish(url: string, article: object) {
  const login = await fetch(`${url}/wp-login.php`, {
    method: 'POST',
    body: new URLSearchParams({ log: 'admin', pwd: 'password', testcookie: '1' }),
    headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    redirect: 'manual',
  });
  const cookie = login.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const nonce = await fetch(`${url}/wp-admin/admin-ajax.php?action=rest-nonce`, {
    headers: { cookie },
  });
  const answer = await fetch(`${url}/wp-json/wp/v2/posts`, {
    method: 'POST',
    headers: {
      cookie,
      'content-type': 'application/json',
      'x-wp-nonce': await nonce.text(),
    },
    body: JSON.stringify({ status: 'publish', ...article }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: number; link: string };
}
