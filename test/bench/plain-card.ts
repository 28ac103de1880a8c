import { css, html, LitElement, nothing, type PropertyDeclarations } from 'lit';

/** The yardstick: what a developer would write with Lit for one page, with no options, no states and no languages. */
export class PlainCard extends LitElement {
  static override properties: PropertyDeclarations = {
    headline: {},
    href: {},
    image: {},
    kicker: {},
    excerpt: {},
    byline: {},
    published: {},
  };
  static override styles = css`
    :host {
      display: block;
    }
    article {
      position: relative;
    }
    img {
      display: block;
      inline-size: 100%;
      aspect-ratio: 16/9;
      object-fit: cover;
    }
    .kicker {
      font-size: 0.8em;
      text-transform: uppercase;
    }
    h3 {
      margin: 0;
      font-size: 1.2em;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    a::after {
      content: '';
      position: absolute;
      inset: 0;
    }
    p {
      margin: 0.35em 0 0;
    }
    .meta {
      font-size: 0.85em;
    }
  `;
  declare headline: string;
  declare href: string;
  declare image: string;
  declare kicker: string;
  declare excerpt: string;
  declare byline: string;
  declare published: string;

  protected override render(): unknown {
    const date = new Date(this.published);
    return html`<article>
      ${this.image ? html`<img src=${this.image} alt="" loading="lazy" />` : nothing}
      <div class="kicker">${this.kicker}</div>
      <h3><a href=${this.href}>${this.headline}</a></h3>
      <p>${this.excerpt}</p>
      <div class="meta">
        <span>By ${this.byline}</span>
        <time datetime=${this.published}>${dates.format(date)}</time>
      </div>
    </article>`;
  }
}

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

customElements.define('plain-card', PlainCard);
