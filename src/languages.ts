import { speakers } from './controllers/locale.js';
import type { ArticleStrings } from './locales/article/strings.js';
import { labels } from './locales/ask.js';
import type { CommentStrings } from './locales/comment-box/strings.js';
import { ownLanguages } from './locales/locale.js';
import type { NewsletterFormStrings } from './locales/newsletter-form/strings.js';
import type { Strings } from './locales/strings.js';
import { NewsrackError } from './model/error.js';

/** What widgets say in a language, by widget; `common` is what any of them says. What is left out stays as it is. */
export interface LocaleStrings {
  /** The button of `load="click"`, with the host that is asked then. */
  ask?: ((host: string) => string) | undefined;
  common?: Partial<Strings> | undefined;
  headlines?: Partial<Strings> | undefined;
  'article-card'?: Partial<Strings> | undefined;
  article?: Partial<Strings & ArticleStrings> | undefined;
  'author-bio'?: Partial<Strings> | undefined;
  'comment-box'?: Partial<Strings & CommentStrings> | undefined;
  'newsletter-form'?: Partial<Strings & NewsletterFormStrings> | undefined;
}

type Sentences = Record<string, object | undefined>;
type Labels = typeof labels;

const registered: Record<string, Sentences | undefined> = {};

/**
 * Teaches widgets a language, or other words for what they say in one of ours. Widgets that are on the page already change.
 * Called again for the same language, it adds to what came before.
 *
 * A sentence that is left out is ours in this language, and English where we do not speak it. Dates and lists of names
 * follow the language by themselves (`Intl`). Which way a widget runs says the page, by `dir`.
 *
 * @param language - Its subtag, which stands for all regions: `ar`; `pt` for other words in Portuguese
 * @throws {NewsrackError} `bad-attribute`: that is no language's subtag
 */
export function registerLocale(language: string, { ask, ...sentences }: LocaleStrings): void {
  if (!/^[a-z]{2,3}$/.test(language))
    throw new NewsrackError('bad-attribute', `“${language}” is no language’s subtag: “ar” is.`);
  const own = (registered[language] ??= {});
  for (const [widget, more] of Object.entries(sentences as Sentences))
    own[widget] = { ...own[widget], ...more };
  ownLanguages[language] = (parts, widget) => {
    // What any widget says stands between what we say for all and what we say for this one.
    parts.splice(1, 0, own['common']);
    parts.push(own[widget]);
  };
  const ours = labels[language];
  if (ask || !ours)
    labels[language] = {
      concat: ask ?? ((host) => labels['en']!.concat(host)),
      length: ours?.length,
    };
  for (const each of speakers) {
    // None: what it said before is said anew.
    each.tag = '';
    each.follow();
  }
  teachLoader(language);
}

/** The script tag has labels of its own, and shows them before the widgets' code is there. It may come after us. */
function teachLoader(language: string): void {
  const page = globalThis.document;
  if (!page) return;
  if (page.readyState !== 'complete')
    addEventListener('load', () => teachLoader(language), { once: true });
  const taught = (window as { newsrack?: { labels?: Labels } }).newsrack?.labels;
  if (!taught || taught[language] === labels[language]) return;
  taught[language] = labels[language];
  for (const widget of page.querySelectorAll('[load=click]:not(:defined)')) {
    const root = widget.shadowRoot;
    if (!root?.adoptedStyleSheets[0]) continue;
    // As if its button had never been there: the script follows the attribute.
    root.querySelector('[part=button]')?.remove();
    root.adoptedStyleSheets = [];
    widget.setAttribute('load', 'click');
  }
}

/**
 * A sentence that depends on a number, by the plural rules of its language.
 *
 * @param forms - `other`, and what else the language has of `zero` `one` `two` `few` `many`; `#` stands for the number, in
 * the language's own digits
 */
export function plural(
  language: string,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (count) =>
    (forms[rules.select(count)] ?? forms.other).replaceAll('#', digits.format(count));
}
