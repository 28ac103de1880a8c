import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import type { ArticleQuestion } from '../../reading/article-lookup.js';
import { readArticle } from '../../reading/article-reading.js';
import { Markup } from '../../controllers/markup.js';
import { Resource } from '../../controllers/resource.js';
import { tell } from '../../page/tell.js';
import { articleStrings } from '../../locales/article/dictionary.js';
import type { ArticleStrings } from '../../locales/article/strings.js';
import { ask } from '../../locales/ask.js';
import type { Article } from '../../model/article.js';
import { base } from '../../styles/base.js';
import { prose } from '../../styles/prose.js';
import { authorStyles } from '../author-bio/author.styles.js';
import { authorBio } from '../author-bio/author.js';
import { PublishedWidget } from '../published-widget.js';
import { shownParts } from '../shown-parts.js';
import { arrange, openFrame } from './arrange.js';
import { articleStyles } from './article.styles.js';
import { placeComments } from './comments-slot.js';
import { directionOf } from './direction.js';
import { leadImage } from './lead-image.js';
import { articleMeta } from './meta.js';

const parts = [
  'kicker',
  'byline',
  'date',
  'image',
  'body',
  'authors',
  'comments',
  'reading-time',
] as const;
type ArticlePart = (typeof parts)[number];

const usual: ArticlePart[] = ['kicker', 'byline', 'date', 'image', 'body', 'authors'];

/** Of a headline: WebKit takes ten seconds to break a word of a megabyte. */
const MOST_LETTERS = 1000;

/**
 * A full article: headline, byline, dates, picture, body, and the way back to the original.
 *
 * @tagname nr-article
 * @attr {string} src - Address of the article; looked up at `source`, else at its own site
 * @attr {string} article-id - The article's id at `source`
 * @attr {string} [show=kicker byline date image body authors] - The parts to show, separated by spaces: `kicker byline date image body authors comments reading-time`
 * @attr {2 | 3 | 4 | 5 | 6} [heading-level=2] - Level of the headline in the page's outline
 * @slot after-paragraph-N - Stands after the body's Nth paragraph, or at its end where it has fewer; beyond the 200th it has to be there when the article is painted
 * @slot comments - In place of the comment box that `show` names; that one is a widget of its own, which an application imports (`newsrack/define/comment-box.js`) and the script tag finds
 * @csspart kicker - The line above the headline
 * @csspart headline - The headline
 * @csspart link - The links to the original
 * @csspart byline - The authors
 * @csspart date - The dates
 * @csspart image - The picture
 * @csspart body - The article itself
 * @csspart message - Why there is no body, or no more of it
 * @csspart heading - The line above the biographies
 * @csspart portrait - An author's portrait
 * @csspart name - An author's name
 * @csspart job-title - What an author does
 * @csspart bio - An author's biography
 * @fires {NrOpenEvent} nr-open - A reader goes to the original; cancelable
 */
export class NrArticle extends PublishedWidget<ArticleStrings> {
  static override properties: PropertyDeclarations = {
    src: {},
    articleId: { attribute: 'article-id' },
    show: {},
    article: { attribute: false, noAccessor: true },
  };
  static override styles: CSSResultGroup = [base, prose, authorStyles, articleStyles];
  static override readonly sentences = articleStrings;

  declare src: string | undefined;
  declare articleId: string | undefined;
  declare show: string | undefined;

  override readonly widget = 'article';
  protected readonly markup = new Markup(this);
  #given: Article | undefined;
  /** What the authors say of themselves, which comes after the article. */
  protected completing: Promise<void> | undefined;

  protected override readonly resource = new Resource<ArticleQuestion, Article>(this, {
    question: () => (this.#given ? undefined : this.articleQuestion(this.src, this.articleId)),
    ask: async (question, options) => {
      const shows = this.#shows;
      // Bodies are markup: what shows it is fetched beside them.
      const door = shows('body') && this.markup.prepare('<p>');
      const { article, authors } = await readArticle(question, shows('authors'), options);
      await door;
      this.completing = authors?.then((authors) => {
        article.authors = authors;
        this.requestUpdate();
      });
      return article;
    },
    count: () => this.count,
  });

  /** The article: set it, and nothing is fetched; read it after `nr-load`. */
  get article(): Article | undefined {
    return this.#given ?? this.resource.value;
  }
  set article(article: Article | undefined) {
    this.#given = this.resource.take(article, this.#given);
  }

  protected override get count(): number {
    return this.article ? 1 : 0;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await Promise.all([this.markup.ready, this.completing]);
    return super.getUpdateComplete();
  }

  get #parts(): readonly ArticlePart[] {
    const { shown, problem } = shownParts(this.show, parts, usual, 'headline');
    if (problem) this.complain(...problem);
    return shown;
  }

