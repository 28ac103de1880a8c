/** A picture and the sizes in which its publisher serves it. */
export interface Picture {
  url: string;
  /** What the picture shows, for those who do not see it; empty when it is decoration. */
  alt: string;
  /** Pixels of the file at `url`. */
  width?: number | undefined;
  height?: number | undefined;
  /** Unsafe HTML: goes to a page through the sanitizer only. */
  caption?: string | undefined;
  credit?: string | undefined;
  /** The same crop in other widths, narrowest first. */
  sources?: { url: string; width: number }[] | undefined;
}

/** An outgoing link of an author. */
export interface Link {
  url: string;
  label: string;
  rel?: string | undefined;
}

/**
 * Of what was read from a copy that is older than it may be: when that was made, as readers are told it: by language, `en`,
 * `es` and `pt`.
 */
export type Age = Record<string, string>;

export interface Author {
  id?: string | undefined;
  name: string;
  jobTitle?: string | undefined;
  url?: string | undefined;
  /** Unsafe HTML: goes to a page through the sanitizer only. */
  bio?: string | undefined;
  image?: Picture | undefined;
  links?: Link[] | undefined;
  age?: Age | undefined;
}

/** One piece of journalism, whatever system it was published with. */
export interface Article {
  id: string;
  /** The address of the original, absolute; '' where there is none. */
  url: string;
  /** Plain text; may be empty. */
  headline: string;
  /** Plain text. */
  excerpt?: string | undefined;
  /** Unsafe HTML: goes to a page through the sanitizer only. */
  body?: string | undefined;
  image?: Picture | undefined;
  kicker?: string | undefined;
  /** What it is filed under, as filters name it: ids, slugs or names of categories and tags. */
  tags?: string[] | undefined;
  authors: Author[];
  /** ISO 8601 with a zone. */
  published?: string | undefined;
  /** ISO 8601 with a zone. */
  updated?: string | undefined;
  /** BCP 47, where the publisher says it. */
  language?: string | undefined;
  publisher?: { name: string; url: string } | undefined;
  access?: 'public' | 'members' | 'protected' | undefined;
  commentsOpen?: boolean | undefined;
  age?: Age | undefined;
}
