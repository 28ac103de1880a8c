/** What the reader has pressed goes away: the reader's place in the page must not. */
export function keepFocus(widget: HTMLElement): void {
  widget.tabIndex = -1;
  widget.focus();
  widget.addEventListener('blur', () => widget.removeAttribute('tabindex'), { once: true });
}

/** Whether the reader is in the widget, or nowhere: nobody is called back who went on elsewhere. */
export const isHere = (widget: HTMLElement): boolean =>
  !!widget.shadowRoot!.activeElement || document.activeElement === document.body;
