import type { ReaderComment } from '../model/comment.js';
import type { ReadOptions } from '../publishers/publisher.js';
import { MOST_PER_PAGE } from '../publishers/wordpress/discovery.js';
import type { Ask } from './wordpress.js';

/** Pages that are asked for at once. */
const MOST_PAGES = 100;

/** All pages of what is asked for. */
async function all(ask: Ask, parameters: string, options?: ReadOptions): Promise<ReaderComment[]> {
  const page = (number: number) =>
    ask(`${parameters}&per_page=${MOST_PER_PAGE}&page=${number}&order=asc`, options);
  const { comments, pages } = await page(1);
  if (!pages) {
    // A server may hide how many there are: one more page after each that is full.
    const found = [comments];
    while (found.at(-1)!.length >= MOST_PER_PAGE && found.length < MOST_PAGES)
      found.push((await page(found.length + 1)).comments);
    return found.flat();
  }
  const more = await Promise.all(
    Array.from({ length: Math.min(pages, MOST_PAGES) - 1 }, (_, index) => page(index + 2)),
  );
  return [comments, ...more.map((each) => each.comments)].flat();
}

/**
 * Conversations with all their answers: one more request for each level of answers, however many comments they answer.
 *
 * @param level - The comments that begin them
 * @param given - Ids of what has been given out: these are not given again, and what is given now comes to them
 * @param total - How many comments there are, after the last conversations: what is missing answers comments that are gone.
 * Where nobody says it, there may always be some
 */
export async function conversations(
  ask: Ask,
  level: ReaderComment[],
  given: Set<string>,
  total = Infinity,
  options?: ReadOptions,
): Promise<ReaderComment[]> {
  const isNew = (comment: ReaderComment) => !given.has(comment.id);
  const found: ReaderComment[] = [];
  while (level.length) {
    found.push(...level);
    level.forEach((comment) => given.add(comment.id));
    const batches: string[] = [];
    for (let start = 0; start < level.length; start += MOST_PER_PAGE) {
      const ids = level.slice(start, start + MOST_PER_PAGE).map((comment) => comment.id);
      batches.push(`parent=${ids.join()}`);
    }
    const answers = await Promise.all(batches.map((parents) => all(ask, parents, options)));
    level = answers.flat().filter(isNew);
  }
  if (given.size < total) {
    const answers = await all(ask, 'parent_exclude=0', options);
    found.push(...answers.filter(isNew));
  }
  return found;
}
