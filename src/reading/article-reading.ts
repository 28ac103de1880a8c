import { plain } from '../html/plain.js';
import type { Article } from '../model/article.js';
import { openPublisher } from '../publishers/open.js';
import type { ArticleQuestion } from './article-lookup.js';
import { completeAuthors } from './author-lookup.js';
import type { ReadOptions } from '../publishers/publisher.js';

/** An article with its body, and what its authors say of themselves, which may come later. */
export interface Reading {
  article: Article;
  authors?: Promise<Article['authors']>;
}

export async function readArticle(
  { source, reference }: ArticleQuestion,
  withAuthors: boolean,
  options: ReadOptions,
): Promise<Reading> {
  const publisher = await openPublisher(source, options);
  const article = await publisher.article(reference, { ...options, body: true });
  return {
    article,
    authors: withAuthors ? completeAuthors(publisher, article.authors, options) : undefined,
  };
}

/** Words that an adult reads in a minute, in the languages that put spaces between them. */
const PACE = 230;

/** How long the markup of a body takes to read, in whole minutes, one at least. */
export function readingMinutes(body: string): number {
  const text = plain(body, (written) => written);
  return Math.max(1, Math.round(text.split(/\s+/).length / PACE));
}
