import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import { CardEvents } from '../../controllers/card-events.js';
import { ArticleList, type ListQuestion } from '../../controllers/article-list.js';
import type { Article } from '../../model/article.js';
import type { ArticleQuery } from '../../publishers/publisher.js';
import { isOn } from '../../page/settings.js';
import { base } from '../../styles/base.js';
import { columnsAt, columnSteps, usualColumns, type Layout } from '../../styles/dimensions.js';
import { cardStyles } from '../article-card/article-card.styles.js';
import { cardLook, pictureSizes, type CardLook } from '../article-card/card-look.js';
import { card, cardSkeleton, inOne } from '../article-card/card.js';
import { numeric, wholeNumber, words } from '../attributes.js';
import { PublishedWidget } from '../published-widget.js';
import { headlinesStyles } from './headlines.styles.js';

/**
 * A list of a publisher's articles, newest first.
 *
 * @tagname nr-headlines
 * @attr {number} [limit=5] - How many articles, 1 to 100; also the size of a page
 * @attr {string} category - Ids or slugs, separated by spaces
 * @attr {string} tag - Ids or slugs, separated by spaces
 * @attr {string} author-id - Only this author's articles
 * @attr {string} search - Only articles with these words; of Ghost, in their headlines
 * @attr {string} exclude - Ids or addresses of articles to leave out, separated by spaces
 * @attr {'stacked' | 'row' | 'compact' | 'headline' | 'hero'} [layout=stacked] - How each card's parts stand
 * @attr {number} columns - Columns at most, 1 to 6; as many as the widget's own width allows. Left out: 4 for `stacked`, else 1
 * @attr {string} heading - Text above the list
 * @attr {number} refresh - Looks for new articles every so many seconds (30 or more) while the page is visible; they wait behind a button
 * @attr {boolean} more - A button that loads the next page
 * @attr {string} show - The parts of a card, separated by spaces: `image kicker excerpt byline date publisher`. Left out, all but `publisher`; `image date` in layout `compact`, `date` in layout `headline`
 * @attr {2 | 3 | 4 | 5 | 6} heading-level - Level of the heading (2); headlines are one deeper, or 3 without a heading
 * @cssprop [--nr-gap] - Between cards
 * @cssprop [--nr-image-ratio] - Width / height of pictures, such as `3/2`
 * @csspart heading - The text above the list
 * @csspart list - The list
 * @csspart item - An item of the list
 * @csspart card - A card
 * @csspart image - A card's picture
 * @csspart kicker - The line above a headline
 * @csspart headline - A headline
 * @csspart link - The link to an original
 * @csspart excerpt - An excerpt
 * @csspart byline - The authors of an article
 * @csspart date - The date of an article
 * @csspart more - The button that loads the next page
 * @fires {NrOpenEvent} nr-open - A reader opens an article; cancelable
 * @fires {NrViewEvent} nr-view - Half of a card was on screen for a second
 */
export class NrHeadlines extends PublishedWidget {
  static override properties: PropertyDeclarations = {
    limit: { converter: numeric },
    category: {},
    tag: {},
    authorId: { attribute: 'author-id' },
    search: {},
    exclude: {},
    layout: {},
    columns: { converter: numeric },
    heading: {},
    refresh: { converter: numeric },
    more: { converter: isOn },
    show: {},
    articles: { attribute: false, noAccessor: true },
  };
  static override styles: CSSResultGroup = [base, cardStyles, headlinesStyles];

  declare limit: number | undefined;
  declare category: string | undefined;
  declare tag: string | undefined;
  declare authorId: string | undefined;
  declare search: string | undefined;
  declare exclude: string | undefined;
  declare layout: Layout | undefined;
  declare columns: number | undefined;
  declare heading: string | undefined;
  declare refresh: number | undefined;
  declare more: boolean | undefined;
  declare show: string | undefined;

  override readonly widget = 'headlines';
  #given: Article[] | undefined;

