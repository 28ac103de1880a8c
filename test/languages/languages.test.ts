import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plural, registerLocale } from '../../src/languages.js';
import { supportedLanguage } from '../../src/locales/ask.js';
import { NewsrackError } from '../../src/model/error.js';

describe('registerLocale', () => {
  it('makes a language one of those that are spoken, in all its regions', () => {
    assert.equal(supportedLanguage('eu-ES'), 'en');
    registerLocale('eu', { common: { more: 'Artikulu gehiago' } });
    assert.equal(supportedLanguage('eu-ES'), 'eu');
  });

  for (const wrong of ['', 'pt-PT', 'Arabic', '__proto__'])
    it(`refuses “${wrong}”`, () => {
      assert.throws(
        () => registerLocale(wrong, {}),
        (error) => error instanceof NewsrackError && error.code === 'bad-attribute',
      );
    });
});

describe('plural', () => {
  it('takes the form that the language has for a number, and writes its digits', () => {
    const articles = plural('ar-EG', {
      one: 'مقال',
      two: 'مقالان',
      few: '# مقالات',
      other: '# مقالًا',
    });
    assert.deepEqual([1, 2, 3, 11].map(articles), ['مقال', 'مقالان', '٣ مقالات', '١١ مقالًا']);
  });
});
