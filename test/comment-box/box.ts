import type { NrCommentBox } from '../../src/elements/comment-box/comment-box.js';
import type { NrCommentEvent } from '../../src/elements/events.js';
import type { BrowserSite } from '../browser-origin.js';
import { mount, parts, settled, until } from '../suites/mount.js';
import type { Widget } from '../suites/specimens.js';

export type Box = NrCommentBox & Widget;

export const commentsRoute = /wp\/v2\/comments/;

/** A comment box below the newest article of a site, settled. */
export async function box(
  site: BrowserSite,
  attributes: Record<string, string> = {},
  ...inside: Node[]
) {
  const id = String(site.posts[0]!.id);
  const widget = mount(
    'nr-comment-box',
    { source: site.url, 'article-id': id, ...attributes },
    ...inside,
  );
  await settled(widget);
  return widget as Box;
}

export const comments = (widget: Box) => parts(widget, 'comment');

export const bodies = (widget: Box) =>
  parts(widget, 'body').map(({ textContent }) => textContent.trim());

export const heading = (widget: Box) => parts(widget, 'heading')[0]?.textContent.trim();

/** What the live region says now. */
export const said = (widget: Box) =>
  widget.shadowRoot!.querySelector('[role="status"]')!.textContent.trim();

export const message = (widget: Box) => parts(widget, 'message')[0]?.textContent.trim();

export const focused = (widget: Box) => widget.shadowRoot!.activeElement as HTMLElement | null;

export const field = (widget: Box, name: string) =>
  widget.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;

export const button = (widget: Box, text: string) =>
  [...widget.shadowRoot!.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === text,
  )!;

/** Types into a field, as far as a page notices. */
export function type(widget: Box, name: string, value: string): void {
  const input = field(widget, name);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

export const ana = { author: 'Ana Paz', email: 'ana@readers.example' };

export function fill(widget: Box, text: string, { author, email } = ana): void {
  type(widget, 'text', text);
  type(widget, 'author', author);
  type(widget, 'email', email);
}

export const press = (widget: Box) =>
  widget.shadowRoot!.querySelector<HTMLButtonElement>('.send')!.click();

/** Everything that the widget tells the page. */
export function listen(widget: HTMLElement): { submits: string[]; sent: NrCommentEvent[] } {
  const heard = { submits: [] as string[], sent: [] as NrCommentEvent[] };
  widget.addEventListener('nr-submit', ({ detail }) => heard.submits.push(detail.kind));
  widget.addEventListener('nr-comment', (event) => heard.sent.push(event));
  return heard;
}

/** Resolves when the box is done with what it does about a comment. */
export const done = (widget: Box) =>
  until(() => !!message(widget) && !/^(Sending|No answer came\. Checking)/.test(message(widget)!));
