/** The HTML around a documentation page. */
import { headOf, toHtml } from './markdown.js';

const mark = `<svg viewBox="0 0 32 32" aria-hidden="true"><path fill="currentColor" d="M4 3h4v26H4zM24 3h4v26h-4zM8 6h16v6H8zM8 15h16v6H8zM8 24h16v4H8z"/></svg>`;
const half = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path fill="currentColor" d="M12 3.5a8.5 8.5 0 0 1 0 17z"/></svg>`;

const attribute = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * @param {string} name of the file, without its ending
 * @param {string} markdown
 * @param {{ title: string, pages: { name: string, title: string }[] }[]} groups all pages, for the menu
 */
export function page(name, markdown, groups) {
  const { title, description } = headOf(markdown);
  const menu = groups
    .map(
      (group) => `<h2>${group.title}</h2>
<ul>${group.pages
        .map(
          (each) =>
            `<li><a href="${each.name}.html"${each.name === name ? ' aria-current="page"' : ''}>${attribute(each.title)}</a></li>`,
        )
        .join('')}</ul>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${attribute(title)} · Newsrack</title>
    <meta name="description" content="${attribute(description)}" />
    <link rel="icon" href="../mark.svg" />
    <link rel="alternate" type="text/markdown" href="${name}.md" />
    <link rel="preload" href="../fonts/instrument-sans.woff2" as="font" type="font/woff2" crossorigin />
    <link rel="preload" href="../fonts/newsreader.woff2" as="font" type="font/woff2" crossorigin />
    <link rel="stylesheet" href="../site.css" />
    <link rel="stylesheet" href="../newsrack/newsrack.css" />
    <link rel="stylesheet" href="docs.css" />${
      name === 'theming' ? '\n    <link rel="stylesheet" href="../themes/themes.css" />' : ''
    }
    <script async src="../newsrack/newsrack.js"></script>
    <script type="module" src="../site.js"></script>${
      markdown.includes('<nr-comment-box')
        ? '\n    <script type="module" src="docs.js"></script>'
        : ''
    }
  </head>
  <body>
    <a class="skip" href="#main">Skip to content</a>
    <header class="bar">
      <a class="brand" href="../">${mark} Newsrack</a>
      <nav aria-label="Main">
        <a href="../builder.html">Builder</a>
        <a href="../gallery.html">Gallery</a>
        <a href="./" aria-current="${name === 'index' ? 'page' : 'true'}">Docs</a>
      </nav>
      <button class="scheme" type="button" aria-label="Light or dark">${half}</button>
    </header>
    <div class="docs">
      <main id="main">
        <p class="above"><a class="all" href="#pages">All pages</a> <a href="${name}.md">Markdown</a></p>
${toHtml(markdown)}
      </main>
      <nav id="pages" class="pages" aria-label="Documentation">
${menu}
      </nav>
    </div>
    <footer class="foot">
      <p>Newsrack is free software under the MIT licence.</p>
      <p>The Austral Ledger, its reporters and its readers are invented.</p>
    </footer>
  </body>
</html>
`;
}
