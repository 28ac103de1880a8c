/** Every sentence that a reader may see or hear. Numbers and names come formatted. */
export interface Strings {
  /** Before the names of an article's authors. */
  by(names: string): string;
  /** Stands for a headline that the publisher left empty. */
  untitled: string;
  /** The list has no articles. */
  empty: string;
  /** Button below a list: show the next page. */
  more: string;
  /** Announced after the next page came. */
  moreShown(count: number): string;
  /** Announced when there is no further page. */
  noMore: string;
  /** Button above a list that has new articles waiting. */
  waiting(count: number): string;
  /** Above an author's other articles. */
  moreFromAuthor: string;
  loading: string;
  /** The publisher could not be reached. */
  unreachable: string;
  /** The article does not exist any more. */
  missing: string;
  /** Anything else that went wrong. */
  failed: string;
  retry: string;
}
