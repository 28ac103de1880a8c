import { isOn } from '../page/settings.js';
import { warn } from './warn.js';
import { allowed, tags } from './widgets.js';

const made = new WeakMap<Element, Element>();

/** The parser has gone past a node once anything follows it or what it stands in. */
function isParsed(node: Node | null): unknown {
  if (document.readyState !== 'loading') return true;
  while (node && !node.nextSibling) node = node.parentNode;
  return node;
}

/** Makes the widget of a `[data-nr]` element, once: inside it, or right after it where it is a script. */
export function place(holder: HTMLElement): HTMLElement | undefined {
  const tag = `nr-${holder.dataset.nr}`;
  const script = holder.localName === 'script';
  if (!tags.includes(tag)) {
    return warn(`<${tag}> is unknown`);
  }
  // The second look is for copies of both that a framework made.
  if (
    script
      ? made.get(holder)?.isConnected || holder.nextElementSibling?.hasAttribute('data-nr-made')
      : !isParsed(holder) || holder.querySelector(`:scope>${tag}`)
  ) {
    return;
  }

  const widget = document.createElement(tag);
  for (const { name, value } of holder.attributes) {
    const key = name.split('data-nr-')[1]!;
    if (key === 'locale') widget.lang = value;
    else if (key === 'eager') {
      if (isOn(value)) widget.setAttribute('load', key);
    } else if (allowed.test(key)) widget.setAttribute(key, value);
  }
  if (script) {
    widget.setAttribute('data-nr-made', '');
    made.set(holder, widget);
    holder.after(widget);
  } else {
    widget.append(...holder.childNodes);
    holder.append(widget);
  }
  return widget;
}
