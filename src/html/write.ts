import type { WindowLike } from 'dompurify';
import { escaped } from './escape.js';
import { filterIn } from './purify.js';
import { sanitizerWith, type Allowed, type Profile, type SanitizeOptions } from './sanitize.js';
import { text } from './text.js';

/**
 * Foreign markup as HTML of which a browser's parser makes the same safe elements, in the place where it stands. What
 * cannot be written so is written as text.
 *
 * @param options - `arrange` has the last word on the sanitized markup.
 */
export type WriteMarkup = (
  markup: string,
  options: SanitizeOptions & { arrange?(fragment: DocumentFragment): void },
) => string;

export type Dom = WindowLike & { document: Document };

/** What stands around each kind of markup, as far as it leads a parser: a list item in one ends the other. */
const places: Record<Profile, [before: string, after: string]> = {
  article: ['<article><div>', '</div></article>'],
  bio: ['<figure><figcaption>', '</figcaption></figure>'],
  comment: ['<ol><li><div>', '</div></li></ol>'],
};

/** What we add to sanitized markup ourselves. */
const ours = {
  tags: ['button', 'slot'],
  attributes:
    'aria-label aria-level class data-frame decoding loading name part rel role tabindex type'.split(
      ' ',
    ),
};

/** What we call a table: DOMPurify takes “Source: our own count” for an address. No tag is in it, and none is left out with it. */
const names = / aria-label="[^"<>]*"/g;

/** A parser may move what is nested as no parser would nest it, and what has moved may move again. */
const mostRounds = 4;

/** @param window of a DOM that DOMPurify works with, such as jsdom's */
export function writerIn(window: Dom): WriteMarkup {
  const { document } = window;
  const filter = filterIn(window);
  let allowed!: Allowed;
  const sanitize = sanitizerWith((markup, lists) => filter(markup, (allowed = lists)));
  const htmlOf = (fragment: DocumentFragment) => {
    const holder = document.createElement('div');
    holder.append(fragment);
    return holder.innerHTML;
  };
  const parsed = (html: string) => {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    return holder.innerHTML;
  };
  return (markup, options) => {
    try {
      const fragment = sanitize(markup, options);
      options.arrange?.(fragment);
      let html = htmlOf(fragment);
      for (let round = 0; round < mostRounds; round++) {
        const again = parsed(html);
        if (again === html) break;
        html = again;
      }
      const inPlace = places[options.profile].join(html);
      const unnamed = html.replace(names, '');
      const isStable =
        parsed(inPlace) === inPlace && htmlOf(filter(unnamed, withOurs(allowed))) === unnamed;
      if (isStable) return html;
    } catch {
      // Too deep for whoever walks through it.
    }
    return escaped(text(markup));
  };
}

const withOurs = ({ tags, attributes, wholly }: Allowed): Allowed => ({
  tags: [...tags, ...ours.tags],
  attributes: [...attributes, ...ours.attributes],
  wholly,
});
