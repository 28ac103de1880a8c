import { withText, type ToText } from '../../html/plain.js';
import type { Article, Author } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import { problem, type File } from './feed.js';
import type { ArticleQuery, ArticleReference } from '../publisher.js';

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The same for a name and for what systems make of it for an address. */
const slug = (name: string) =>
  folded(name)
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-');

/** The same for two addresses that differ in scheme, `www.`, last slash, fragment or what campaigns append. */
export function placeOf(address: string): string | undefined {
  const url = webUrl(address);
  if (!url) return undefined;
  const { host, pathname, searchParams } = new URL(url);
  const query = [...searchParams].filter(([name]) => !/^(utm_|fbclid|gclid)/.test(name)).sort();
  return [host.replace(/^www\./, ''), pathname.replace(/\/+$/, ''), ...query].join();
}

/** What a list is of. Each is looked for in what the feed holds. */
export function filterOf({ categories, tags, authorId, search = '', exclude = [] }: ArticleQuery) {
  const wanted = [categories, tags].filter((each) => each?.length).map((each) => each!.map(slug));
  const words = folded(search).match(/\S+/g) ?? [];
  const places = exclude.map((each) => placeOf(each)).filter(Boolean);
  return (article: Article, text: ToText): boolean => {
    const { id, url, headline, excerpt = '', body = '', authors, tags = [] } = article;
    const own = tags.map(slug);
    const content = words.length ? folded(`${headline} ${excerpt} ${text(body)}`) : '';
    return (
      wanted.every((some) => some.some((each) => own.includes(each))) &&
      words.every((word) => content.includes(word)) &&
      (!authorId || authors.some((author) => isCalled(author, authorId))) &&
      !exclude.includes(id) &&
      !places.includes(placeOf(url))
    );
  };
}

const isCalled = ({ id, name }: Author, called: string) => id === called || name === called;

/** The first thing of its kind in these files, with what readers should know of the file. */
async function find<T extends Article | Author>(
  files: AsyncIterable<File>,
  what: string,
  pick: (article: Article) => T | false | undefined,
): Promise<T> {
  let last = '';
  for await (const { size, entry, url, note } of files) {
    last = url;
    const found = await withText((text) => {
      for (let index = 0; index < size; index++) {
        const article = entry(index, text);
        const found = article && pick(article);
        if (found) return found;
      }
    });
    if (found) return note ? { ...found, age: note } : found;
  }
  throw problem('not-found', last, `its feed has no ${what}; it may have been there before`);
}

export async function article(
  files: AsyncIterable<File>,
  reference: ArticleReference,
): Promise<Article> {
  const [named, nameOf] =
    'id' in reference
      ? [reference.id, ({ id }: Article) => id]
      : [reference.url, ({ url }: Article) => placeOf(url)];
  const wanted = 'id' in reference ? named : placeOf(named);
  const what = `article “${named}”`;
  return find(files, what, (each) => nameOf(each) === wanted && each);
}

export const author = (files: AsyncIterable<File>, called: string): Promise<Author> =>
  find(files, `author “${called}”`, ({ authors }) =>
    authors.find((each) => isCalled(each, called)),
  );
