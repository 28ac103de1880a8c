import type { LocaleController } from '../../controllers/locale.js';
import { escaped } from '../../html/escape.js';
import type { NewsletterFormStrings } from '../../locales/newsletter-form/strings.js';
import type { Way } from '../../newsletters/newsletter.js';
import type { Edit } from '../render.js';

/** What a form has inside, as far as its server must know it. */
interface Form {
  readonly locale: LocaleController<NewsletterFormStrings>;
  readonly way: Way;
  readonly hasFallback: boolean;
  querySelector(selector: string): object | undefined;
  outgoing(url: string): string;
}

/** What a reader is told in the place of a form that only a script can send; in English where a page has brought the language. */
const needsScript: Record<string, string> = {
  en: 'Signing up here needs JavaScript.',
  es: 'Para suscribirse aquí hace falta JavaScript.',
  pt: 'Para se inscrever aqui é preciso JavaScript.',
};

/**
 * Makes a form say no more than it can do without a script: what the browser itself can post is a form that works; the
 * room of any other is kept, and the page's own content, or a sentence, stands there; of a page that would be framed there
 * is a link.
 */
export function newsletterForm(form: Form, language: string): Edit[] {
  const { way, locale } = form;
  if (way.kind === 'frame') {
    const { host } = new URL(way.url);
    const href = escaped(form.outgoing(way.url));
    const link = `<a part="link" href="${href}" target="_blank" rel="noopener">${escaped(locale.strings!.frame(host))}</a>`;
    return [['<div>', `<p class="unscripted">${link}</p><div>`]];
  }
  // What the page puts into a slot is not part of a form that the browser posts.
  const hasCaptcha = !!form.querySelector(':scope > [slot="captcha"]');
  if (way.kind === 'browser' && !hasCaptcha) return [[' novalidate', '']];
  locale.strings = undefined;
  const room = '<div class="covered">';
  return form.hasFallback && !hasCaptcha
    ? []
    : [[room, `<p class="unscripted">${needsScript[language] ?? needsScript.en!}</p>${room}`]];
}
