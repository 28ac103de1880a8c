import { plain } from './plain.js';

/**
 * The text of markup that has nothing in it but paragraphs, line breaks and common entities, in lines; `undefined` for any
 * other. Most comments are like that, and need no sanitizer.
 */
export function lines(markup: string): string | undefined {
  let isSimple = true;
  const found = markup
    .trim()
    .split(/<\/?p>|<br ?\/?>\n?/)
    .map((piece) => {
      isSimple &&= !piece.includes('<');
      return plain(piece, (written) => {
        isSimple = false;
        return written;
      });
    });
  return isSimple ? found.join('\n').trim() : undefined;
}
