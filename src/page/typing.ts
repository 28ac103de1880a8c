const types = ['keydown', 'keypress', 'keyup'];

function keep(event: Event): void {
  const { currentTarget, target, key, ctrlKey, metaKey } = event as KeyboardEvent;
  const field = target as Element;
  if (
    // What stands in a slot is the page's own.
    field.getRootNode() === currentTarget &&
    field.matches('input, textarea') &&
    !ctrlKey &&
    !metaKey &&
    !/^(Esc|Tab|F\d)/.test(key)
  )
    event.stopPropagation();
}

/**
 * Keeps what is typed into a widget's own fields from the page's listeners: out of a shadow tree a key seems to come from the
 * widget, which shortcuts take for no field, and swallow letters. Escape, Tab, function keys and what goes with Ctrl or
 * Meta stay the page's as well.
 */
export function keepTyping({ shadowRoot }: Element): void {
  for (const type of types) shadowRoot!.addEventListener(type, keep);
}
