import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale.js';
import { lines } from '../../html/text.js';
import type { CommentStrings } from '../../locales/comment-box/strings.js';
import type { ThreadItem } from '../../model/thread.js';
import { webUrl } from '../../model/url.js';

export interface CommentOptions {
  locale: LocaleController<CommentStrings>;
  /** Hosts from which pictures of readers are asked for. */
  hosts: string[];
  /** The page's address, without its fragment. */
  page: string;
  /** What becomes of a body with markup in it. */
  markup(body: string): unknown;
}

/** A comment's permalink begins so, and ends with its id. */
export const permalink = '#nr-comment-';

/** Deeper answers are drawn as deep as this. */
const DEEPEST = 6;

/**
 * One comment at its place; `answering` is the form that answers it. In the body line breaks count, so that the template
 * must have none there.
 */
export function comment(
  { comment, depth, parent }: ThreadItem,
  { locale, hosts, page, markup }: CommentOptions,
  answering: unknown,
): TemplateResult {
  const strings = locale.strings!;
  const { id, avatar, authorUrl, body, published, status } = comment;
  const name = comment.author || strings.anonymous;
  const date = locale.date(published);
  const picture = webUrl(avatar);
  const link = webUrl(authorUrl);
  const plain = lines(body);
  return html`<li
    id=${id}
    class="comment d${Math.min(depth, DEEPEST)}"
    part="comment"
    tabindex="-1"
    aria-level=${depth + 1}
  >
    <span class="portrait" part="portrait" aria-hidden="true"
      >${
        picture && hosts.includes(new URL(picture).host)
          ? html`<img alt="" loading="lazy" decoding="async" src=${picture} />`
          : [...name][0]
      }</span
    >
    <div class="meta">
      <bdi class="name" part="name"
        >${link ? html`<a href=${link} rel="ugc nofollow noopener external">${name}</a>` : name}</bdi
      >
      ${
        parent
          ? html`<span class="answered"
              >${strings.inAnswerTo(parent.author || strings.anonymous)}</span
            >`
          : nothing
      }
      ${
        date &&
        html`<a class="date" part="date" href=${page + permalink + encodeURIComponent(id)}
          ><time datetime=${published} title=${date.exact}>${date.text}</time></a
        >`
      }
      ${status === 'pending' ? html`<span class="waiting">${strings.waiting}</span>` : nothing}
    </div>
    <span class="body" part="body" dir="auto"
      >${body ? (plain ?? markup(body)) : strings.removed}</span
    >
    ${
      status === 'pending'
        ? nothing
        : html`<button class="answer" part="button" aria-label=${strings.answerTo(name)}>
            ${strings.answer}
          </button>`
    }
    ${answering}
  </li>`;
}
