import { html, type CSSResultGroup, type PropertyDeclarations } from 'lit';
import {
  lookUpAuthors,
  type AuthorAnswer,
  type AuthorQuestion,
} from '../../reading/author-lookup.js';
import { Markup } from '../../controllers/markup.js';
import { Resource } from '../../controllers/resource.js';
import { tell } from '../../page/tell.js';
import type { Article, Author } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import { base } from '../../styles/base.js';
import { prose } from '../../styles/prose.js';
import { words } from '../attributes.js';
import { PublishedWidget } from '../published-widget.js';
import { shownParts } from '../shown-parts.js';
import { authorStyles } from './author.styles.js';
import { authorBio, authorParts, type AuthorPart } from './author.js';

const usual: AuthorPart[] = ['portrait', 'job-title', 'bio', 'links'];

/**
 * Who wrote it: portrait, name, job title, biography and links of an author, or of all authors of an article in order.
 * A portrait that another site than the publisher's serves, such as gravatar.com, is asked for only if `show` names
 * `portrait`; else the author's initials stand there.
 *
 * @tagname nr-author-bio
 * @attr {string} author-id - The author's id at `source`
 * @attr {string} src - Address of an article, for its authors
 * @attr {string} article-id - Id of an article at `source`, for its authors
 * @attr {string} name - Name of an author, for a biography without a publisher's system; the biography itself in `slot="bio"`
 * @attr {string} job-title - What the author does
 * @attr {string} image - Address of the portrait
 * @attr {string} href - Where the name leads
 * @attr {string} [show=portrait job-title bio links] - The parts to show, separated by spaces: `portrait job-title bio links articles`
 * @attr {2 | 3 | 4 | 5 | 6} [heading-level=3] - Level of the name in the page's outline
 * @cssprop [--nr-gap=1.5em] - Between authors
 * @slot bio - The biography, beside a `name`
 * @csspart portrait - The portrait, or the initials in its place
 * @csspart name - The author's name
 * @csspart job-title - What the author does
 * @csspart bio - The biography
 * @csspart link - Every link outside the biography
 * @csspart heading - The line above more articles
 * @csspart list - More articles by the author
 * @csspart item - One of these
 * @csspart headline - Its headline
 * @csspart date - Its date
 * @fires {NrOpenEvent} nr-open - A reader opens one of the author's articles; cancelable
 */
export class NrAuthorBio extends PublishedWidget {
  static override properties: PropertyDeclarations = {
    authorId: { attribute: 'author-id' },
    src: {},
    articleId: { attribute: 'article-id' },
    name: {},
    jobTitle: { attribute: 'job-title' },
    image: {},
    href: {},
    show: {},
    authors: { attribute: false, noAccessor: true },
  };
  static override styles: CSSResultGroup = [base, prose, authorStyles];

  declare authorId: string | undefined;
  declare src: string | undefined;
  declare articleId: string | undefined;
  declare name: string | undefined;
  declare jobTitle: string | undefined;
  declare image: string | undefined;
  declare href: string | undefined;
  declare show: string | undefined;

  override readonly widget = 'author-bio';
  protected readonly markup = new Markup(this);
  #given: Author[] | undefined;

  protected override readonly resource = new Resource<AuthorQuestion, AuthorAnswer>(this, {
    question: () => this.#question(),
    ask: async (question, options) => {
      const answer = await lookUpAuthors(question, options);
      await this.markup.prepare(...answer.authors.map(({ bio }) => bio));
      return answer;
    },
    count: () => this.count,
  });

  /** The authors: set them, and nothing is fetched; read them after `nr-load`. */
  get authors(): Author[] | undefined {
    return this.#given ?? this.resource.value?.authors ?? this.#written();
  }
  set authors(authors: Author[] | undefined) {
    this.#given = this.resource.take(authors, this.#given);
  }

  protected override get count(): number {
    return this.authors?.length ?? 0;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.markup.ready;
    return super.getUpdateComplete();
  }

  #question(): AuthorQuestion | undefined {
    const { authorId, src, articleId } = this;
    if (this.#given || !(authorId || src || articleId)) return undefined;
    const url = authorId ? undefined : this.articleUrl(src);
    const of = authorId ? { authorId } : url ? { url } : articleId ? { id: articleId } : undefined;
    const source = of && this.sourceOr(url);
    const parts = this.#parts;
    return (
      source && {
        source,
        of,
        jobTitles: parts.includes('job-title'),
        articles: parts.includes('articles'),
      }
    );
  }

  /** The author that the attributes write out. */
  #written(): Author[] | undefined {
    const { name, jobTitle, image, href } = this;
    if (!name) return undefined;
    const portrait = webUrl(image, this.baseURI);
    if (image && !portrait) this.complain('image', image, 'give an http(s) address');
    const url = webUrl(href, this.baseURI);
    if (href && !url) this.complain('href', href, 'give an http(s) address; the name has no link');
    return [{ name, jobTitle, url, image: portrait ? { url: portrait, alt: '' } : undefined }];
  }

  get #parts(): readonly AuthorPart[] {
    const { shown, problem } = shownParts(this.show, authorParts, usual, 'name');
    if (problem) this.complain(...problem);
    return shown;
  }

  protected override look(): { name: string; show: string } {
    return { name: 'authors', show: this.#parts.join(' ') };
  }

  protected override skeleton(): unknown {
    return html`<div class="author">
      ${this.#parts.includes('portrait') ? html`<div class="portrait"></div>` : ''}
    </div>`;
  }

  protected override content(): unknown {
    const parts = this.#parts;
    const { value } = this.resource;
    const written = !this.#given && !value;
    const age = this.locale.pick(value?.age);
    const shown = this.authors!.map((author, index) =>
      authorBio(author, {
        parts,
        headingLevel: this.levelOr(3),
        locale: this.locale,
        markup: this.markup,
        outgoing: (url) => this.outgoing(url),
        home: this.#question()?.source.url,
        anyPortrait: written || words(this.show).includes('portrait'),
        bio:
          written && this.querySelector(':scope > [slot="bio"]')
            ? html`<slot name="bio"></slot>`
            : undefined,
        articles: this.#given ? undefined : value?.articles[index],
        open: this.#open,
      }),
    );
    return age
      ? html`<p class="empty">${age}</p>
          ${shown}`
      : shown;
  }

  #open = (article: Article, event: Event): void => {
    if (!tell(this, 'nr-open', { article }, true)) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nr-author-bio': NrAuthorBio;
  }
}
