import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { hasSanitizer } from '../../src/html/open.js';
import { filter as own } from '../../src/html/own-sanitizer.js';
import { filter as purify } from '../../src/html/purify.js';
import { sanitizerWith, type Profile, type Sanitize } from '../../src/html/sanitize.js';
import { tally } from '../browser-tally.js';
import { countHits, dangers, picturesSettled, provoke } from './attack.js';
import { vectors } from './vectors.js';

const base = 'https://publisher.example/2026/10/story/';
const profiles: Profile[] = ['article', 'bio', 'comment'];

const ways: [name: string, Sanitize][] = [['DOMPurify', sanitizerWith(purify)]];
if (hasSanitizer()) ways.push(['the browser’s own sanitizer', sanitizerWith(own)]);

const attacks = Object.values(vectors).flat();

/** What attacks are made of: their tags, and what stands between them. */
const pieces = [...new Set(attacks.flatMap((markup) => markup.match(/<[^<>]*>?|[^<]+/g) ?? []))];
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...'<p> </p> <a href= <b> </b> <table> <tr> <td> </table> <svg> </svg> <math> <mtext> <template> </template> <style> </style> <noscript> <!-- --> <![CDATA[ ]]> <select> <option> <form> <title> <textarea> <xmp> <plaintext>'.split(
        ' ',
      ),
      '"',
      "'",
      '>',
      '&lt;img src=x: onerror=hit()&gt;',
      ' onerror=hit() ',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** An attack of which a stretch is another's, is missing, or is written twice. */
const mutation = fc
  .tuple(fc.constantFrom(...attacks), fc.nat(), fc.nat(12), fc.oneof(piece, fc.constant('')))
  .map(([attack, at, length, put]) => {
    const place = at % (attack.length + 1);
    return attack.slice(0, place) + put + attack.slice(place + length);
  });
const markups = fc
  .oneof(fc.array(piece, { maxLength: 12 }), fc.array(mutation, { minLength: 1, maxLength: 3 }))
  // A parser makes line feeds of carriage returns; text that needs none keeps them.
  .map((all) => all.join('').replaceAll('\r', '\n'));

const RUNS = 300;

for (const [way, sanitize] of ways)
  for (const profile of profiles)
    it(`Whatever is written, nothing executes and nothing is left to sanitize: ${way}, as ${profile}`, async function () {
      this.timeout(30_000);
      countHits();
      const stage = document.createElement('main');
      document.body.append(stage);
      const write = (markup: string) => {
        const place = document.createElement('div');
        place.append(sanitize(markup, { profile, base }));
        return place;
      };
      try {
        fc.assert(
          fc.property(markups, (markup) => {
            const place = write(markup);
            expect(dangers(place)).to.deep.equal([]);
            stage.append(place);
            provoke(place);
            // Players are ours: what asks before a frame is no markup that anybody may write.
            if (place.querySelector('[data-frame]')) return;
            const again = document.createElement('div');
            again.innerHTML = place.innerHTML;
            expect(dangers(again), 'as a second parser sees it').to.deep.equal([]);
            // White space before a body's first letter is no part of a page: a parser drops it.
            expect(write(place.innerHTML).textContent.trimStart(), 'sanitized twice').to.equal(
              again.textContent.trimStart(),
            );
          }),
          { numRuns: RUNS, examples: [['<scri<p>\f>hit()</script>']] },
        );
        await picturesSettled(stage);
        expect(countHits()).to.equal(0);
        await tally('vector', RUNS);
      } finally {
        stage.remove();
      }
    });
