import assert from 'node:assert/strict';
import { it } from 'node:test';
import { registerLocale } from '../../src/languages.js';
import { supportedLanguage } from '../../src/locales/ask.js';
import { newsletterForm } from '../../src/server/without-scripts/newsletter-form.js';

/** What stands in the place of a form that only a script can send. */
function sentence(language: string): string | undefined {
  const form = {
    way: { kind: 'script' },
    hasFallback: false,
    locale: {},
    querySelector: () => undefined,
  };
  const edits = newsletterForm(form as never, supportedLanguage(language));
  return /<p class="unscripted">(.*)<\/p>/.exec(edits[0]![1])?.[1];
}

it('A form that needs a script says so in its language, in English where that is a page’s own', () => {
  registerLocale('ca', { common: { more: 'Més articles' } });
  assert.equal(supportedLanguage('ca'), 'ca');
  assert.equal(sentence('ca'), 'Signing up here needs JavaScript.');
  assert.equal(sentence('en'), 'Signing up here needs JavaScript.');
  assert.match(sentence('es-MX')!, /hace falta JavaScript/);
});
