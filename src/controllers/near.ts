const waiting = new WeakMap<Element, (entry: IntersectionObserverEntry) => void>();
let observer: IntersectionObserver | undefined;

/**
 * Calls once, when an element comes within about one viewport of what is on screen; at once where that cannot be
 * observed. Until then `far` is called when it is known to be further away. Returns what stops the waiting.
 */
export function whenNear(
  element: Element,
  then: (entry?: IntersectionObserverEntry) => void,
  far: () => void,
): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    then();
    return () => {};
  }
  // `scrollMargin` is for widgets in scrolling boxes; an engine without it ignores it.
  observer ??= new IntersectionObserver(look, { rootMargin: '100%', scrollMargin: '100%' });
  waiting.set(element, (entry) => {
    if (!entry.isIntersecting) return far();
    leave(element);
    then(entry);
  });
  observer.observe(element);
  return () => leave(element);
}

/** Not made where an element is known: the observer would hold the first one for ever. */
function look(entries: IntersectionObserverEntry[]): void {
  for (const entry of entries) {
    waiting.get(entry.target)?.(entry);
  }
}

function leave(element: Element): void {
  waiting.delete(element);
  observer?.unobserve(element);
}
