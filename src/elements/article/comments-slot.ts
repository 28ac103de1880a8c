/**
 * Puts a comment box into the article's slot, unless the page has put something there. It is a widget of its own, which the
 * page's loader finds and serves like any other.
 *
 * @param attributes - Of the box; those without a value are taken away
 */
export function placeComments(
  widget: Element,
  attributes: Record<string, string | null | undefined>,
): void {
  const standing = widget.querySelector<HTMLElement>(':scope > [slot="comments"]');
  if (standing && !standing.dataset['article']) return;
  const box = standing ?? document.createElement('nr-comment-box');
  const own = {
    slot: 'comments',
    // It is the article's own, even where a server has made it.
    'data-article': 'own',
    // The article's colours are around it.
    theme: 'auto',
    ...attributes,
  };
  for (const [name, value] of Object.entries(own)) {
    if (value) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
  if (!standing) widget.append(box);
}
