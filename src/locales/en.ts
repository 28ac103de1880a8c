import type { Strings } from './strings.js';

const articles = (count: number) => (count === 1 ? 'article' : 'articles');

const en: Strings = {
  by: (names) => `By ${names}`,
  untitled: 'Untitled',
  empty: 'No articles yet.',
  more: 'More articles',
  moreShown: (count) => `${count} more ${articles(count)} shown`,
  noMore: 'No more articles',
  waiting: (count) => `Show ${count} new ${articles(count)}`,
  moreFromAuthor: 'More from this author',
  loading: 'Loading',
  unreachable: 'This content could not be reached.',
  missing: 'This content is not available.',
  failed: 'This content could not be shown.',
  retry: 'Try again',
};

export default en;
