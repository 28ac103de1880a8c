import { startWordPress } from '../wordpress-api.js';
import { conformance } from './conformance.js';

const decoded = (markup: string) =>
  markup
    .replace(/&#8211;/g, '–')
    .replace(/&#8217;/g, '’')
    .replace(/&amp;/g, '&');

conformance('WordPress', {
  async start(posts) {
    const site = await startWordPress({ posts });
    return {
      origin: site,
      source: { url: site.url },
      articles: site.posts.map(({ id, link, title, _embedded }) => ({
        id: `${id}`,
        url: link,
        headline: decoded(title.rendered),
        kicker: decoded((_embedded['wp:term'] as { name: string }[][])[0]![0]!.name),
        authors: (_embedded['author'] as { name: string }[]).map(({ name }) => ({
          name: decoded(name),
        })),
      })),
      asked: site.dataRequests,
      // Both addresses of its API: one would stand in for the other.
      data: /wp-json|rest_route/,
      record: site.posts[0]!,
    };
  },
  filters: {
    'a category': {
      query: { categories: ['topic-2'] },
      among: ({ kicker }) => kicker === 'Trade',
    },
    'categories by id': {
      query: { categories: ['1', '3'] },
      among: ({ kicker }) => kicker !== 'Trade',
    },
    'an author': {
      query: { authorId: '3' },
      among: ({ authors }) => authors[0]!.id === '3',
    },
    'articles with a word in it': {
      query: { search: 'software' },
      among: ({ headline }) => headline.includes('Software'),
    },
  },
  author: { id: '2', name: 'Tom O’Hara & Sons', bio: /^Writes about <em>/ },
  stranger: '77',
  nowhere: '99999',
  listOf: (posts) => posts,
  gated: {
    change: {
      excerpt: { rendered: '', protected: true },
      content: { rendered: '', protected: true },
    },
    access: 'protected',
  },
});
