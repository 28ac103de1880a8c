/** What a full article says beside what all widgets say. Names and dates come formatted. */
export interface ArticleStrings {
  /** The way back to the original. */
  originally(publisher: string): string;
  /** Date of the last change, where it is later than that of publication. */
  updated(date: string): string;
  readingTime(minutes: number): string;
  /** In place of a body that only the publisher's members get to see. */
  membersOnly: string;
  /** In place of a body that a password protects. */
  protected: string;
  /** Link to the original, below either. */
  readAt(publisher: string): string;
  /** Above the biographies. */
  aboutAuthors(count: number): string;
  /** Names a table without a caption to those who do not see it. */
  table: string;
}
