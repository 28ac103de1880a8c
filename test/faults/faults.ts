/** What may be wrong with what a source answers. */
import type { Answer } from '../browser-origin.js';
import { answerOf, type Good } from './sources.js';

export interface Fault {
  name: string;
  /** What is answered instead, one after the other; the last one stays. */
  answers(good: Good, url: string): Answer[];
  /** The codes of which one must be told; without it either content or an error is honest. */
  code?: RegExp;
  /** Nobody is there. */
  gone?: true;
  /** So does everything else there. */
  everywhere?: true;
  /** It is over by itself: content must come without the reader's doing anything. */
  heals?: true;
}

const withBody = (good: Good, body: string): Answer => answerOf({ ...good, body });
const deep = 100_000;

const isJson = ({ type }: Good) => type === 'application/json';
/** A JSON answer that is changed, also one that is in a page. */
const changed = (good: Good, change: (text: string) => string): Answer[] => [
  withBody(good, change(good.body)),
];

/** A hundred thousand things in one another, in the language of the answer. */
function nested({ type, body }: Good): string {
  const array = '['.repeat(deep) + ']'.repeat(deep);
  if (type === 'application/json') return array;
  if (type === 'text/html')
    return body.replace(
      /(ld\+json">).*?(<\/script)/,
      (_all, open: string, close: string) => open + array + close,
    );
  return body.replace(/<(item|entry)>/, `${'<deep>'.repeat(deep)}${'</deep>'.repeat(deep)}<$1>`);
}

/** The list's only thing, twice. */
const twice = (text: string) =>
  text
    .replace(/(<(item|entry)>.*<\/\2>)/s, '$1$1')
    .replace(/^\[(\{.*\})\]$/s, '[$1,$1]')
    .replace(/("(?:items|posts|replies|authors|comments|data)":\[)(\{.*\})(\])/s, '$1$2,$2$3');

const isDate = /2026-10-30T08:00:00/g;

/** Of the network, and of a server that says that it is in trouble. */
export const networkFaults: Fault[] = [
  { name: 'refuses connections', answers: () => [], code: /^network$/, gone: true },
  { name: 'stalls for ever', answers: () => [{ silent: true }], code: /^timeout$/ },
  {
    name: 'is reset before it answers',
    answers: () => [{ reset: 'before' }],
    code: /^network$/,
    everywhere: true,
  },
  {
    name: 'is reset in the middle of the body',
    answers: (good) => [{ ...answerOf(good), reset: 'midway' }],
    code: /^network$/,
  },
  {
    name: 'answers 500',
    answers: () => [{ status: 500, body: '<h1>500</h1>' }],
    code: /^bad-answer$/,
  },
  {
    name: 'answers 503 once and heals',
    answers: (good) => [{ status: 503, body: '' }, answerOf(good)],
    heals: true,
  },
  { name: 'answers 429', answers: () => [{ status: 429, body: '' }], code: /^bad-answer$/ },
  {
    name: 'answers 429 and wants an hour',
    answers: () => [
      {
        status: 429,
        body: '',
        headers: { 'retry-after': '3600', 'access-control-expose-headers': 'retry-after' },
      },
    ],
    code: /^bad-answer$/,
  },
  {
    name: 'answers 429 once and wants a second',
    answers: (good) => [
      {
        status: 429,
        body: '',
        headers: { 'retry-after': '1', 'access-control-expose-headers': 'retry-after' },
      },
      answerOf(good),
    ],
    heals: true,
  },
  {
    name: 'lets no other site read it',
    answers: (good) => [{ ...answerOf(good), cors: false }],
    code: /^cors$/,
  },
];

/** Of what it answers as if all were well. */
export const dataFaults: Fault[] = [
  {
    name: 'cuts its answer off',
    answers: (good) => changed(good, (text) => text.slice(0, text.length / 2)),
    code: /^(bad-answer|not-found)$/,
  },
  {
    name: 'answers nothing',
    answers: (good) => [withBody(good, '')],
    code: /^(bad-answer|not-found)$/,
  },
  {
    name: 'answers a page',
    answers: () => [{ body: '<!doctype html><title>Welcome</title><p>Hello' }],
    code: /^(bad-answer|not-found)$/,
  },
  { name: 'answers 100,000 levels deep', answers: (good) => [withBody(good, nested(good))] },
  ...['null', '1', '"a"', '[]', '{}', '[null,1,"a",[],{}]', '[[[]]]', '{"__proto__":{"id":1}}'].map(
    (body): Fault => ({ name: `answers ${body}`, answers: (good) => [withBody(good, body)] }),
  ),
  {
    name: 'answers another request',
    answers: (good) => [
      withBody(
        good,
        '{"namespaces":["wp/v2"],"routes":{},"meta":{},"id":99,"name":"Another","link":"https://publisher.example/99/"}',
      ),
    ],
    code: /^(bad-answer|not-found)$/,
  },
  { name: 'says everything twice', answers: (good) => changed(good, twice) },
  {
    name: 'uses the keys of prototypes',
    answers: (good) =>
      changed(good, (text) =>
        text.replace(
          /"(title|name|html|text|headline|parsedContent|content)":/g,
          '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"$1":',
        ),
      ),
  },
  ...[
    ['+275760-09-13T00:00:00', 'of the year 275760'],
    ['-000044-03-15T00:00:00', 'before the year 0'],
    ['9999-99-99T99:99:99', 'of no calendar'],
    ['0000-00-00T00:00:00', 'of no year'],
  ].map(([date, which]): Fault => ({
    name: `has dates ${which}`,
    answers: (good) =>
      changed(good, (text) =>
        text
          .replace(isDate, date!)
          .replace('1793347200', date!.startsWith('+') ? '8640000000000001' : '-62198755200'),
      ),
  })),
  {
    name: 'has numbers beyond all bounds',
    answers: (good) =>
      changed(good, (text) => text.replace('1793347200', '1e308').replace(/"id":7/, '"id":1e308')),
  },
  {
    name: 'has lone surrogates',
    answers: (good) =>
      changed(good, (text) =>
        isJson(good) || good.type === 'text/html'
          ? text.replace(/The Ferry|Ana|Rosa|Well/g, '$&\\ud800')
          : text.replace(/The Ferry|Ana/g, '$&&#xD800;'),
      ),
  },
  {
    name: 'has words of 100,000 letters',
    answers: (good) =>
      changed(good, (text) =>
        text.replace(/The Ferry|Ana|Well/g, (word) => `${word} ${'x'.repeat(100_000)}`),
      ),
  },
];
