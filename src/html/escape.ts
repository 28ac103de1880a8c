const escapes: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** Text as HTML, in an attribute or between tags. */
export const escaped = (written: string): string =>
  written.replace(/[&"<>]/g, (character) => escapes[character]!);
