import type { CommentStore } from '../comments/comment-store.js';
import type { ReaderComment } from '../model/comment.js';
import { check, isInstant, isText, same, type ConformanceTest } from './check.js';

/** A store of comments as the tests find it: an article with three conversations or more, at least one with an answer. */
export interface CommentStoreSubject {
  /** Opens the comments of that article anew. */
  open(): CommentStore | Promise<CommentStore>;
  /** Opens those of an article that nobody has commented on. */
  openEmpty(): CommentStore | Promise<CommentStore>;
}

const roots = (comments: ReaderComment[]) => comments.filter(({ parentId }) => !parentId);

function checkComment(comment: ReaderComment): void {
  const { id, author, body, published, status } = comment;
  const at = `comment ${JSON.stringify(id)}`;
  check(typeof id === 'string' && id, `${at}: its id is no text`);
  check(isText(author), `${at}: author ${JSON.stringify(author)} is no plain text`);
  check(typeof body === 'string', `${at}: body is no markup`);
  check(
    isInstant(published),
    `${at}: published ${JSON.stringify(published)} is not ISO 8601 with a zone`,
  );
  check(status === 'approved' || status === 'pending', `${at}: status ${JSON.stringify(status)}`);
}

/** What a comment box relies on in an adapter to show a thread. Nothing is written. */
export function commentStoreTests(subject: CommentStoreSubject): ConformanceTest[] {
  const read = async (limit: number, order: 'newest' | 'oldest' = 'oldest', cursor?: string) =>
    (await subject.open()).page({ limit, order, cursor });

  const tests: Record<string, () => Promise<void>> = {
    'gives comments that are whole, each once, answers with what they answer': async () => {
      const { comments, total } = await read(100);
      comments.forEach(checkComment);
      const ids = new Set(comments.map(({ id }) => id));
      same(ids.size, comments.length, 'comments that are listed once');
      check(roots(comments).length >= 3, 'these tests need three conversations or more');
      check(
        comments.some(({ parentId }) => parentId),
        'these tests need an answer',
      );
      for (const { id, parentId } of comments)
        check(!parentId || ids.has(parentId), `${id} answers ${parentId}, which is not there`);
      check(
        total === undefined || total >= comments.length,
        `total ${total}, of ${comments.length}`,
      );
    },
    'goes on from page to page to an end': async () => {
      const all = new Set((await read(100)).comments.map(({ id }) => id));
      const store = await subject.open();
      const seen = new Set<string>();
      let cursor: string | undefined;
      let pages = 0;
      do {
        const page: Awaited<ReturnType<CommentStore['page']>> = await store.page({
          limit: 1,
          order: 'oldest',
          cursor,
        });
        for (const { id } of page.comments) seen.add(id);
        cursor = page.next;
      } while (cursor !== undefined && ++pages < 1000);
      same([...seen].sort(), [...all].sort(), 'ids of all pages');
    },
    'begins with the newest conversation, or with the oldest': async () => {
      // In no particular order, and perhaps more than asked for.
      const instants = async (order: 'newest' | 'oldest') =>
        roots((await read(1, order)).comments).map(({ published }) => Date.parse(published));
      const newest = Math.max(...(await instants('newest')));
      const oldest = Math.min(...(await instants('oldest')));
      const [last, first] = [newest, oldest].map((each) => new Date(each).toJSON());
      check(newest > oldest, `the newest is of ${last}, the oldest of ${first}`);
    },
    'may have nothing': async () => {
      const { comments, next } = await (
        await subject.openEmpty()
      ).page({ limit: 20, order: 'newest' });
      same([comments, next], [[], undefined], 'comments and next');
    },
  };
  return Object.entries(tests).map(([name, run]) => ({ name, run }));
}
