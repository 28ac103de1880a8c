import type { ArticleStrings } from './strings.js';

const en: ArticleStrings = {
  originally: (publisher) => `Originally published by ${publisher}`,
  updated: (date) => `Updated ${date}`,
  readingTime: (minutes) => `${minutes} min read`,
  membersOnly: 'This article is for members of its publisher.',
  protected: 'This article is protected by a password.',
  readAt: (publisher) => `Read it at ${publisher}`,
  aboutAuthors: (count) => (count === 1 ? 'About the author' : 'About the authors'),
  table: 'Table',
};

export default en;
