import { isOn } from '../page/settings.js';
import { warn } from './warn.js';
import { allowed, tags } from './widgets.js';

/** What has a `data-nr`; a script keeps the widget that was made for it. */
type Holder = HTMLElement & { type?: string; made?: Element };

/** Makes the widget of a `[data-nr]` element, once: inside it, or right after it where it is a script. */
export function place(holder: Holder): HTMLElement | undefined {
  const tag = `nr-${holder.dataset.nr}`;
  const script = holder.localName === 'script';
  if (!tags.includes(tag)) {
    return warn(`<${tag}> is unknown`);
  }
  // The second look is for copies of both that a framework made.
  if (
    script
      ? // Kept from running by who asks the reader first: `text/plain`, `text/template`, `javascript/blocked`, `didomi/…`.
        /[nd]$|te$|^d/.test(holder.type!) ||
        holder.made?.isConnected ||
        (holder.nextElementSibling as HTMLElement | null)?.dataset?.nrMade
      : holder.querySelector(`:scope>${tag}`) ||
        // The parser has gone past an element once another follows it or what it stands in.
        (document.readyState === 'loading' && !holder.closest(':not(:last-child)'))
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
    widget.dataset.nrMade = tag;
    holder.after((holder.made = widget));
  } else {
    widget.append(...holder.childNodes);
    holder.append(widget);
  }
  return widget;
}
