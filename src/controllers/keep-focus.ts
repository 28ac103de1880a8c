/** What the reader has pressed goes away: the reader's place in the page must not. */
export function keepFocus(widget: HTMLElement): void {
  if (widget.tabIndex < 0) {
    widget.tabIndex = -1;
    widget.addEventListener('blur', () => widget.removeAttribute('tabindex'), { once: true });
  }
  widget.focus();
}
