import { startOrigin } from '../origin.js';
import { conformance } from './conformance.js';

const writers = ['Ana Núñez', 'Ben Okri', 'Li Wei'];
const topics = ['Ports & Rail', 'Weather & Roads', 'Trade'];

conformance('A JSON Feed', {
  isAddressless: true,
  async start(count) {
    const origin = await startOrigin();
    // As a snapshot writes them.
    const items = [...new Array(count).keys()].map((place) => ({
      id: `story-${place}`,
      url: `${origin.url}/2024/story-${place}/`,
      title: `Story ${place} & more`,
      summary: 'In short. Tea & toast for <everyone>.',
      content_html: '<p>At length.</p>',
      image: `${origin.url}/${place}.jpg`,
      date_published: '2024-03-01T10:00:00Z',
      date_modified: '2024-03-02T10:00:00Z',
      language: 'en',
      authors: [{ name: writers[place % 3], url: `${origin.url}/by/${place % 3}/` }],
      tags: [topics[place % 3]],
      _newsrack: {
        kicker: topics[place % 3],
        access: 'public',
        commentsOpen: true,
        image: { alt: 'A picture', width: 300, height: 200 },
        authors: [{ id: `${place % 3}`, bio: 'Writes about <em>all</em> of it.' }],
      },
    }));
    origin.route('/feed.json', () => ({
      json: { version: 'https://jsonfeed.org/version/1.1', title: 'Daily', items },
    }));
    return {
      origin,
      source: { url: `${origin.url}/feed.json`, type: 'json-feed' },
      articles: items.map(({ id, url, title, summary, image, authors, tags }) => ({
        id,
        url,
        headline: title,
        excerpt: summary,
        kicker: tags[0],
        image: {
          url: image,
          alt: 'A picture',
          width: 300,
          height: 200,
          caption: undefined,
          credit: undefined,
          sources: undefined,
        },
        access: 'public',
        commentsOpen: true,
        authors: authors.map(({ name }) => ({ name: name! })),
      })),
      asked: () => origin.requests,
      data: '/feed.json',
      record: items[0] ?? {},
    };
  },
  filters: {
    'a category': {
      query: { categories: ['weather-roads'] },
      among: ({ kicker }) => kicker === topics[1],
    },
    'tags by name': {
      query: { tags: ['Ports & Rail', 'trade'] },
      among: ({ kicker }) => kicker !== topics[1],
    },
    'an author': {
      query: { authorId: '2' },
      among: ({ authors }) => authors[0]!.name === 'Li Wei',
    },
    'articles with words in them': {
      query: { search: 'STORY 1' },
      among: ({ headline }) => headline.includes('Story 1'),
    },
  },
  author: { id: '1', name: 'Ben Okri', bio: /^Writes about <em>/ },
  stranger: '77',
  nowhere: 'story-99',
  hasTagsAsText: true,
  listOf: (items) => ({ version: 'https://jsonfeed.org/version/1.1', items }),
  gated: { change: { _newsrack: { access: 'members' }, content_html: '' }, access: 'members' },
});
