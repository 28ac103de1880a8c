import { css, html, LitElement, nothing, type PropertyDeclarations } from 'lit';

/** What a developer would write with Lit for one page: a form that sends an address, and says what came of it. */
export class PlainForm extends LitElement {
  static override properties: PropertyDeclarations = {
    action: {},
    heading: {},
    state: { state: true },
  };
  static override styles = css`
    :host {
      display: block;
    }
    form {
      display: flex;
      gap: 0.5em;
    }
  `;
  declare action: string;
  declare heading: string;
  declare state: 'sending' | 'sent' | 'failed' | undefined;

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const email = new FormData(event.target as HTMLFormElement).get('email');
    this.state = 'sending';
    try {
      const answer = await fetch(this.action, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email }),
      });
      this.state = answer.ok ? 'sent' : 'failed';
    } catch {
      this.state = 'failed';
    }
  }

  protected override render(): unknown {
    return html`<h2>${this.heading}</h2>
      <form @submit=${this.#send}>
        <input name="email" type="email" required aria-label="E-mail" autocomplete="email" />
        <button ?disabled=${this.state === 'sending'}>Sign up</button>
      </form>
      <p role="status">
        ${this.state === 'sent' ? 'Thank you.' : this.state === 'failed' ? 'Try again.' : nothing}
      </p>`;
  }
}

customElements.define('plain-form', PlainForm);
