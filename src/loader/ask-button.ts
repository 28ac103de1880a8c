import { ask } from '../locales/ask.js';

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
  if (widget.shadowRoot) return;
  const { language, label } = ask(tag, host);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host{display:block}button{font:inherit;min-height:44px;padding:.25em 1em}');
  const button = document.createElement('button');
  button.part.add('button');
  button.lang = language;
  button.textContent = label;
  button.onclick = async () => {
    // The button goes away: the reader's place in the page must not.
    widget.tabIndex = -1;
    widget.focus();
    widget.addEventListener('blur', () => widget.removeAttribute('tabindex'), { once: true });
    button.hidden = true;
    await load();
    button.hidden = false;
  };
  const root = widget.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(document.createElement('slot'), button);
}
