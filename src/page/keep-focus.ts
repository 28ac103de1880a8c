/** What the reader has pressed goes away: the reader's place in the page must not. */
export function keepFocus(widget: HTMLElement): void {
  widget.setAttribute('tabindex', '-1');
  widget.addEventListener('blur', () => widget.removeAttribute('tabindex'), { once: true });
  widget.focus();
}

/**
 * Says later whether the reader's place is where it was, or nowhere: who has gone on elsewhere is not called back.
 *
 * @param before - Where it was: where it is now, unless given
 */
export function stays(widget: HTMLElement, before?: Element | null): () => boolean {
  const place = () => (widget.getRootNode() as Document).activeElement;
  before ??= place();
  return () => [before, null, document.body].includes(place());
}
