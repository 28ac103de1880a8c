import { openSource } from '../../src/server/open-source.js';
import { startOrigin, type Answer } from '../origin.js';
import { conformance } from './conformance.js';

const writers = ['Ana Núñez', 'Ben Okri', 'Li Wei'];
const topics = ['Ports & Rail', 'Weather & Roads', 'Trade'];

const escaped = (value: unknown) =>
  (typeof value === 'string' ? value : JSON.stringify(value))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;');
const fields = (record: unknown) =>
  Object.entries(record ?? {})
    .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
    .join('');

const atomFields = ({ id, link, title, summary, content, published, author, category }: Entry) =>
  `<id>${escaped(id)}</id><link href="${escaped(link)}"/><title>${escaped(title)}</title><summary>${escaped(summary)}</summary><content type="html">${escaped(content)}</content><published>${escaped(published)}</published><author><name>${escaped(author)}</name></author><category term="${escaped(category).replace(/"/g, '&quot;')}"/>`;

interface Entry {
  [field: string]: unknown;
}

interface Format {
  feed(items: string): string;
  item(record: Entry): string;
  /** An article in the format's fields. */
  record(article: {
    id: string;
    url: string;
    title: string;
    excerpt: string;
    body: string;
    author: string;
    topic: string;
  }): Entry;
}

const formats: Record<string, Format> = {
  'RSS 2.0': {
    feed: (items) =>
      `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Daily</title><link>https://daily.example/</link>${items}</channel></rss>`,
    item: (record) => `<item>${fields(record)}</item>`,
    record: ({ id, url, title, excerpt, body, author, topic }) => ({
      guid: id,
      link: url,
      title: title.replace('&', '&amp;'),
      description: excerpt.replace('<', '&lt;'),
      'content:encoded': body,
      pubDate: 'Fri, 01 Mar 2024 10:00:00 GMT',
      'dc:creator': author,
      category: topic,
    }),
  },
  'RSS 1.0': {
    feed: (items) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://daily.example/"><title>Daily</title></channel>${items}</rdf:RDF>`,
    item: ({ about, ...record }) =>
      `<item rdf:about="${escaped(about).replace(/"/g, '&quot;')}">${fields(record)}</item>`,
    record: ({ id, url, title, excerpt, body, author, topic }) => ({
      about: id,
      link: url,
      title: title.replace('&', '&amp;'),
      description: excerpt.replace('<', '&lt;'),
      'content:encoded': body,
      'dc:date': '2024-03-01T10:00:00Z',
      'dc:creator': author,
      'dc:subject': topic,
    }),
  },
  'Atom 1.0': {
    feed: (items) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily</title>${items}</feed>`,
    item: (record) => `<entry>${atomFields(record)}</entry>`,
    record: ({ id, url, title, excerpt, body, author, topic }) => ({
      id,
      link: url,
      title,
      summary: excerpt,
      content: body,
      published: '2024-03-01T10:00:00Z',
      author,
      category: topic,
    }),
  },
};

for (const [name, { feed, item, record }] of Object.entries(formats))
  conformance(name, {
    async start(count) {
      const origin = await startOrigin();
      const articles = [...new Array(count).keys()].map((place) => ({
        id: `story-${place}`,
        url: `${origin.url}/2024/story-${place}/`,
        headline: `Story ${place} & more`,
        excerpt: 'In short. Tea & toast for <everyone>.',
        kicker: topics[place % 3]!,
        authors: [{ name: writers[place % 3]! }],
      }));
      const records = articles.map(({ id, url, headline, excerpt, kicker, authors }) =>
        record({
          id,
          url,
          title: headline,
          excerpt,
          body: '<p>At length.</p>',
          author: authors[0]!.name,
          topic: kicker,
        }),
      );
      origin.route('/feed.xml', () => ({ body: feed(records.map(item).join('')) }));
      return {
        origin,
        source: { url: `${origin.url}/feed.xml`, type: 'rss' },
        articles,
        asked: () => origin.requests,
        data: '/feed.xml',
        record: records[0] ?? {},
      };
    },
    open: openSource,
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
        query: { authorId: 'Li Wei' },
        among: ({ authors }) => authors[0]!.name === 'Li Wei',
      },
      'articles with words in them': {
        query: { search: 'STORY 1' },
        among: ({ headline }) => headline.includes('Story 1'),
      },
    },
    author: { id: 'Ben Okri', name: 'Ben Okri', bio: /^$/ },
    stranger: 'Nobody',
    nowhere: 'story-99',
    hasTagsAsText: true,
    listOf: (items) => ({ items }),
    answerOf: (records): Answer => ({
      body: Array.isArray(records)
        ? feed(records.map((each) => `<item>${fields(each)}</item>`).join(''))
        : feed('').replace(/<channel.*<\/channel>|<title.*<\/title>/, '') + escaped(records),
    }),
    isSilent: true,
  });
