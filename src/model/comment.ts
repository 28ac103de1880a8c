/** What a reader wrote below an article. */
export interface ReaderComment {
  id: string;
  parentId?: string | undefined;
  url?: string | undefined;
  author: string;
  authorUrl?: string | undefined;
  avatar?: string | undefined;
  /** Unsafe HTML: goes to a page through the sanitizer only. */
  body: string;
  /** ISO 8601 with a zone. */
  published: string;
  status: 'approved' | 'pending';
}
