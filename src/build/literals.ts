import type { Plugin } from 'vite';

interface Piece {
  start: number;
  end: number;
  value: { raw: string };
}
interface Tagged {
  type: 'TaggedTemplateExpression';
  tag: { name?: string };
  quasi: { quasis: Piece[] };
}

/** Takes out of a style sheet what browsers skip. What stands in quotes stays as it is. */
export function minifyCss(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) =>
      index % 2
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/ > /g, '>')
            .replace(/: /g, ':')
            .replace(/;}/g, '}')
            .replace(/(?<![\w.])0\.(?=\d)/g, '.'),
    )
    .join('')
    .trim();
}

/**
 * Takes out of a template the white space that has a line break in it and touches a tag: its author wrote it for the
 * eye. Elsewhere in text a space stays.
 */
function minifyHtml(html: string): string {
  return html
    .split(/(<(?:"[^"]*"|'[^']*'|[^'">])*>)/)
    .map((part, index) =>
      index % 2
        ? part.replace(/\s+/g, ' ').replace(/ ?\/?>$/, '>')
        : part.replace(/^\s*\n\s*|\s*\n\s*$/g, '').replace(/\s*\n\s*/g, ' '),
    )
    .join('');
}

/** Where an expression stands in a template that Lit, as lean-lit.ts leaves it, does not look for one; or a comment. */
export function misplaced(html: string): string | undefined {
  for (const [tag] of html.matchAll(/<!--|<(?:"[^"]*"|'[^']*'|[^'">])*>/g)) {
    if (tag === '<!--' || /[^=]\uE000/.test(tag.replace(/"[^"]*"|'[^']*'/g, ''))) return tag;
  }
  return /<(script|style|textarea|title)\b[^>]*>[^<]*\uE000/i.exec(html)?.[0];
}

const minifiers: Record<string, ((text: string) => string) | undefined> = {
  css: minifyCss,
  html: minifyHtml,
};

function* taggedTemplates(node: unknown): Generator<Tagged> {
  if (typeof node !== 'object' || !node) return;
  if ((node as Tagged).type === 'TaggedTemplateExpression') yield node as Tagged;
  for (const child of Object.values(node)) yield* taggedTemplates(child);
}

/** A module's code with other texts in the templates of its syntax tree. */
function rewrite(
  code: string,
  tree: unknown,
  shorten: (tag: string | undefined, whole: string) => string | undefined,
): string {
  const edits: { start: number; end: number; text: string }[] = [];
  for (const { tag, quasi } of taggedTemplates(tree)) {
    // Expressions become a character that no author writes, so that tags and rules are seen as wholes.
    const whole = quasi.quasis.map(({ value }) => value.raw).join('\uE000');
    const pieces = shorten(tag.name, whole)?.split('\uE000');
    if (pieces)
      quasi.quasis.forEach(({ start, end }, index) => {
        edits.push({ start, end, text: pieces[index]! });
      });
  }
  // From the end, since a template may stand in another one's expression.
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

/**
 * Minifies the `html` templates of a module. Lit knows a template by its text: what a server renders by the npm build the
 * CDN build takes over only if both write it alike.
 */
export const minifyTemplates = (code: string, tree: unknown): string =>
  rewrite(code, tree, (tag, whole) => (tag === 'html' ? minifyHtml(whole) : undefined));

/** Minifies what stands in `css` and `html` templates. */
export function minifyLiterals(): Plugin {
  return {
    name: 'newsrack:minify-literals',
    enforce: 'post',
    transform(code, id) {
      if (!/\b(css|html)`/.test(code) || id.includes('node_modules')) return;
      const shorter = rewrite(code, this.parse(code), (tag, whole) => {
        const minify = minifiers[tag ?? ''];
        if (tag === 'css' && whole.includes('\uE000')) {
          this.error('A style sheet with expressions: see finished-styles.ts');
        }
        const place = tag === 'html' && misplaced(whole);
        if (place) {
          const shown = place.replaceAll('\uE000', '${…}');
          this.error(`Lit is built without what this template needs: ${shown}`);
        }
        return minify?.(whole);
      });
      return { code: shorter, map: null };
    },
  };
}
