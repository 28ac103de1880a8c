import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { openPublisher } from '../../src/publishers/open.js';
import { startGhost, type GhostOptions, type GhostSite } from '../ghost-api.js';
import { html } from '../origin.js';
import { conformance } from './conformance.js';

conformance('Ghost', {
  async start(posts) {
    const site = await startGhost({ posts });
    return {
      origin: site,
      source: { url: site.source },
      articles: site.posts.map(({ id, url, title, tags, authors }) => ({
        id,
        url,
        headline: title,
        excerpt: 'What happened, in short. Tea & toast for <everyone>.',
        kicker: tags[0]!.name,
        authors: authors.map(({ name }) => ({ name })),
        access: 'public',
      })),
      asked: site.dataRequests,
      data: '/ghost/api/*',
      record: site.posts[0]!,
    };
  },
  filters: {
    'a category': {
      query: { categories: ['topic-2'] },
      among: ({ kicker }) => kicker === 'Weather & Roads',
    },
    'tags by id': {
      query: { tags: ['6b056b056b056b056b056b64', '6b056b056b056b056b056b66'] },
      among: ({ kicker }) => kicker !== 'Weather & Roads',
    },
    'tags of which one is named by its id': {
      query: { tags: ['topic-1', '6b056b056b056b056b056b66'] },
      among: ({ kicker }) => kicker !== 'Weather & Roads',
    },
    'a category with a tag': {
      query: { categories: ['topic-1', 'topic-2'], tags: ['Topic-2', 'topic-3'] },
      among: ({ kicker }) => kicker === 'Weather & Roads',
    },
    'an author': {
      query: { authorId: 'theo-okafor' },
      among: ({ authors }) => authors.some(({ name }) => name === 'Theo Okafor'),
    },
    'an author in a category': {
      query: { authorId: '6b056b056b056b056b056bc9', tags: ['topic-1'] },
      among: ({ authors, kicker }) => authors[0]!.name === 'Theo Okafor' && kicker === 'Town',
    },
    'titles with all these words': {
      query: { search: 'snow pass' },
      among: ({ headline }) => headline.startsWith('Snow'),
    },
  },
  author: { id: '1', name: 'Ilse Brandt', bio: /^Walks everywhere &amp; writes about &lt;it>\.$/ },
  stranger: '6b05ffffffffffffffffffff',
  nowhere: '6b05ffffffffffffffffffff',
  refused: ({ origin: { url } }) => [
    { source: { url, type: 'ghost' }, advice: /source-key/ },
    {
      source: { url, key: 'ffffffffffffffffffffffffff' },
      advice: /Unknown Content API Key.*source-key/,
    },
  ],
  listOf: (posts) => ({ posts }),
  hasTagsAsText: true,
  gated: { change: { visibility: 'paid' }, access: 'members' },
});