  get #shows(): (part: ArticlePart) => boolean {
    const chosen = this.#parts;
    return (part) => chosen.includes(part);
  }

  protected override look(): { name: string; show: string } {
    return { name: 'article', show: this.#parts.join(' ') };
  }

  protected override skeleton(): unknown {
    const shows = this.#shows;
    return html`<div class="title"></div>
      ${shows('image') ? html`<div class="picture"></div>` : nothing}
      ${shows('body') ? html`<div class="text"></div>` : nothing}`;
  }

  protected override content(): unknown {
    const article = this.article!;
    const shows = this.#shows;
    const { language } = article;
    const direction = directionOf(language);
    const strings = this.locale.strings!;
    const age = this.locale.pick(article.age);
    return html`<article>
      ${age ? html`<p class="empty">${age}</p>` : nothing}
      ${this.#origin(article, (publisher) => strings.originally(publisher), 'origin')}
      ${
        shows('kicker') && article.kicker
          ? html`<div class="kicker" part="kicker" lang=${language ?? nothing} dir=${direction}>
              ${article.kicker}
            </div>`
          : nothing
      }
      <div
        class="headline"
        part="headline"
        role="heading"
        aria-level=${this.levelOr(2)}
        lang=${language ?? nothing}
        dir=${direction}
      >
        ${(article.headline || strings.untitled).slice(0, MOST_LETTERS)}
      </div>
      ${articleMeta(article, shows, this.locale)}
      ${shows('image') ? leadImage(article, this.markup) : nothing}
      ${shows('body') ? this.#body(article) : nothing} ${this.#gate(article)}
      ${shows('authors') && article.authors?.length ? this.#authors(article) : nothing}
      ${shows('comments') ? html`<slot name="comments" class="comments"></slot>` : nothing}
    </article>`;
  }

  /** A link to the original, with the page's campaign on it. */
  #origin(article: Article, label: (publisher: string) => string, name: string): unknown {
    const href = this.outgoing(article.url);
    if (!href) return nothing;
    const publisher = article.publisher?.name || new URL(href).host.replace(/^www\./, '');
    return html`<p class=${name}>
      <a part="link" href=${href} rel="external bookmark" @click=${this.#open}
        >${label(publisher)}</a
      >
    </p>`;
  }

  #body(article: Article): unknown {
    const { language, url, body } = article;
    if (!body) return nothing;
    return html`<div
      class="body prose"
      part="body"
      lang=${language ?? nothing}
      dir=${directionOf(language, body)}
      @click=${openFrame}
    >
      ${this.markup.show(body, {
        profile: 'article',
        base: url,
        headingLevel: Math.min(this.levelOr(2) + 1, 6),
        frameLabel: (host) => ask(this.locale.tag, host),
        arrange: (fragment) =>
          arrange(fragment, {
            slots: [...this.children].map(({ slot }) => slot),
            table: this.locale.strings!.table,
          }),
      })}
    </div>`;
  }

  /** Why there is no body, or no more of it. */
  #gate(article: Article): unknown {
    const strings = this.locale.strings!;
    const { access } = article;
    if (!access || access === 'public') return nothing;
    return html`<div class="gate" part="message">
      <p>${access === 'members' ? strings.membersOnly : strings.protected}</p>
      ${this.#origin(article, (publisher) => strings.readAt(publisher), '')}
    </div>`;
  }

  #authors({ authors }: Article): unknown {
    const headingLevel = Math.min(this.levelOr(2) + 1, 6);
    return html`<div class="about-authors">
      <div class="heading" part="heading" role="heading" aria-level=${headingLevel}>
        ${this.locale.strings!.aboutAuthors(authors.length)}
      </div>
      ${authors.map((author) =>
        authorBio(author, {
          parts: ['portrait', 'job-title', 'bio', 'links'],
          headingLevel: Math.min(headingLevel + 1, 6),
          locale: this.locale,
          markup: this.markup,
          outgoing: (url) => this.outgoing(url),
          home: this.article!.url,
          anyPortrait: false,
        }),
      )}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.article || !this.#shows('comments')) return;
    placeComments(this, {
      source: this.source,
      'source-type': this.sourceType,
      'source-key': this.sourceKey,
      'heading-level': this.headingLevel?.toString(),
      'utm-source': this.utmSource,
      'utm-medium': this.utmMedium,
      'utm-campaign': this.utmCampaign,
      // An id means something at its source only.
      src: this.articleId && !this.#given ? undefined : this.article.url,
      'article-id': this.#given ? undefined : this.articleId,
    });
  }

  #open = (event: Event): void => {
    if (!tell(this, 'nr-open', { article: this.article }, true)) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nr-article': NrArticle;
  }
}
