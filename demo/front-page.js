/**
 * A front page that many read: its server asks the publisher once a minute and sends finished HTML. Needs `npm run build`.
 *
 *   node demo/front-page.js [SOURCE]      the demo's WordPress (npm start) unless another source is named
 *
 * What it does with Node alone works the same in Express (`response.send`), Eleventy (an asynchronous shortcode), Astro or Next.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderToString } from 'newsrack/server';

const source = process.argv[2] ?? 'http://127.0.0.1:8081';
const port = Number(process.env.NEWSRACK_FRONT_PAGE_PORT ?? 8090);
const library = fileURLToPath(new URL('../dist/cdn/', import.meta.url));
const types = { '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

const MINUTE = 60_000;
const widgets = new Map();

/** A widget's HTML, a minute old at most. While the publisher fails, the last one; before there is one, the bare tag. */
async function widget(name, attributes) {
  const key = `${name} ${JSON.stringify(attributes)}`;
  const known = widgets.get(key);
  if (known && known.made > Date.now() - MINUTE) return known.html;
  const options = { styles: 'link', cdn: `${home}/newsrack/`, fresh: true };
  const html = renderToString(name, attributes, options).catch((error) => {
    console.error(error.message);
    // The reader's browser asks by itself.
    return known?.html ?? `<nr-${name} source="${source}"></nr-${name}>`;
  });
  widgets.set(key, { html, made: Date.now() });
  return html;
}

const page = async () => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Front page</title>
  <h1>Front page</h1>
  ${await widget('headlines', { source, heading: 'News', limit: 6, more: true })}
  ${await widget('headlines', { source, heading: 'In brief', layout: 'headline', limit: 8 })}
  <script async src="/newsrack/newsrack.js"></script>
</html>
`;

async function answer(request, response) {
  const { pathname } = new URL(request.url, home);
  if (pathname === '/') {
    const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${origin}; img-src *`;
    const headers = {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    };
    return response.writeHead(200, headers).end(await page());
  }
  const [, name] = /^\/newsrack\/([\w.-]+)$/.exec(pathname) ?? [];
  const type = name && types[/\.\w+$/.exec(basename(name))?.[0]];
  const file = type && (await readFile(library + name).catch(() => undefined));
  if (!file) return response.writeHead(404).end('Not found');
  response.writeHead(200, { 'Content-Type': type }).end(file);
}

const { origin } = new URL(source);
const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    response.destroy();
  });
});
let home = '';
server.listen(port, 'localhost', () => {
  home = `http://localhost:${server.address().port}`;
  console.log(`Front page  ${home}   (articles from ${source}; Ctrl-C stops it)`);
});
