import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plural, registerLocale } from '../../src/languages.js';
import type { CommentStrings } from '../../src/locales/comment-box/strings.js';
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

describe('A wait between comments', () => {
  for (const [language, one, more] of [
    ['en', 'Wait 1 second,', 'Wait 60 seconds,'],
    ['es', 'Espera 1 segundo y', 'Espera 60 segundos y'],
    ['pt', 'Aguarde 1 segundo e', 'Aguarde 60 segundos e'],
  ] as const)
    it(`is told in the number that it has: ${language}`, async () => {
      const file = `../../src/locales/comment-box/${language}.js`;
      const { flood } = ((await import(file)) as { default: CommentStrings }).default;
      assert.ok(flood(1).includes(one), flood(1));
      assert.ok(flood(60).includes(more), flood(60));
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
