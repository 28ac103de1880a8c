import { html, nothing, type TemplateResult } from 'lit';
import { tellDate } from '../../controllers/formats.js';
import type { LocaleController } from '../../controllers/locale.js';
import type { Markup } from '../../controllers/markup.js';
import type { Article, Author, Link } from '../../model/article.js';
import { webUrl } from '../../model/url.js';
import { words } from '../attributes.js';

export const authorParts = ['portrait', 'job-title', 'bio', 'links', 'articles'] as const;
export type AuthorPart = (typeof authorParts)[number];

export interface AuthorOptions {
  parts: readonly AuthorPart[];
  headingLevel: number;
  locale: LocaleController;
  markup: Markup;
  /** The address that a link to the publisher leads to. */
  outgoing(url: string): string | undefined;
  /** Where the author's data come from. */
  home?: string;
  /** Portraits from other sites than the publisher's are asked for, too. */
  anyPortrait: boolean;
  /** What stands in place of the biography. */
  bio?: unknown;
  articles?: Article[];
  open?(article: Article, event: Event): void;
}

/** One author: portrait, name, job title, biography, links and what else they wrote. */
export function authorBio(author: Author, options: AuthorOptions): TemplateResult {
  const { parts, headingLevel } = options;
  const shows = (part: AuthorPart) => parts.includes(part);
  const href = author.url && options.outgoing(author.url);
  const links = shows('links') ? (author.links ?? []) : [];
  const articles = (shows('articles') && options.articles) || [];
  const name = html`<bdi>${author.name}</bdi>`;
  return html`<div class="author">
    ${shows('portrait') ? portrait(author, options) : nothing}
    <div class="about">
      <div class="name" part="name" role="heading" aria-level=${headingLevel}>
        ${href ? html`<a part="link" href=${href} rel="author external">${name}</a>` : name}
      </div>
      ${
        shows('job-title') && author.jobTitle
          ? html`<div class="job-title" part="job-title"><bdi>${author.jobTitle}</bdi></div>`
          : nothing
      }
      ${shows('bio') ? biography(author, options) : nothing}
      ${
        links.length
          ? html`<ul class="links" role="list">
              ${links.map(link)}
            </ul>`
          : nothing
      }
      ${articles.length ? moreArticles(articles, options) : nothing}
    </div>
  </div>`;
}

/** Whether one of two hosts is the other or a part of it: `cdn.publisher.example` is of `www.publisher.example`. */
function areKin(a: string, b: string): boolean {
  const [one, other] = [a, b].map((url) => `.${new URL(url).hostname.replace(/^www\./, '')}`);
  return one!.endsWith(other!) || other!.endsWith(one!);
}

/** A portrait's address may tell a third party who reads what: by itself nothing but the publisher is asked. */
function portraitUrl(author: Author, { home, anyPortrait }: AuthorOptions): string | undefined {
  const url = webUrl(author.image?.url, globalThis.document?.baseURI);
  if (!url || anyPortrait) return url;
  const homes = [author.url, home].flatMap((each) => webUrl(each) ?? []);
  const known = homes.length ? homes.some((each) => areKin(each, url)) : !/gravatar\./.test(url);
  return known ? url : undefined;
}

function portrait(author: Author, options: AuthorOptions): TemplateResult {
  const url = portraitUrl(author, options);
  const [first = '', ...others] = words(author.name);
  const initials = [first, others.at(-1) ?? ''].map((word) => [...word][0]);
  return html`<div class="portrait" part="portrait">
    ${
      url
        ? html`<img
            alt=${author.image!.alt}
            src=${url}
            loading="lazy"
            decoding="async"
            @error=${hide}
          />`
        : nothing
    }
    <span aria-hidden="true">${initials}</span>
  </div>`;
}

/** The monogram stands behind the portrait. */
function hide({ target }: Event): void {
  (target as HTMLElement).hidden = true;
}

function biography(author: Author, { bio, markup }: AuthorOptions): unknown {
  if (!bio && !author.bio?.trim()) return nothing;
  // Where nothing else makes paragraphs, the lines do.
  const lines = /<(p|div|ul|ol|br)\b/i.test(author.bio ?? '') ? '' : 'lines';
  return html`<div class="bio prose ${lines}" part="bio" dir="auto">
    ${bio ?? markup.show(author.bio!.trim(), { profile: 'bio', base: author.url })}
  </div>`;
}

function link({ url, label, rel }: Link): unknown {
  const href = webUrl(url);
  return href
    ? html`<li>
        <a part="link" href=${href} rel=${[...new Set(['me', ...words(rel)])].join(' ')} dir="auto"
          >${label}</a
        >
      </li>`
    : nothing;
}

function moreArticles(
  articles: Article[],
  { locale, headingLevel, outgoing, open }: AuthorOptions,
): TemplateResult {
  const strings = locale.strings!;
  return html`<div
      class="heading"
      part="heading"
      role="heading"
      aria-level=${Math.min(headingLevel + 1, 6)}
    >
      ${strings.moreFromAuthor}
    </div>
    <ul class="articles" part="list" role="list">
      ${articles.map((article) => {
        const date = tellDate(article.published, locale);
        return html`<li part="item">
          <span part="headline"
            ><a
              part="link"
              href=${outgoing(article.url) ?? nothing}
              rel="bookmark external"
              lang=${article.language ?? nothing}
              dir="auto"
              @click=${(event: Event) => open?.(article, event)}
              >${article.headline || strings.untitled}</a
            ></span
          >
          ${
            date
              ? html`<time
                  class="date"
                  part="date"
                  datetime=${article.published!}
                  title=${date.exact}
                  >${date.text}</time
                >`
              : nothing
          }
        </li>`;
      })}
    </ul>`;
}
