const types = ['keydown', 'keypress', 'keyup'];

/**
 * Out of a shadow tree a key seems to come from the widget, which a page's shortcuts take for no field: they would swallow
 * letters. Escape, Tab, function keys and what goes with Ctrl or Meta stay the page's as well.
 */
function keep(event: Event): void {
  const { target, type, key, ctrlKey, metaKey } = event as KeyboardEvent;
  const { localName, shadowRoot } = target as Element;
  if (
    localName?.startsWith('nr-') &&
    shadowRoot?.activeElement &&
    !ctrlKey &&
    !metaKey &&
    !/^(Esc|Tab|F\d)/.test(key)
  )
    shadowRoot.addEventListener(type, (own) => own.stopPropagation(), { once: true });
}

/** Keeps what is typed into the widgets' own fields from the page's listeners. */
export function keepTyping(): void {
  for (const type of types) addEventListener(type, keep, true);
}
