/** Of a widget's element: neither has its script painted it, nor a server, whose markup takes the room that it needs. */
export const waiting = ':not(:state(settled),[data-nr-rendered])';
