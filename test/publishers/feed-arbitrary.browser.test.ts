import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { NewsrackError } from '../../src/model/error.js';
import { open } from '../../src/publishers/feed/rss.js';
import { startOrigin } from '../browser-origin.js';

/** What feeds are written of, well or badly. */
const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '<item>',
      '</item>',
      '<entry>',
      '</entry>',
      '<title>Rain',
      '</title>',
      '<link>https://daily.example/rain</link>',
      '<link>javascript:alert(1)</link>',
      '<link href="data:text/html,x"/>',
      '<link href="//other.example/a"',
      '<guid>vbscript:x</guid>',
      '<guid isPermaLink="false">7</guid>',
      '<description><![CDATA[<p onclick=x>a',
      ']]></description>',
      '<media:content url="javascript:x" medium="image"/>',
      '<media:group>',
      '</media:group>',
      '<pubDate>Fri, 99 Mar 275761 10:00 XYZ</pubDate>',
      '<pubDate>2024-03-01</pubDate>',
      '<author><uri>file:///etc/passwd</uri><name>Ana</name></author>',
      '<dc:creator xmlns:dc="x">',
      '<content type="xhtml" xml:base="ftp://a/">',
      '<!doctype x [<!ENTITY a "&a;&a;"><!ENTITY b "&b;">]>',
      '&a;',
      '&nbsp;',
      '&#0;',
      '&',
      '<',
      '<?xml version="1.1"?>',
      '<!--',
      '-->',
      '<x:y',
      ' a="',
      '">',
      '\ud800',
      '\u0000',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
const inside = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
const whole = (text: string) =>
  `<item><title>Rain</title><link>https://daily.example/rain</link>${text}</item>`;
const feed = fc.oneof(
  inside,
  inside.map((text) => `<rss version="2.0"><channel>${text}</channel></rss>`),
  inside.map((text) => `<rss version="2.0"><channel>${whole(text)}${text}</channel></rss>`),
  inside.map((text) => `<feed xmlns="http://www.w3.org/2005/Atom">${text}</feed>`),
);

const isOnWeb = (url: string | undefined) =>
  expect(url === undefined || /^https?:/.test(url), url).to.equal(true);

it('Whatever a feed is: articles that lead to the web, or an error of ours, and soon', async function () {
  this.timeout(30_000);
  const origin = await startOrigin();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(feed, async (text) => {
      const path = `/${number++}`;
      await origin.route(path, { body: text, headers: { 'content-type': 'text/xml' } });
      const start = performance.now();
      const publisher = open({ url: origin.url + path });
      const page = await publisher.articles({ limit: 5 }, { background: true }).catch((error) => {
        expect(error, String(error)).to.be.instanceOf(NewsrackError);
        return undefined;
      });
      const one = await publisher
        .article({ id: 'https://daily.example/rain' }, { body: true, background: true })
        .catch((error) => {
          expect(error, String(error)).to.be.instanceOf(NewsrackError);
          return undefined;
        });
      for (const article of [...(page?.articles ?? []), ...(one ? [one] : [])]) {
        isOnWeb(article.url);
        isOnWeb(article.image?.url);
        article.image?.sources?.forEach(({ url }) => isOnWeb(url));
        article.authors.forEach(({ url }) => isOnWeb(url));
        for (const date of [article.published, article.updated])
          expect(date === undefined || !isNaN(Date.parse(date)), date).to.equal(true);
      }
      expect(performance.now() - start, 'milliseconds').to.be.below(3000);
    }),
    { numRuns: 200 },
  );
});
