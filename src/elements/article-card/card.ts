import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale.js';
import type { Article, Picture } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import type { CardPart } from '../../styles/dimensions.js';

export interface CardOptions {
  parts: readonly CardPart[];
  headingLevel: number;
  locale: LocaleController;
  /** The address that the card leads to. */
  outgoing(url: string): string | undefined;
  /** The picture is on the reader's first screen. */
  eager: boolean;
  /** How wide the picture will be shown: `sizes` of an image. */
  sizes: string;
}

/** What a card's element carries, so that one listener can serve all cards. */
export interface CardElement extends HTMLElement {
  article: Article;
  /** Half of it has come into view, or has gone. */
  watch?(isInView: boolean): void;
}

/** One article, alone or in a list. */
export function card(article: Article, options: CardOptions): TemplateResult {
  const { parts, locale, headingLevel } = options;
  const shows = (part: CardPart) => parts.includes(part);
  const strings = locale.strings!;
  const href = options.outgoing(article.url);
  const headline = article.headline || strings.untitled;
  return html`<article class="card ${href ? 'has-link' : ''}" part="card" .article=${article}>
    ${shows('image') ? media(article, options) : nothing}
    <div class="text">
      ${
        shows('kicker') && article.kicker
          ? html`<div class="kicker" part="kicker" dir="auto">${article.kicker}</div>`
          : nothing
      }
      <div class="headline" part="headline" role="heading" aria-level=${headingLevel} dir="auto">
        ${
          href
            ? html`<a
                part="link"
                href=${href}
                rel="bookmark external"
                lang=${article.language ?? nothing}
                >${headline}</a
              >`
            : headline
        }
      </div>
      ${
        shows('excerpt') && article.excerpt
          ? html`<div class="excerpt" part="excerpt" dir="auto" lang=${article.language ?? nothing}>
              ${article.excerpt}
            </div>`
          : nothing
      }
      ${meta(article, shows, locale)}
    </div>
  </article>`;
}

function media(article: Article, { eager, sizes }: CardOptions): TemplateResult {
  const url = webUrl(article.image?.url);
  return url
    ? html`<div class="media">
        <img
          part="image"
          alt=${article.image!.alt}
          loading=${eager ? 'eager' : 'lazy'}
          fetchpriority=${eager ? 'high' : nothing}
          decoding="async"
          sizes=${eager ? sizes : `auto, ${sizes}`}
          srcset=${sourceSet(article.image!) || nothing}
          src=${url}
        />
      </div>`
    : html`<div class="media">
        <span class="monogram" aria-hidden="true">${[...article.headline][0] ?? nothing}</span>
      </div>`;
}

function sourceSet({ sources }: Picture): string {
  return (sources ?? [])
    .map(({ url, width }) => [webUrl(url), width] as const)
    .filter(([url]) => url)
    .map(([url, width]) => `${url} ${width}w`)
    .join(', ');
}

function meta(
  { authors, published, publisher }: Article,
  shows: (part: CardPart) => boolean,
  locale: LocaleController,
): TemplateResult | typeof nothing {
  const names = shows('byline') ? authors.map(({ name }) => name).filter(Boolean) : [];
  const date = shows('date') && locale.date(published);
  const home = shows('publisher') && publisher;
  if (!names.length && !date && !home) return nothing;
  return html`<div class="meta">
    ${
      names.length
        ? html`<span class="byline" part="byline" dir="auto"
            >${locale.strings!.by(locale.names(names))}</span
          >`
        : nothing
    }${
      date
        ? html`<time class="date" part="date" datetime=${published!} title=${date.exact}
            ><bdi>${date.text}</bdi></time
          >`
        : nothing
    }${home ? html`<span class="publisher"><bdi>${home.name}</bdi></span>` : nothing}
  </div>`;
}

/** A card's room while the article is on its way. */
export function cardSkeleton(parts: readonly CardPart[]): TemplateResult {
  return html`<div class="card">
    ${parts.includes('image') ? html`<div class="media"></div>` : nothing}
    <div class="text"></div>
  </div>`;
}
