/** What the body's paragraphs and boxes need beside what is in them. */
export interface Arrangement {
  /** The names of slots that the page has something for. */
  slots: string[];
  /** Name of a table that has none of its own. */
  table: string;
}

const slotName = /^after-paragraph-(\d+)$/;
/** Each slot makes the next one dearer: in a body of thousands of paragraphs only those stand that the page fills. */
const MOST_SLOTS = 200;

/**
 * Puts slots after the body's paragraphs, one after each of the first 200 and of those that the page fills, and those for later ones at the end, and tables and code into
 * boxes that scroll by themselves, by keyboard, too.
 */
export function arrange(body: DocumentFragment, { slots, table }: Arrangement): void {
  const { ownerDocument } = body;
  const paragraphs = [...body.children].filter(({ localName }) => localName === 'p');
  const filled = slots
    .map((name) => Number(slotName.exec(name)?.[1]) - 1)
    .filter((place) => place >= 0)
    .sort((a, b) => a - b);
  for (const place of new Set([
    ...paragraphs.slice(0, MOST_SLOTS).map((_, place) => place),
    ...filled,
  ])) {
    const slot = ownerDocument.createElement('slot');
    slot.name = `after-paragraph-${place + 1}`;
    const paragraph = paragraphs[place];
    if (paragraph) paragraph.after(slot);
    else body.append(slot);
  }

  for (const each of body.querySelectorAll('table')) {
    // A table in a table scrolls with it.
    if (each.parentElement?.closest('table')) continue;
    const box = ownerDocument.createElement('div');
    box.className = 'scroll';
    box.tabIndex = 0;
    box.role = 'region';
    const caption = each.caption ?? each.closest('figure')?.querySelector('figcaption');
    box.ariaLabel = caption?.textContent.trim() || table;
    each.replaceWith(box);
    box.append(each);
  }
  for (const code of body.querySelectorAll('pre')) code.tabIndex = 0;
}

/** For clicks in a body: a frame comes in the place of the button that asks for it. */
export function openFrame({ target }: Event): void {
  const button = (target as Element).closest<HTMLElement>('[data-frame]');
  if (!button) return;
  const frame = document.createElement('iframe');
  frame.title = button.title;
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-popups allow-forms allow-presentation',
  );
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  frame.src = button.dataset['frame']!;
  button.replaceWith(frame);
  frame.focus();
}
