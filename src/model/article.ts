/** A picture and the sizes in which its publisher serves it. */
export interface Picture {
  url: string;
  /** What the picture shows, for those who do not see it; empty when it is decoration. */
  alt: string;
  /** Pixels of the file at `url`. */
  width?: number;
  height?: number;
  /** Unsafe HTML: goes to a page through the sanitizer only. */
  caption?: string;
  credit?: string;
  /** The same crop in other widths, narrowest first. */
  sources?: { url: string; width: number }[];
}

/** An outgoing link of an author. */
export interface Link {
  url: string;
  label: string;
  rel?: string;
}

/**
 * Of what was read from a copy that is older than it may be: when that was made, as readers are told it: by language, `en`,
 * `es` and `pt`.
 */
export type Age = Record<string, string>;

export interface Author {
  id?: string;
  name: string;
  jobTitle?: string;
  url?: string;
  /** Unsafe HTML: goes to a page through the sanitizer only. */
  bio?: string;
  image?: Picture;
  links?: Link[];
  age?: Age;
}

/** One piece of journalism, whatever system it was published with. */
export interface Article {
  id: string;
  /** The address of the original, absolute; '' where there is none. */
  url: string;
  /** Plain text; may be empty. */
  headline: string;
  /** Plain text. */
  excerpt?: string;
  /** Unsafe HTML: goes to a page through the sanitizer only. */
  body?: string;
  image?: Picture;
  kicker?: string;
  /** What it is filed under, as filters name it: ids, slugs or names of categories and tags. */
  tags?: string[];
  authors: Author[];
  /** ISO 8601 with a zone. */
  published?: string;
  /** ISO 8601 with a zone. */
  updated?: string;
  /** BCP 47, where the publisher says it. */
  language?: string;
  publisher?: { name: string; url: string };
  access?: 'public' | 'members' | 'protected';
  commentsOpen?: boolean;
  age?: Age;
}
