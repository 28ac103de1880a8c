import { html, nothing } from 'lit';
import type { Markup } from '../../controllers/markup.js';
import type { Article, Picture } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import { directionOf } from './direction.js';

/** The article's picture with its caption; nothing where there is none that can be shown. */
export function leadImage({ image, language, url }: Article, markup: Markup): unknown {
  const src = webUrl(image?.url);
  if (!image || !src) return nothing;
  const { alt, width, height, caption, credit, sources = [] } = image;
  return html`<figure class="lead">
    <img
      part="image"
      alt=${alt}
      src=${src}
      srcset=${sourceSet(sources) || nothing}
      sizes="(min-width: 50em) 50em, 100vw"
      width=${width ?? nothing}
      height=${height ?? nothing}
      decoding="async"
    />
    ${
      caption || credit
        ? html`<figcaption lang=${language ?? nothing} dir=${directionOf(language)}>
            ${markup.show(caption, { profile: 'bio', base: url })} ${credit ?? nothing}
          </figcaption>`
        : nothing
    }
  </figure>`;
}

const sourceSet = (sources: NonNullable<Picture['sources']>): string =>
  sources.flatMap(({ url, width }) => (webUrl(url) ? `${webUrl(url)} ${width}w` : [])).join(', ');