describe('A Ghost', () => {
  let site: GhostSite | undefined;
  afterEach(() => site?.close());
  const start = async (options?: GhostOptions) => (site = await startGhost(options));
  const notGhost = () => html('<!doctype html><title>Not found</title>', 404);

  it('is known by its key, in the address or beside it', async () => {
    const { source, url, key, posts } = await start();
    for (const given of [{ url: source }, { url, key }]) {
      const { articles } = await (await openPublisher(given)).articles({ limit: 1 });
      assert.equal(articles[0]!.id, posts[0]!.id);
    }
  });

  it('is asked for quotes as they are', async () => {
    const publisher = await openPublisher({ url: (await start()).source });
    const { articles } = await publisher.articles({ limit: 100, search: '“until \' " \\' });
    assert.deepEqual(articles, []);
  });

  it('may be in a folder: no search where the source says so', async () => {
    const { source, url, key, posts, requests } = await start({ folder: '/blog' });
    for (const address of [source, `${url}/ghost/api/content/?key=${key}`, `${url}/ghost/`]) {
      const publisher = await openPublisher({ url: address, key });
      const { articles } = await publisher.articles({ limit: 1 }, { fresh: true });
      assert.equal(articles[0]!.id, posts[0]!.id);
    }
    assert.ok(requests.every(({ path }) => path === '/blog/ghost/api/content/posts/'));
  });

  it('is found from the address of an article', async () => {
    const { key, posts, requests, route } = await start({ folder: '/blog' });
    route('/ghost/*', notGhost);
    const { url, id } = posts[3]!;
    const publisher = await openPublisher({ url, key });
    assert.equal((await publisher.article({ url })).id, id);
    assert.equal(requests.length, 2);
    assert.equal((await publisher.articles({ limit: 2 })).articles.length, 2);
  });

  it('is not there: one error, that tells the address without the key', async () => {
    const { key, url, route } = await start();
    route('/*', notGhost);
    const publisher = await openPublisher({ url: `${url}/some/page/?key=${key}` });
    await assert.rejects(
      publisher.articles({ limit: 2 }),
      ({ code, message }: Error & { code: string }) => {
        assert.equal(code, 'not-found');
        assert.match(message, /no Ghost Content API/);
        return !message.includes(key);
      },
    );
  });

  it('sends articles that cost about a kilobyte each', async () => {
    const { source, requests } = await start({ posts: 10 });
    await (await openPublisher({ url: source })).articles({ limit: 10 });
    const answer = await fetch(new URL(requests[0]!.url, source));
    const bytes = (await answer.arrayBuffer()).byteLength;
    assert.ok(bytes < 10 * 1536, `${bytes} bytes`);
  });

  it('serves its own pictures in sizes, and nobody else’s', async () => {
    const changes = { 1: { feature_image: 'https://images.example/content/images/a.jpg' } };
    const { source, url } = await start({ changes });
    const { articles } = await (await openPublisher({ url: source })).articles({ limit: 2 });
    const [own, other] = articles.map(({ image }) => image!);
    assert.equal(own!.sources![0]!.url, `${url}/content/images/size/w600/2026/10/picture-0.jpg`);
    assert.equal(own!.alt, 'Picture of The Ferry Runs Again on Sundays');
    assert.equal(other!.url, changes[1].feature_image);
    assert.equal(other!.sources, undefined);
  });

  it('cuts excerpts between words', async () => {
    const excerpt = 'A word, and then another one; '.repeat(30).slice(0, 500);
    const { source, posts } = await start({ changes: { 0: { excerpt } } });
    const article = await (await openPublisher({ url: source })).article({ id: posts[0]!.id });
    assert.match(article.excerpt!, / (A|word,|and|then|another|one;)…$/);
  });

  it('has links to sound and films, and nothing of their players', async () => {
    const player = (kind: string) =>
      `<div class="kg-${kind}-player-container">${kind === 'audio' ? '<audio src="/files/talk.mp3" preload="metadata"></audio><div class="kg-audio-title">A talk</div>' : ''}<div class="kg-${kind}-player"><button class="kg-${kind}-play-icon" aria-label="Play"><svg></svg></button><span class="kg-${kind}-current-time">0:00</span><div class="kg-${kind}-time">/<span class="kg-${kind}-duration">83.5</span></div><input type="range" class="kg-${kind}-seek-slider"><button class="kg-${kind}-playback-rate">1&#215;</button></div></div>`;
    const html = `<p>One</p><div class="kg-card kg-audio-card">${player('audio')}</div><figure class="kg-card kg-video-card"><div class="kg-video-container"><video src="https://cdn.example/film.mp4?v=1" poster="/p.jpg"></video><div class="kg-video-overlay"><button class="kg-video-large-play-icon"></button></div>${player('video')}</div><figcaption>A film</figcaption></figure>`;
    const { source, posts } = await start({ changes: { 0: { html } } });
    const publisher = await openPublisher({ url: source });
    const { body } = await publisher.article({ id: posts[0]!.id }, { body: true });
    assert.equal(
      body!.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
      ' One ▶ talk.mp3 A talk ▶ film.mp4 A film ',
    );
    assert.match(
      body!,
      /<a href="\/files\/talk.mp3">.*<a href="https:\/\/cdn.example\/film.mp4\?v=1">/,
    );
  });

  it('keeps tags for the newsroom off the page', async () => {
    const tags = [{ id: '5', slug: 'hash-x', name: '#x', visibility: 'internal' }];
    const { source } = await start({ changes: { 0: { tags } } });
    const { articles } = await (await openPublisher({ url: source })).articles({ limit: 1 });
    assert.equal(articles[0]!.kicker, undefined);
  });

  it('knows where its authors are otherwise', async () => {
    const { source } = await start();
    const { links, image, url } = await (
      await openPublisher({ url: source })
    ).author('ilse-brandt');
    assert.match(url!, /\/author\/ilse-brandt\/$/);
    assert.match(image!.url, /writer-0\.jpg$/);
    assert.deepEqual(
      links!.map(({ label, url }) => `${label} ${url}`),
      [
        'ilse.example https://ilse.example/',
        'Facebook https://www.facebook.com/ilse.brandt',
        'X https://x.com/ilsebrandt',
        'Mastodon https://towns.example/@ilse',
        'YouTube https://www.youtube.com/@ilse',
        'LinkedIn https://www.linkedin.com/in/ilse-brandt',
      ],
    );
  });

  it('says of one article whether readers may comment, and what its picture is', async () => {
    const { source, posts } = await start({ comments: false });
    const publisher = await openPublisher({ url: source });
    const { commentsOpen, image } = await publisher.article({ id: posts[0]!.id });
    assert.equal(commentsOpen, false);
    assert.match(image!.caption!, /^Photo: <a/);
  });
});
