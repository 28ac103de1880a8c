const waiting = new WeakMap<Element, (entry: IntersectionObserverEntry) => void>();
let observer: IntersectionObserver | undefined;
/** Not made where an element is known: the observer would hold the first one for ever. */
const look = (entries: IntersectionObserverEntry[]) =>
  entries.forEach((entry) => waiting.get(entry.target)?.(entry));

/**
 * Calls once, when an element comes within about one viewport of what is on screen; at once where that cannot be
 * observed. Until then `far` is called when it is known to be further away. Returns what stops the waiting, if there is any.
 */
export function whenNear(
  element: Element,
  then: (entry?: IntersectionObserverEntry) => void,
  far: () => void,
): (() => void) | undefined {
  if (typeof IntersectionObserver === 'undefined') return void then();
  // `scrollMargin` is for widgets in scrolling boxes; an engine without it ignores it.
  observer ??= new IntersectionObserver(look, { rootMargin: '100%', scrollMargin: '100%' });
  const leave = () => {
    waiting.delete(element);
    observer!.unobserve(element);
  };
  waiting.set(element, (entry) => {
    // `contents`: what has no box of its own is never said to be near.
    if (!entry.isIntersecting && !/^c/.test(getComputedStyle(element).display)) return far();
    leave();
    then(entry);
  });
  observer.observe(element);
  return leave;
}
