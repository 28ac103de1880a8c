/** What a reader wrote below an article. */
export interface ReaderComment {
  id: string;
  parentId?: string;
  url?: string;
  author: string;
  authorUrl?: string;
  avatar?: string;
  /** Unsafe HTML: goes to a page through the sanitizer only. */
  body: string;
  /** ISO 8601 with a zone. */
  published: string;
  status: 'approved' | 'pending';
}
