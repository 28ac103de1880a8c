import { keepFocus } from '../page/keep-focus.js';
import { ask, supportedLanguage } from '../locales/ask.js';

/**
 * Puts a button beneath the content of a widget that waits for a click. The element has not been defined: it takes over this
 * shadow root, and empties it, when it is.
 */
export function askFirst(
  widget: HTMLElement,
  tag: string,
  host: string,
  load: () => Promise<void>,
): void {
  // A server may have painted it already, without a sheet of ours.
  if (widget.shadowRoot?.adoptedStyleSheets[0]) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{display:block}button{min-height:44px;overflow-wrap:anywhere;font:inherit}',
  );
  const button = Object.assign(document.createElement('button'), {
    async onclick() {
      keepFocus(widget);
      button.hidden = true;
      await load();
      button.hidden = false;
    },
    part: 'button',
    lang: supportedLanguage(tag),
    textContent: ask(tag, host),
  });
  const root = widget.shadowRoot ?? widget.attachShadow({ mode: 'open' });
  if (!root.firstChild) root.append(document.createElement('slot'));
  root.append(button);
  root.adoptedStyleSheets = [sheet];
}
