import type { expect as Expect } from '@open-wc/testing';
import type { Article } from '../../src/model/article.js';
import { NewsrackError } from '../../src/model/error.js';
import type { ArticleQuery, Publisher, Source } from '../../src/publishers/publisher.js';
import type { Answer, BrowserOrigin } from '../browser-origin.js';

/** Where the suite runs, in a browser or in Node. */
export interface Surroundings {
  describe(what: string, tests: () => void): void;
  it(what: string, test: () => Promise<void>): void;
  expect: typeof Expect;
  startOrigin(): Promise<Pick<BrowserOrigin, 'url' | 'route' | 'requests'>>;
  open(source: Source): Publisher | Promise<Publisher>;
}

/** What is read from RSS and Atom: the same wherever. */
export function rssSuite({ describe, it, expect, startOrigin, open }: Surroundings): void {
  async function serve(body: string, answer: Answer = {}) {
    const origin = await startOrigin();
    await origin.route('/news/feed', {
      body,
      headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
      ...answer,
    });
    return {
      origin,
      base: origin.url,
      publisher: await open({ url: `${origin.url}/news/feed`, type: 'rss' }),
    };
  }

  async function list(body: string, query: Partial<ArticleQuery> = {}): Promise<Article[]> {
    const { publisher } = await serve(body);
    return (await publisher.articles({ limit: 20, ...query })).articles;
  }

  /** Only the first article, with its body. */
  async function first(body: string): Promise<Article> {
    const { publisher } = await serve(body);
    const [card] = (await publisher.articles({ limit: 1 })).articles;
    return publisher.article({ id: card!.id }, { body: true });
  }

  async function failure(promise: Promise<unknown>): Promise<NewsrackError> {
    const error = await promise.then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(error).instanceOf(NewsrackError);
    return error as NewsrackError;
  }

  const spaces =
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"';
  const rss = (items: string, channel = '') =>
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ${spaces}><channel><title>The Daily</title><link>https://daily.example/</link>${channel}${items}</channel></rss>`;
  const item = (inside: string) =>
    `<item><title>Rain</title><link>https://daily.example/rain</link>${inside}</item>`;
  const atom = (entries: string, about = '') =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>The Daily</title>${about}${entries}</feed>`;

  describe('RSS 2.0', () => {
    it('gives articles with all that it says', async () => {
      const article = await first(
        rss(
          `<item><title>Tom &amp;amp; Jerry: a &lt;em&gt;plan&lt;/em&gt;</title>
         <link>
           https://daily.example/plan?a=1&amp;b=2 </link>
         <guid isPermaLink="false">plan-1</guid><pubDate>Fri, 1 Mar 2024 10:00:00 +0200</pubDate>
         <dc:creator><![CDATA[Ana Núñez]]></dc:creator><dc:creator>Ben</dc:creator>
         <category><![CDATA[Ports &amp; Rail]]></category><category>Brazil</category>
         <description><![CDATA[<p>Two berths [&#8230;]</p>]]></description>
         <content:encoded><![CDATA[<p>Two <b>berths</b></p>]]></content:encoded></item>`,
          '<language>en-GB</language>',
        ),
      );
      expect(JSON.parse(JSON.stringify(article))).deep.equal({
        id: 'plan-1',
        url: 'https://daily.example/plan?a=1&b=2',
        headline: 'Tom & Jerry: a plan',
        excerpt: 'Two berths…',
        body: '<p>Two <b>berths</b></p>',
        kicker: 'Ports & Rail',
        tags: ['Ports & Rail', 'Brazil'],
        authors: [
          { id: 'Ana Núñez', name: 'Ana Núñez' },
          { id: 'Ben', name: 'Ben' },
        ],
        published: '2024-03-01T08:00:00Z',
        language: 'en-GB',
        publisher: { name: 'The Daily', url: 'https://daily.example/' },
      });
    });

    it('keeps what looks like a tag in a title and is none', async () => {
      const title = 'List&lt;String&gt; and &lt;dialog&gt;';
      const article = await first(
        rss(`<item><title>${title}</title><link>https://daily.example/list</link></item>`),
      );
      expect(article.headline).equal('List<String> and <dialog>');
    });

    it('reads a title that only Dublin Core has', async () => {
      const found = await list(
        rss(
          '<item><dc:title>Rain</dc:title></item>' +
            '<item><title>Wind</title><dc:title>Calm</dc:title><media:title>A picture of it</media:title></item>',
        ),
      );
      expect(found.map(({ headline }) => headline)).deep.equal(['Rain', 'Wind']);
    });

    it('reads names in whatever letters they are written', async () => {
      const article = await first(
        '<rss version="2.0"><Channel><Title>The Daily</Title><Item><TITLE>Rain</TITLE><Link>https://daily.example/rain</Link><pubdate>1 Mar 24 10:00 EST</pubdate><GUID>1</GUID></Item></Channel></rss>',
      );
      expect(JSON.parse(JSON.stringify(article))).deep.include({
        id: '1',
        headline: 'Rain',
        url: 'https://daily.example/rain',
        published: '2024-03-01T15:00:00Z',
      });
    });

    it('keeps an item that is only a text', async () => {
      const found = await list(
        rss(
          '<item><description>Rain all day</description></item><item><description/></item>' +
            '<item><description>Wind</description><guid isPermaLink="false">2</guid></item>',
        ),
      );
      expect(found.map(({ id, url, headline, excerpt }) => [id, url, headline, excerpt])).eql([
        ['Rain all day', '', '', 'Rain all day'],
        ['2', '', '', 'Wind'],
      ]);
    });

    const links: [what: string, inside: string, url: string | undefined][] = [
      ['its guid where it has no link', '<guid>https://daily.example/g</guid>', 'g'],
      ['no guid that is none', '<guid>17</guid>', undefined],
      [
        'no guid that says so',
        '<guid isPermaLink="false">https://daily.example/g</guid>',
        undefined,
      ],
      ['an empty link’s guid', '<link/><guid>https://daily.example/g</guid>', 'g'],
      ['Atom’s link', '<atom:link href="https://daily.example/a"/>', 'a'],
      ['not what Atom relates otherwise', '<atom:link rel="self" href="/self"/>', undefined],
      [
        'an alternate in whatever letters',
        '<atom:link rel="Self" href="/self"/><atom:link rel="Alternate" href="https://daily.example/rain"/>',
        'rain',
      ],
      ['no script', '<link>javascript:alert(1)</link>', undefined],
      ['no sentence', '<link>See our site</link>', undefined],
      [
        'an address with spaces',
        '<link>https://daily.example/a Home c.html</link>',
        'a%20Home%20c.html',
      ],
      ['no two addresses', '<link>https://daily.example/a https://b.example/</link>', undefined],
      ['no address and a line', '<link>https://daily.example/a\n\nmore</link>', undefined],
      ['no address without its beginning', '<link>www.daily.example/x</link>', undefined],
      ['a link in CDATA', '<link><![CDATA[https://daily.example/c?x=1&y=2]]></link>', 'c?x=1&y=2'],
      [
        'a link that was escaped twice',
        '<link><![CDATA[https://daily.example/c?x=1&amp;y=2]]></link>',
        'c?x=1&y=2',
      ],
    ];
    for (const [what, inside, url] of links)
      it(`leads to ${what}`, async () => {
        const found = await list(
          rss(`<item><title>Rain</title>${inside}</item>${item('').replace('rain', 'last')}`),
        );
        expect(found.map((each) => each.url)).deep.equal([
          url ? `https://daily.example/${url}` : '',
          'https://daily.example/last',
        ]);
      });

    it('resolves what is relative against the feed, or against xml:base', async () => {
      const { publisher, base } = await serve(
        rss(`<item><link>rain</link></item><item xml:base="/sports/"><link>goal</link></item>`),
      );
      const { articles } = await publisher.articles({ limit: 2 });
      expect(articles.map(({ url }) => url)).deep.equal([
        `${base}/news/rain`,
        `${base}/sports/goal`,
      ]);
    });

    it('resolves what is relative in a body against xml:base, and leaves the rest', async () => {
      const body = `<a href="./a?b=1&amp;c=2" title="x">A</a><img alt='' src='/i.jpg' srcset='/i.jpg 1x, big/i,2.jpg 2x'><a href=#n>N</a><a href="mailto:a@b.example">M</a><a href=https://other.example/x>X</a>`;
      const based = `<content:encoded xml:base="https://img.example/es/"><![CDATA[${body}]]></content:encoded>`;
      const { body: made } = await first(rss(item(based)));
      expect(made).equal(
        `<a href="https://img.example/es/a?b=1&amp;c=2" title="x">A</a><img alt='' src="https://img.example/i.jpg" srcset="https://img.example/i.jpg 1x, https://img.example/es/big/i,2.jpg 2x"><a href="#n">N</a><a href="mailto:a@b.example">M</a><a href="https://other.example/x">X</a>`,
      );
      const plain = `<content:encoded><![CDATA[${body}]]></content:encoded>`;
      expect((await first(rss(item(plain)))).body).equal(body);
    });

    it('has signs where WordPress has pictures of them, and other pictures as they are', async () => {
      const sign = `<img src="https://s.w.org/images/core/emoji/14.0.0/72x72/1f600.png" alt="😀" class="wp-smiley" style="height: 1em" />`;
      const other = '<img src="https://s.w.org/images/home/a.png" alt="A">';
      const { body, excerpt } = await first(
        rss(item(`<description><![CDATA[<p>Hi ${sign} there ${other}</p>]]></description>`)),
      );
      expect([body, excerpt]).eql([`<p>Hi 😀 there ${other}</p>`, 'Hi 😀 there']);
    });

    it('names an author without the word before the name', async () => {
      const { authors } = await first(
        rss(item('<dc:creator>By Ana Núñez</dc:creator><dc:creator>Byron B</dc:creator>')),
      );
      expect(authors.map(({ name }) => name)).eql(['Ana Núñez', 'Byron B']);
    });

    it('reads a body that was escaped twice, and leaves one that speaks of markup', async () => {
      const described = async (description: string) => {
        const { body, excerpt } = await first(
          rss(item(`<description>${description}</description>`)),
        );
        return [body, excerpt];
      };
      expect(
        await described(
          '&amp;lt;p class=&amp;quot;a&amp;quot;&amp;gt;Rain &amp;amp;amp; wind&amp;lt;/p&amp;gt;',
        ),
      ).eql(['<p class="a">Rain &amp; wind</p>', 'Rain & wind']);
      for (const text of [
        'Use &amp;lt;p&amp;gt; for paragraphs',
        '&lt;p&gt;Use &amp;lt;p&amp;gt;&lt;/p&gt;',
      ])
        expect((await described(text))[1]).match(/^Use <p>/);
    });

    it('names its authors, never their mail', async () => {
      const found = await list(
        rss(
          item('<author>desk@daily.example (Ana Núñez)</author>') +
            item('<author>desk@daily.example</author>') +
            item('<author>Ana &lt;ana@daily.example&gt;</author>') +
            item('<itunes:author>Ben</itunes:author>'),
        ),
      );
      expect(found.map(({ authors }) => authors.map(({ name }) => name).join())).deep.equal([
        'Ana Núñez',
        '',
        'Ana',
        'Ben',
      ]);
    });

    const pictures: [what: string, inside: string, image: object | undefined][] = [
      [
        'the largest of a group, in its sizes',
        `<media:group>
        <media:content url="/s.jpg" width="300" height="200"/>
        <media:content url="/l.jpg" width="1200" height="800"><media:credit>Li</media:credit><media:description>A &lt;b&gt;crane&lt;/b&gt;</media:description></media:content>
        <media:content url="/square.jpg" width="500" height="500"/>
        <media:content url="/film.mp4" type="video/mp4" width="1920" height="1080"/>
      </media:group>`,
        {
          url: '/l.jpg',
          alt: '',
          width: 1200,
          height: 800,
          caption: 'A <b>crane</b>',
          credit: 'Li',
          sources: [
            { url: '/s.jpg', width: 300 },
            { url: '/l.jpg', width: 1200 },
          ],
        },
      ],
      ['by medium', '<media:content url="/p?id=1" medium="image"/>', { url: '/p?id=1', alt: '' }],
      [
        'the thumbnail of a film',
        '<media:content url="/f.mp4" type="video/mp4"><media:thumbnail url="/t.jpg" width="240" height="135"/></media:content>',
        { url: '/t.jpg', alt: '', width: 240, height: 135 },
      ],
      [
        'an enclosure that is one',
        '<enclosure url="/a.mp3" type="audio/mpeg" length="1"/><enclosure url="/e.png" type="image/png" length="1"/>',
        { url: '/e.png', alt: '' },
      ],
      ['of an episode', '<itunes:image href="/i.jpg"/>', { url: '/i.jpg', alt: '' }],
      ['by itself', '<image><url>/own.jpg</url></image>', { url: '/own.jpg', alt: '' }],
      ['no script', '<media:thumbnail url="javascript:alert(1)"/>', undefined],
      ['none of sound', '<enclosure url="/a.mp3" type="audio/mpeg"/>', undefined],
    ];
    for (const [what, inside, image] of pictures)
      it(`has pictures: ${what}`, async () => {
        const { publisher, base } = await serve(rss(item(inside)));
        const [article] = (await publisher.articles({ limit: 1 })).articles;
        const found = JSON.stringify(article!.image)?.replaceAll(base, '');
        expect(found && JSON.parse(found)).deep.equal(image);
      });

    it('leaves out what WordPress says below every excerpt', async () => {
      const [article] = await list(
        rss(
          item(
            '<description>&lt;p&gt;Wet.&lt;/p&gt;&lt;p&gt;The post &lt;a href="x"&gt;Rain&lt;/a&gt; appeared first on &lt;a href="y"&gt;The Daily&lt;/a&gt;.&lt;/p&gt;</description><category>Uncategorized</category>',
          ),
        ),
      );
      expect(article!.excerpt).equal('Wet.');
      expect(article!.kicker).equal(undefined);
    });

    it('is listed by the page and by what it holds', async () => {
      const { publisher } = await serve(
        rss(
          [1, 2, 3]
            .map((n) =>
              item(`<guid isPermaLink="false">${n}</guid><category>Tag ${n % 2}</category>`),
            )
            .join(''),
        ),
      );
      const page = await publisher.articles({ limit: 1, tags: ['tag-1'] });
      expect(page.articles.map(({ id }) => id)).deep.equal(['1']);
      const next = await publisher.articles({ limit: 1, tags: ['tag-1'], cursor: page.next });
      expect(next.articles.map(({ id }) => id)).deep.equal(['3']);
      expect(next.next).equal(undefined);
    });

    it('shows what it has where what comes after cannot be read', async () => {
      const { publisher } = await serve(rss(item(''), '<atom:link rel="next" href="gone"/>'));
      const { articles, next } = await publisher.articles({ limit: 5 });
      expect(articles.length).equal(1);
      expect((await failure(publisher.articles({ limit: 5, cursor: next }))).code).equal(
        'not-found',
      );
    });

    it('has the dates of the calendar only', async () => {
      const found = await list(
        rss(
          [
            '29 Feb 2024 10:00:00 GMT',
            '31 Apr 2024 10:00:00 GMT',
            // Where a system has no date.
            'Mon, 01 Jan 0001 00:00:00 GMT',
            'Wed, 31 Jan 2024 10:00:00 +0100',
          ]
            .map((date) => item(`<pubDate>${date}</pubDate>`))
            .join(''),
        ),
      );
      expect(found.map(({ published }) => published)).deep.equal([
        '2024-02-29T10:00:00Z',
        undefined,
        undefined,
        '2024-01-31T09:00:00Z',
      ]);
    });

    it('goes on where the feed says that there is more', async () => {
      const { publisher, origin } = await serve(rss(item(''), '<atom:link rel="next" href="2"/>'));
      await origin.route('/news/2', { body: rss(item('<guid>https://daily.example/2</guid>')) });
      const { articles } = await publisher.articles({ limit: 5 });
      expect(articles.length).equal(2);
    });
  });

  describe('RSS 1.0', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://daily.example/rdf"><title>The Daily</title><link>https://daily.example/</link><items><rdf:Seq><rdf:li resource="https://daily.example/1"/></rdf:Seq></items></channel>
    <item rdf:about="https://daily.example/1"><title>One</title><link>https://daily.example/1</link><dc:date>2024-03-01T10:00+01:00</dc:date><dc:creator>Ana</dc:creator><dc:subject>Ports</dc:subject></item>
    <item rdf:about="https://daily.example/2"><title>Two</title></item></rdf:RDF>`;

    it('gives its items, with Dublin Core', async () => {
      const [one, two] = await list(rdf);
      expect([one!.headline, one!.published, one!.kicker, one!.authors[0]!.name]).deep.equal([
        'One',
        '2024-03-01T09:00:00Z',
        'Ports',
        'Ana',
      ]);
      expect(two!.url).equal('https://daily.example/2');
      expect(one!.publisher!.name).equal('The Daily');
    });
  });

  describe('Atom', () => {
    it('1.0 gives articles with all that it says', async () => {
      const { publisher, base } = await serve(
        atom(
          `<entry xml:lang="es" xml:base="/es/"><title type="html">Uno &amp;amp; &lt;b&gt;dos&lt;/b&gt;</title>
          <link rel="self" href="self.atom"/><link rel="alternate" type="application/json" href="uno.json"/>
          <link rel="alternate" type="text/html" href="uno"/><link rel="enclosure" type="image/jpeg" href="uno.jpg"/>
          <id>tag:daily.example,2024:1</id><published>2024-03-01T10:00:00+01:00</published><updated>2024-03-02T10:00:00Z</updated>
          <author><name>Ana</name><uri>/ana</uri><email>ana@daily.example</email></author>
          <category term="ports" label="Puertos"/><summary>Dos &lt; tres</summary>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Dos <b>muelles</b><br/></p></div></content></entry>`,
          '<link href="https://daily.example/"/>',
        ),
      );
      const article = await publisher.article({ id: 'tag:daily.example,2024:1' }, { body: true });
      const { body, ...card } = article;
      expect(body).match(/<p>Dos <b>muelles<\/b><br ?\/><\/p>/);
      expect(JSON.parse(JSON.stringify(card).replaceAll(base, ''))).deep.equal({
        id: 'tag:daily.example,2024:1',
        url: '/es/uno',
        headline: 'Uno & dos',
        excerpt: 'Dos < tres',
        image: { url: '/es/uno.jpg', alt: '' },
        kicker: 'Puertos',
        tags: ['Puertos'],
        authors: [{ id: '/ana', name: 'Ana', url: '/ana' }],
        published: '2024-03-01T09:00:00Z',
        updated: '2024-03-02T10:00:00Z',
        language: 'es',
        publisher: { name: 'The Daily', url: 'https://daily.example/' },
      });
    });

    it('of several pages is the one that says that it is one', async () => {
      const [article] = await list(
        atom(
          '<entry><title>A</title><id>a</id><link href="https://daily.example/a"/><link rel="alternate" type="text/html" href="https://daily.example/a.html"/></entry>',
        ),
      );
      expect(article!.url).equal('https://daily.example/a.html');
    });

    const titles: [title: string, headline: string][] = [
      ['<title>AT&amp;T &lt;b&gt;</title>', 'AT&T <b>'],
      ['<title type="text">A &amp;amp; B</title>', 'A &amp; B'],
      [
        '<title type="html">&lt;b&gt;A&lt;/b&gt; &amp;amp; B &amp;lt;i&amp;gt;</title>',
        'A & B <i>',
      ],
      ['<title type="html"><![CDATA[A &hellip; <i>B</i>]]></title>', 'A … B'],
      [
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>&lt;B&gt;</i></div></title>',
        'A <B>',
      ],
      ['<title>\n  A\n  B\n</title>', 'A B'],
      ['<title/>', ''],
      ['<media:title>Not this</media:title><title>This</title>', 'This'],
      ['<title type="html">The &lt;dialog&gt; element</title>', 'The <dialog> element'],
      ['<title type="html">Up&lt;br /&gt;and down</title>', 'Up and down'],
      ['<title>It&#146;s &#x93;here&#x94;</title>', 'It’s “here”'],
      ['<title type="html">A &amp;rarr; B &amp;plusmn; 1</title>', 'A → B ± 1'],
    ];
    for (const [title, headline] of titles)
      it(`reads ${title.replace(/\s+/g, ' ')} as ${headline}`, async () => {
        const [article] = await list(
          atom(`<entry>${title}<link href="https://daily.example/x"/><id>x</id></entry>`),
        );
        expect(article!.headline).equal(headline);
      });

    it('0.3 is read with its own names', async () => {
      const article = await first(
        `<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en"><title>Old</title><author><name>Everyone</name></author>
       <entry><title mode="escaped" type="text/html">Rain &amp;amp; &lt;i&gt;wind&lt;/i&gt;</title><link rel="alternate" type="text/html" href="https://daily.example/rain"/>
       <id>old</id><issued>2004-03-01T10:00:00Z</issued><modified>2004-03-02T10:00:00Z</modified>
       <content type="text/html" mode="escaped">&lt;p&gt;Wet&lt;/p&gt;</content></entry></feed>`,
      );
      expect([article.headline, article.body, article.published, article.updated]).deep.equal([
        'Rain & wind',
        '<p>Wet</p>',
        '2004-03-01T10:00:00Z',
        '2004-03-02T10:00:00Z',
      ]);
      expect([article.language, article.authors[0]!.name]).deep.equal(['en', 'Everyone']);
    });

    it('under a prefix, with media of another one, is the same', async () => {
      const [article] = await list(
        `<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:m="http://search.yahoo.com/mrss/"><a:title>D</a:title><a:entry><a:title>Rain</a:title><a:link href="https://daily.example/rain"/><a:id>1</a:id><m:thumbnail url="https://daily.example/t.jpg"/></a:entry></a:feed>`,
      );
      expect([article!.headline, article!.image!.url]).deep.equal([
        'Rain',
        'https://daily.example/t.jpg',
      ]);
    });

    it('never leads to what is not its page', async () => {
      const { publisher } = await serve(
        atom(
          '<entry><title>A</title><id>https://daily.example/id</id><link rel="self" href="/self"/></entry>',
        ),
      );
      const { articles } = await publisher.articles({ limit: 5 });
      expect(articles.map(({ id, url }) => [id, url])).deep.equal([
        ['https://daily.example/id', ''],
      ]);
    });

    it('has no articles where none has an address or a headline', async () => {
      const { publisher } = await serve(atom('<entry><id>1</id></entry><entry><id>2</id></entry>'));
      const error = await failure(publisher.articles({ limit: 5 }));
      expect(error.code).equal('bad-answer');
      expect(error.message).match(/none of its items has an address or a headline/);
    });
  });

  describe('A feed as feeds are', () => {
    const good = (n: number) =>
      `<item><title>T${n}</title><link>https://daily.example/${n}</link><guid isPermaLink="false">${n}</guid><pubDate>0${n} Mar 2024 10:00:00 GMT</pubDate></item>`;
    const whole = rss(good(1) + good(2));
    const broken = (between: string) => rss(good(1) + between + good(3));

    const readings: [what: string, feed: string, headlines: string[]][] = [
      ['after white space', `\n\n  ${whole}`, ['T1', 'T2']],
      ['after a byte-order mark', `\ufeff${whole}`, ['T1', 'T2']],
      [
        'after a warning of PHP',
        `<br />\n<b>Warning</b>: Undefined variable in <b>/x.php</b><br />\n${whole}`,
        ['T1', 'T2'],
      ],
      ['before something else', `${whole}\n<script>track()</script>`, ['T1', 'T2']],
      [
        'with a document type',
        whole.replace(
          '?><rss',
          '?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss',
        ),
        ['T1', 'T2'],
      ],
      [
        'with entities of its own, which are not taken',
        `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss(item('').replace('Rain', 'X &b;'))}`,
        ['X &b;'],
      ],
      [
        'with entities of HTML',
        rss(item('').replace('Rain', 'Caf&eacute;&nbsp;&mdash; &Unknown; R&D')),
        ['Café\xa0— &Unknown; R&D'],
      ],
      ['with bare ampersands', rss(item('').replace('Rain', 'Q&A, AT&T &')), ['Q&A, AT&T &']],
      ['with control characters', rss(item('').replace('Rain', 'A\x0bB\x00C&#8;D')), ['ABCD']],
      [
        'with a prefix that nobody declared',
        '<rss version="2.0"><channel><title>D</title><item><title>Rain</title><link>https://daily.example/</link><media:thumbnail url="https://daily.example/t.jpg"/><foo:bar x:y="1"/></item></channel></rss>',
        ['Rain'],
      ],
      ['that was cut off', whole.slice(0, whole.indexOf('<title>T2') + 20), ['T1']],
      [
        'with markup that was not escaped',
        rss(item('<description>Wet <br> and <p>cold</description>') + good(2)),
        ['Rain', 'T2'],
      ],
      ['with an item that is broken', broken('<item><title>T2</link></item>'), ['T1', 'T3']],
      [
        'with an item that does not end',
        broken('<item><title>T2</title><link>https://daily.example/2</link>'),
        ['T1', 'T3'],
      ],
      [
        'with a CDATA section that does not end',
        broken(
          '<item><title>T2</title><link>https://daily.example/2</link><description><![CDATA[x</description></item>',
        ),
        ['T1', 'T3'],
      ],
      [
        'with a CDATA section that ends in the next item, and is well formed so',
        broken(
          `<item><title>T2</title><link>https://daily.example/2</link><description><![CDATA[a [b] c</description><pubDate>02 Mar 2024 10:00:00 GMT</pubDate></item>${good(4).replace('<guid', '<description><![CDATA[x]]></description><guid')}`,
        ),
        ['T1', 'T4', 'T3'],
      ],
      [
        'with a CDATA section that ends two items later',
        broken(
          `<item><title>T2</title><link>https://daily.example/2</link><description><![CDATA[</description></item>${good(4)}${good(5).replace('<guid', '<description><![CDATA[x]]></description><guid')}`,
        ),
        ['T1', 'T4', 'T5', 'T3'],
      ],
      [
        'with a CDATA section in the text of another',
        broken(
          good(2).replace(
            '<guid',
            '<description><![CDATA[Write <![CDATA[ so]]></description><guid',
          ),
        ),
        ['T1', 'T2', 'T3'],
      ],
      [
        'with an item whose beginning is lost',
        broken('<titel>T2</title><link>https://daily.example/2</link></item>'),
        ['T1', 'T3'],
      ],
      [
        'with an item in an item’s text',
        broken(
          `<item><title>T2</title><link>https://daily.example/2</link><oops><description><![CDATA[How to: ${good(9)} so]]></description></item>`,
        ),
        ['T1', 'T3'],
      ],
      [
        'with two items that ran into one',
        broken(
          '<oops><item><title>A</title><link>https://daily.example/a</link><title>B</title><pubDate>01 Mar 2024</pubDate></item>',
        ),
        ['T1', 'T3'],
      ],
      ['with a broken head', rss(good(1), '<description>Cats & <br></description>'), ['T1']],
    ];
    for (const [what, feed, headlines] of readings)
      it(`is read ${what}`, async () => {
        const found = await list(feed);
        expect(found.map(({ headline }) => headline)).deep.equal(headlines);
        for (const { headline, url, published } of found.filter(({ headline }) =>
          /^T\d/.test(headline),
        )) {
          expect(url).equal(`https://daily.example/${headline.slice(1)}`);
          expect(published).equal(`2024-03-0${headline.slice(1)}T10:00:00Z`);
        }
      });

    it('finds a picture under a prefix that nobody declared', async () => {
      const [article] = await list(
        '<rss version="2.0"><channel><title>D</title><item><title>Rain</title><link>https://daily.example/</link><media:thumbnail url="https://daily.example/t.jpg"/></item></channel></rss>',
      );
      expect(article!.image?.url).equal('https://daily.example/t.jpg');
    });

    it('does not take the picture of an item inside an item', async () => {
      const [article] = await list(
        rss(item(`${item('<media:thumbnail url="https://daily.example/t.jpg"/>')}`)),
      );
      expect(article!.image).equal(undefined);
    });

    it('is read when it is served as a page', async () => {
      const { publisher } = await serve(whole, { headers: { 'content-type': 'text/html' } });
      expect((await publisher.articles({ limit: 5 })).articles.length).equal(2);
    });

    const wrong: [what: string, body: string][] = [
      ['a page', '<!doctype html><html><head><title>Sign in</title></head><body><p>Hello</html>'],
      ['a well-formed page', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
      ['nothing', ''],
      ['JSON', '{"items":[]}'],
      [
        'a broken feed without one good item',
        '<rss><channel><item><title>A</item></channel></rss>',
      ],
    ];
    for (const [what, body] of wrong)
      it(`is not ${what}`, async () => {
        const { publisher } = await serve(body);
        const error = await failure(publisher.articles({ limit: 5 }));
        expect(error.code).equal('bad-answer');
        expect(error.message).match(/neither RSS nor Atom/);
      });

    it('without items is empty, not wrong', async () => {
      expect(await list(rss(''))).deep.equal([]);
      expect(await list(atom(''))).deep.equal([]);
    });

    it('runs and requests nothing of what is in it', async () => {
      const { publisher, origin } = await serve('');
      await origin.route('/news/feed', {
        body: `<?xml-stylesheet type="text/xsl" href="${origin.url}/style.xsl"?><!DOCTYPE rss SYSTEM "${origin.url}/x.dtd">${rss(
          item(
            `<description><script xmlns="http://www.w3.org/1999/xhtml">window.ran = true</script><img xmlns="http://www.w3.org/1999/xhtml" src="${origin.url}/x.png" onerror="window.ran = true"/></description>`,
          ),
        )}`,
      });
      await publisher.articles({ limit: 5 });
      expect((await origin.requests()).map(({ path }) => path)).deep.equal(['/news/feed']);
      expect('ran' in globalThis).equal(false);
    });
  });
}
