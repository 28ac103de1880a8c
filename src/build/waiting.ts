/**
 * Of a widget's element: neither has its script painted it, nor a server, whose markup takes the room that it needs. A
 * template that is still there was put into the page by a script, and shows nothing.
 */
export const waiting = ':not(:state(settled),[data-nr-rendered]:not(:has(>template)))';