  constructor() {
    super();
    new CardEvents(this);
  }
  readonly #list = new ArticleList(
    this,
    () => this.#question(),
    () => this.count,
  );

  protected override get resource(): ArticleList['resource'] {
    return this.#list.resource;
  }

  /** The articles: set them, and nothing is fetched; read them after `nr-load`. */
  get articles(): Article[] | undefined {
    return this.#given ?? this.resource.value?.articles;
  }
  set articles(articles: Article[] | undefined) {
    this.#given = this.resource.take(articles, this.#given);
  }

  protected override get count(): number {
    return this.articles?.length ?? 0;
  }

  get #limit(): number {
    return this.valid('limit', this.limit, wholeNumber(1, 100), 5, '1 to 100');
  }

  #question(): ListQuestion | undefined {
    const source = this.#given ? undefined : this.sourceOr();
    if (!source) return undefined;
    const { category, tag, authorId, search, exclude } = this;
    const list = (value: string | undefined) =>
      (words(value)[0] && words(value)) as string[] | undefined;
    const query: ArticleQuery = {
      limit: this.#limit,
      categories: list(category),
      tags: list(tag),
      authorId: authorId || undefined,
      search: search || undefined,
      exclude: list(exclude),
    };
    return { source, query };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.more = isOn(this.more);
    void this.#list.refreshEvery(
      this.valid('refresh', this.refresh, wholeNumber(30, 86_400), 0, '30 or more'),
    );
  }

  #look(): CardLook {
    const look = cardLook(this.layout, this.show);
    look.problems.forEach((problem) => this.complain(...problem));
    return look;
  }

  protected override look(): { name: string; show: string } {
    const { layout, parts } = this.#look();
    return { name: `layout-${layout}`, show: parts.join(' ') };
  }

  protected override skeleton(): unknown {
    const { parts } = this.#look();
    const room = new Array<unknown>(this.#limit).fill(html`<li>${cardSkeleton(parts)}</li>`);
    return this.#around(room, this.more ? html`<div class="more"></div>` : nothing);
  }

  protected override content(): unknown {
    const { layout, parts } = this.#look();
    const { place, value } = this.resource;
    const columns = this.#columns || usualColumns(layout);
    // On a server it is above the edge of a screen that nobody knows.
    const onFirstScreen =
      place && (place.top < 0 || place.top < innerHeight)
        ? columnsAt(place.width / 16, columns)
        : 0;
    const options = {
      parts,
      headingLevel: this.heading ? Math.min(this.levelOr(2) + 1, 6) : this.levelOr(3),
      locale: this.locale,
      outgoing: (url: string) => this.outgoing(url),
      sizes: pictureSizes(layout, place?.width, columns),
    };
    const items = this.articles!.map((article, index) =>
      inOne(
        html`<li class="item" part="item">
          ${card(article, { ...options, eager: place && index < onFirstScreen })}
        </li>`,
      ),
    );
    const strings = this.locale.strings!;
    const { waiting, adding, failed } = this.#list;
    const note = waiting.length ? strings.waiting(waiting.length) : this.locale.pick(value?.note);
    return html`${
      note
        ? html`<div class="waiting">
            <button part="button" @click=${this.#showWaiting}>${note}</button>
          </div>`
        : nothing
    }${this.#around(
      items,
      this.more && value?.next
        ? html`<button
            class="more"
            part="button more"
            aria-disabled=${adding}
            @click=${this.#showMore}
          >
            ${adding ? strings.loading : failed ? strings.retry : strings.more}
          </button>`
        : nothing,
    )}`;
  }

  /** 0: as many as the layout has. */
  get #columns(): number {
    const most = columnSteps.length + 1;
    return this.valid('columns', this.columns, wholeNumber(1, most), 0, `1 to ${most}`);
  }

  #around(items: unknown, button: unknown): unknown {
    return html`${
        this.heading
          ? html`<div class="heading" part="heading" role="heading" aria-level=${this.levelOr(2)}>
              ${this.heading}
            </div>`
          : nothing
      }
      <ul class="list" part="list" role="list" data-columns=${this.#columns || nothing}>
        ${items}
      </ul>
      ${button}`;
  }

  async #showMore(): Promise<void> {
    const growth = await this.#list.grow();
    this.#list.failed = !growth;
    this.requestUpdate();
    await growth?.more();
  }

  async #showWaiting(): Promise<void> {
    (await this.#list.grow())?.showWaiting();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nr-headlines': NrHeadlines;
  }
}
