import type { Age, Article, Author } from '../model/article.js';
import { openPublisher } from '../publishers/open.js';
import type { ArticleReference, Publisher, ReadOptions, Source } from '../publishers/publisher.js';

/** Whose biography, and what beside it. */
export interface AuthorQuestion {
  source: Source;
  /** An author, or all authors of an article. */
  of: { authorId: string } | ArticleReference;
  jobTitles: boolean;
  articles: boolean;
}

export interface AuthorAnswer {
  authors: Author[];
  /** What else each of them wrote, in the order of `authors`. */
  articles: Article[][];
  age?: Age;
}

/** How many articles stand below a biography. */
const MORE = 3;

export async function lookUpAuthors(
  { source, of, jobTitles, articles }: AuthorQuestion,
  options: ReadOptions,
): Promise<AuthorAnswer> {
  const publisher = await openPublisher(source, options);
  const found =
    'authorId' in of
      ? await publisher.author(of.authorId, options)
      : await publisher.article(of, options);
  const isArticle = 'authors' in found;
  const authors = !isArticle
    ? [found]
    : jobTitles
      ? await completeAuthors(publisher, found.authors, options)
      : found.authors;
  const exclude = isArticle ? [found.id] : [];
  return {
    authors,
    articles: articles
      ? await Promise.all(authors.map((author) => articlesBy(publisher, author, exclude, options)))
      : [],
    age: found.age,
  };
}

/** An article says less of its authors than they say themselves. Who cannot be asked stays as the article has them. */
export const completeAuthors = (
  publisher: Publisher,
  authors: Author[] | undefined,
  options: ReadOptions,
): Promise<Author[]> =>
  Promise.all(
    // A page's own adapter may know none.
    (authors ?? []).map(async (author) => {
      if (!author.id || author.jobTitle) return author;
      return publisher.author(author.id, options).catch(() => author);
    }),
  );

/** A biography without them is worth showing, too. */
async function articlesBy(
  publisher: Publisher,
  { id }: Author,
  exclude: string[],
  options: ReadOptions,
): Promise<Article[]> {
  if (!id) return [];
  try {
    return (await publisher.articles({ authorId: id, limit: MORE, exclude }, options)).articles;
  } catch {
    return [];
  }
}
