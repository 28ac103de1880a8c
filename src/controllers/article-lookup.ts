import type { Article } from '../model/article.js';
import { openPublisher } from '../publishers/open.js';
import type { ArticleReference, Source } from '../publishers/publisher.js';
import type { AskOptions } from './resource.js';

/** Which article, and where it is to be looked up. */
export interface ArticleQuestion {
  source: Source;
  reference: ArticleReference;
}

export async function lookUpArticle(
  { source, reference }: ArticleQuestion,
  options: AskOptions,
): Promise<Article> {
  return (await openPublisher(source, options)).article(reference, options);
}
