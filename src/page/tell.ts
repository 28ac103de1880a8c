/** Tells the page of an event. @returns whether nobody cancelled it */
export const tell = (
  host: EventTarget,
  type: `nr-${string}`,
  detail: object,
  cancelable?: boolean,
): boolean =>
  host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
