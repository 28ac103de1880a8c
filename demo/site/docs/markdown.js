/** Markdown to the HTML of a documentation page: headings that can be linked to, code that can be copied, live examples. */
import { Marked } from 'marked';

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What a heading is linked to by: `Ten ready themes` by `ten-ready-themes`. */
export const slug = (text) =>
  text
    .toLowerCase()
    .replace(/<[^>]+>|&\w+;|[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

/** An example speaks of a publisher that does not exist; where it is live it reads the Ledger's feed. */
const lively = (html) =>
  html
    // No feed has comments: docs.js gives some.
    .replace(/(<nr-comment-box) src="[^"]*"/, '$1')
    .replaceAll(
      /\bsource="https:\/\/publisher\.example"/g,
      'source="../ledger/feed.json" source-type="json-feed"',
    )
    .replaceAll(
      /(?<!-)\bsrc="https:\/\/publisher\.example\/[^"]*"/g,
      'source="../ledger/feed.json" source-type="json-feed" src="https://ledger.example/second-berth/"',
    )
    .replaceAll('author-id="4"', 'author-id="valeria"')
    .replaceAll(/<script\b[\s\S]*?<\/script>\s*/g, '');

function code({ text, lang = '' }) {
  const [language, live] = lang.split(' ');
  const snippet = `<div class="snippet"><pre tabindex="0"><code class="${language || 'text'}">${escape(text)}</code></pre><button type="button" class="copy">Copy</button></div>\n`;
  return live ? `<div class="live">${lively(text)}</div>\n${snippet}` : snippet;
}

const marked = new Marked({
  renderer: {
    code,
    heading({ tokens, depth }) {
      const inside = this.parser.parseInline(tokens);
      return `<h${depth} id="${slug(inside)}">${inside}</h${depth}>\n`;
    },
    table({ header, rows }) {
      const inside = ({ tokens }) => this.parser.parseInline(tokens);
      const head = header.map((each) =>
        each.text ? `<th scope="col">${inside(each)}</th>` : '<td></td>',
      );
      const body = rows.map(
        (row) => `<tr>${row.map((each) => `<td>${inside(each)}</td>`).join('')}</tr>`,
      );
      const label = escape(header.map(({ text }) => text.replaceAll('`', '')).join(', '));
      return `<div class="table" role="group" aria-label="Table: ${label}" tabindex="0"><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>\n`;
    },
    /** Pages link to each other by their Markdown; readers of HTML go on in HTML. */
    link({ href, tokens }) {
      const target = /^https?:/.test(href) ? href : href.replace(/\.md(?=#|$)/, '.html');
      return `<a href="${escape(target)}">${this.parser.parseInline(tokens)}</a>`;
    },
  },
});

export const toHtml = (markdown) => marked.parse(markdown);

/** The first heading and the first paragraph, as text. */
export function headOf(markdown) {
  const plain = (text) => text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replace(/[`*]/g, '');
  const [, title, rest] = /^# (.+)\n+([\s\S]*)/.exec(markdown);
  const [paragraph] = rest.split(/\n\n/);
  return { title: plain(title), description: plain(paragraph).replace(/\s+/g, ' ') };
}
