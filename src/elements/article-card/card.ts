import { html, nothing, type TemplateResult } from 'lit';
import { formatNames, tellDate } from '../../controllers/formats.js';
import type { LocaleController } from '../../controllers/locale.js';
import type { Article } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import type { CardPart } from '../../styles/dimensions.js';

export interface CardOptions {
  parts: readonly CardPart[];
  headingLevel: number;
  locale: LocaleController;
  /** The address that the card leads to. */
  outgoing(url: string): string | undefined;
  /** The picture is on the reader's first screen; `undefined` where nobody has looked. */
  eager: boolean | undefined;
  /** How wide the picture will be shown: `sizes` of an image. */
  sizes: string;
}

/** One article, alone or in a list; made one template with what stands around it (`inOne`). */
export function card(article: Article, options: CardOptions): TemplateResult {
  const { parts, locale, headingLevel } = options;
  const shows = (part: CardPart) => parts.includes(part);
  const href = options.outgoing(article.url);
  const headline = article.headline || locale.strings!.untitled;
  return html`<article class="card" part="card">
    ${shows('image') && media(article, options)}
    <div class="text ${href && fixed('linked')}">
      ${
        shows('kicker') &&
        article.kicker &&
        html`<div class="kicker" part="kicker" dir="auto">${article.kicker}</div>`
      }
      <div
        class="headline"
        part="headline"
        role="heading"
        aria-level=${fixed(`${headingLevel}`)}
        dir="auto"
      >
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
        shows('excerpt') &&
        article.excerpt &&
        html`<div class="excerpt" part="excerpt" dir="auto" lang=${article.language ?? nothing}>
          ${article.excerpt}
        </div>`
      }${meta(article, shows, locale)}
    </div>
  </article>`;
}

function media(article: Article, { eager, sizes }: CardOptions): TemplateResult {
  const url = webUrl(article.image?.url);
  const sources = (article.image?.sources ?? []).flatMap((each) => {
    const address = webUrl(each.url);
    return address ? `${address} ${each.width}w` : [];
  });
  return url
    ? html`<div class="media">
        <img
          part="image"
          alt=${article.image!.alt || fixed('""')}
          loading=${eager === undefined ? fixed('lazy') : eager ? 'eager' : 'lazy'}
          decoding="async"
          sizes=${sources[0] ? (eager ? sizes : `auto, ${sizes}`) : nothing}
          srcset=${sources.join(', ') || nothing}
          src=${url}
        />
      </div>`
    : html`<div class="media">
        <span class="monogram" aria-hidden="true">${[...article.headline][0]}</span>
      </div>`;
}

function meta(
  { authors, published, publisher }: Article,
  shows: (part: CardPart) => boolean,
  locale: LocaleController,
): TemplateResult | false {
  const names = shows('byline') ? (authors ?? []).map(({ name }) => name).filter(Boolean) : [];
  const date = shows('date') && tellDate(published, locale);
  const home = shows('publisher') && publisher;
  return (
    !!(names.length || date || home) &&
    html`<div class="meta">
      ${
        !!names.length &&
        html`<span class="byline" part="byline" dir="auto"
          >${locale.strings!.by(formatNames(names, locale.tag))}</span
        >`
      }${
        date &&
        html`<time class="date" part="date" datetime=${published!} title=${date.exact}
          ><bdi>${date.text}</bdi></time
        >`
      }${home && html`<span class="publisher"><bdi>${home.name}</bdi></span>`}
    </div>`
  );
}

const shapes: Record<string, TemplateStringsArray> = {};

/** What most cards have in common: text of the template, not a value of it. Never what a publisher wrote. */
export const fixed = (text: string): TemplateResult => html(Object.assign([text], { raw: [] }));

/**
 * A template with those inside it as one: cards come by the hundred, and each template is a copy, each value a record and
 * a place more. What stands as a child is text or a template; anything else is nothing.
 */
export function inOne(template: TemplateResult): TemplateResult {
  const values: unknown[] = [];
  const join = (each: TemplateResult): string =>
    each.strings
      .map((text, place) => {
        const value = each.values[place] as TemplateResult | undefined;
        // What a page's data hold may look like a template, but has no literal's strings.
        if (value?.strings?.raw) return text + join(value);
        if ((value as unknown) === nothing) return text.replace(/ \S+=$/, '');
        return text.endsWith('=') || value ? (values.push(value), text + '\0') : text;
      })
      .join('');
  const shape = join(template);
  // Lit wants to see that they come from a literal.
  const strings = (shapes[shape] ??= Object.assign(shape.split('\0'), { raw: [] }));
  return { ...template, strings, values };
}

/** A card's room while the article is on its way. */
export function cardSkeleton(parts: readonly CardPart[]): TemplateResult {
  return html`<div class="card">
    ${parts.includes('image') ? html`<div class="media"></div>` : nothing}
    <div class="text"></div>
  </div>`;
}
