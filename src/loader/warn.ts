const said = new Set<string>();

/** Tells the page's author, once. */
export const warn = (message: string): undefined => {
  if (!said.has(message)) console.warn?.('[newsrack] ' + message);
  said.add(message);
};
