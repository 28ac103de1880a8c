// In a file of its own: what is in this one comes with every widget.
export { isHere } from './is-here.js';

/** What the reader has pressed goes away: the reader's place in the page must not. */
export function keepFocus(widget: HTMLElement): void {
  widget.tabIndex = -1;
  widget.focus();
  widget.addEventListener('blur', () => widget.removeAttribute('tabindex'), { once: true });
}
