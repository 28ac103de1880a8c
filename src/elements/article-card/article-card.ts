import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { lookUpArticle, type ArticleQuestion } from '../../reading/article-lookup.js';
import { CardEvents } from '../../controllers/card-events.js';
import { Resource, type ResourceOptions } from '../../controllers/resource.js';
import type { Article } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import { base } from '../../styles/base.js';
import type { Layout } from '../../styles/dimensions.js';
import { PublishedWidget } from '../published-widget.js';
import { cardStyles } from './article-card.styles.js';
import { cardLook, pictureSizes, type CardLook } from './card-look.js';
import { card, cardSkeleton, fixed, inOne } from './card.js';

/**
 * One article: picture, kicker, headline, excerpt, byline and date, with one link to the original.
 * Looked up by `src` or `article-id`, or written out in attributes.
 *
 * @tagname nr-article-card
 * @attr {string} src - Address of the article; looked up at `source`, else at its own site
 * @attr {string} article-id - The article's id at `source`
 * @attr {string} headline - Text of the headline, for a card without a publisher's system
 * @attr {string} href - Where the card leads
 * @attr {string} image - Address of the picture
 * @attr {string} image-alt - What the picture shows
 * @attr {string} kicker - The line above the headline
 * @attr {string} excerpt - A sentence or two
 * @attr {string} byline - Names of the authors
 * @attr {string} published - ISO 8601 with a zone
 * @attr {string} publisher - Name of the publisher
 * @attr {'stacked' | 'row' | 'compact' | 'headline' | 'hero'} [layout=stacked] - How the parts stand
 * @attr {string} show - The parts to show, separated by spaces: `image kicker excerpt byline date publisher`. Left out, all but `publisher`; `image date` in layout `compact`, `date` in layout `headline`
 * @attr {2 | 3 | 4 | 5 | 6} [heading-level=3] - Level of the headline in the page's outline
 * @cssprop [--nr-gap] - Between cards
 * @cssprop [--nr-image-ratio] - Width / height of pictures, such as `3/2`
 * @csspart card - The whole card
 * @csspart image - The picture
 * @csspart kicker - The line above the headline
 * @csspart headline - The headline
 * @csspart link - The link to the original
 * @csspart excerpt - The excerpt
 * @csspart byline - The authors
 * @csspart date - The date
 * @fires {NrOpenEvent} nr-open - A reader opens the article; cancelable
 * @fires {NrViewEvent} nr-view - Half of the card was on screen for a second
 */
export class NrArticleCard extends PublishedWidget {
  static override properties: PropertyDeclarations = {
    src: {},
    articleId: { attribute: 'article-id' },
    headline: {},
    href: {},
    image: {},
    imageAlt: { attribute: 'image-alt' },
    kicker: {},
    excerpt: {},
    byline: {},
    published: {},
    publisher: {},
    layout: {},
    show: {},
    article: { attribute: false, noAccessor: true },
  };
  static override styles: CSSResultGroup = [base, cardStyles];

  declare src: string | undefined;
  declare articleId: string | undefined;
  declare headline: string | undefined;
  declare href: string | undefined;
  declare image: string | undefined;
  declare imageAlt: string | undefined;
  declare kicker: string | undefined;
  declare excerpt: string | undefined;
  declare byline: string | undefined;
  declare published: string | undefined;
  declare publisher: string | undefined;
  declare layout: Layout | undefined;
  declare show: string | undefined;

  override readonly widget = 'article-card';
  #given: Article | undefined;

  constructor() {
    super();
    new CardEvents(this);
  }

  // One for all cards.
  static readonly #reading: ResourceOptions<ArticleQuestion, Article> = {
    question: (card: NrArticleCard) =>
      card.#given ? undefined : card.articleQuestion(card.src, card.articleId),
    ask: lookUpArticle,
    count: (card: NrArticleCard) => card.count,
  };
  protected override readonly resource = new Resource(this, NrArticleCard.#reading);

  /** The article: set it, and nothing is fetched; read it after `nr-load`. */
  get article(): Article | undefined {
    return this.#given ?? this.resource.value ?? this.#written();
  }
  set article(article: Article | undefined) {
    this.#given = this.resource.take(article, this.#given);
  }

  protected override get count(): number {
    return this.#given || this.resource.value || this.headline || this.href ? 1 : 0;
  }

  /** The article that the attributes write out. */
  #written(): Article | undefined {
    const { headline, href, image, imageAlt, kicker, excerpt, byline, published, publisher } = this;
    if (!headline && !href) return undefined;
    const url = webUrl(href, this.baseURI);
    if (href && !url) this.complain('href', href, 'give an http(s) address; the card has no link');
    const picture = webUrl(image, this.baseURI);
    if (image && !picture) this.complain('image', image, 'give an http(s) address');
    if (published && Number.isNaN(Date.parse(published))) {
      this.complain('published', published, 'give an ISO 8601 date such as 2026-11-24T08:00:00Z');
    }
    return {
      id: url ?? headline ?? '',
      url: url ?? '',
      headline: headline ?? '',
      image: picture ? { url: picture, alt: imageAlt ?? '' } : undefined,
      kicker,
      excerpt,
      authors: byline ? [{ name: byline }] : [],
      published,
      publisher: publisher ? { name: publisher, url: '' } : undefined,
    };
  }

  protected override look(): { name: unknown; show: unknown } {
    const { layout, parts } = this.#look();
    return { name: html`layout-${layout}`, show: fixed(`"${parts.join(' ')}"`) };
  }

  #look(): CardLook {
    const look = cardLook(this.layout, this.show);
    look.problems.forEach((problem) => this.complain(...problem));
    return look;
  }

  /** As of all widgets; but what is the same for most cards is no value, and nothing is ever announced. */
  protected override frame(name: unknown, content: unknown, show: unknown): TemplateResult {
    const frame = inOne(super.frame(name, true, show));
    // In place of `true`.
    frame.values[2] = content;
    return frame;
  }

  protected override skeleton(): unknown {
    return cardSkeleton(this.#look().parts);
  }

  protected override content(): unknown {
    const { layout, parts } = this.#look();
    const { place } = this.resource;
    const article = this.article!;
    const age = this.locale.pick(article.age);
    const shown = card(article, {
      parts,
      headingLevel: this.levelOr(3),
      locale: this.locale,
      outgoing: (url) => this.outgoing(url),
      // On a server it is above the edge of a screen that nobody knows.
      eager: place && (place.top < 0 || place.top < innerHeight),
      sizes: pictureSizes(layout, place?.width, 1),
    });
    return inOne(
      age
        ? html`<p class="empty">${age}</p>
            ${shown}`
        : shown,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nr-article-card': NrArticleCard;
  }
}
