import DOMPurify from 'dompurify';
import { css, html, LitElement, type PropertyDeclarations } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Written } from './comments-content.js';

/** What a developer would write with Lit for one page: a list of templates, and DOMPurify for what readers wrote. */
export class PlainComments extends LitElement {
  static override properties: PropertyDeclarations = { src: {}, comments: { attribute: false } };
  static override styles = css`
    :host {
      display: block;
    }
    article {
      border-top: 1px solid #ccc;
      padding: 1em 0;
    }
    article article {
      margin-inline-start: 1em;
    }
  `;
  declare src: string;
  declare comments: Written[] | undefined;
  #answers = new Map<string | undefined, Written[]>();

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    const comments = (await (await fetch(this.src)).json()) as Written[];
    for (const each of comments) {
      const { parentId } = each;
      this.#answers.set(parentId, [...(this.#answers.get(parentId) ?? []), each]);
    }
    this.comments = comments;
  }

  #thread(parent: string | undefined): unknown {
    return repeat(
      this.#answers.get(parent) ?? [],
      ({ id }) => id,
      ({ id, author, body, published }) =>
        html`<article id="comment-${id}">
          <header>
            <b>${author}</b>
            <time datetime=${published}>${dates.format(new Date(published))}</time>
          </header>
          <div>${DOMPurify.sanitize(body, { RETURN_DOM_FRAGMENT: true })}</div>
          <button @click=${this.#answer}>Reply</button>
          ${this.#thread(id)}
        </article>`,
    );
  }

  #answer = ({ target }: Event): void => {
    const form = document.createElement('form');
    const text = document.createElement('textarea');
    form.append(text);
    (target as Element).after(form);
    text.focus();
  };

  protected override render(): unknown {
    return this.#thread(undefined);
  }
}

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

customElements.define('plain-comments', PlainComments);
