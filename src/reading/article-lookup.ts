import type { Article } from '../model/article.js';
import { openPublisher } from '../publishers/open.js';
import type { ArticleReference, ReadOptions, Source } from '../publishers/publisher.js';

/** Which article, and where it is to be looked up. */
export interface ArticleQuestion {
  source: Source;
  reference: ArticleReference;
}

export async function lookUpArticle(
  { source, reference }: ArticleQuestion,
  options: ReadOptions,
): Promise<Article> {
  return (await openPublisher(source, options)).article(reference, options);
}
