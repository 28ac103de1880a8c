import process from 'node:process';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { elementOf } from './element-of.js';
import { prepareRendering, type Attributes, type RenderOptions } from './render.js';
import { replaceFile } from './replace-file.js';
import { servedWidgets, type ServedWidget } from './served-widgets.js';
import { exitCodes, say, showProgress, tell, UsageError, type Command } from './terminal.js';
import { repeat, tellFailure, type Outcome } from './tries.js';

const help = `Usage: newsrack render WIDGET [SOURCE] [-o FILE] [attributes]

Writes a widget as static HTML with declarative shadow DOM: readers see it finished, without scripts and before any
have come. Put the HTML where the widget's tag would stand. Where newsrack.js runs, too, the element takes over what
stands there and asks the publisher nothing.

  newsrack render headlines https://publisher.example --limit 4 --lang es -o headlines.html
  newsrack render article-card https://publisher.example --article-id 42 --styles link --cdn https://cdn.example/ -o card.html
  newsrack render article https://publisher.example/2026/11/an-article/ -o article.html
  newsrack render author-bio https://publisher.example --author-id 7 --watch 3600 -o author.html
  newsrack render comment-box https://publisher.example --article-id 42 --watch 60 -o comments.html
  newsrack render newsletter-form --action "https://daily.us1.list-manage.com/subscribe/post?u=1&id=2" -o form.html

WIDGET is one of ${servedWidgets.join(', ')}.
SOURCE is the address of a site, an API or a feed, as in source="…"; where the widget shows one article or its authors
and is given neither --src nor an id, it is the article's address. A newsletter's form has none: it is made of attributes.

  -o, --output FILE    replaced in one step; without it the HTML goes to the standard output
  --styles KIND        inline: the style sheet in the HTML; link: by its address, for a Content Security Policy that
                       forbids <style>
  --cdn URL            the folder that newsrack.js is served from; for --styles link
  --first-screen WIDTH the widget stands on the first screen, about so many pixels wide: its first pictures load at once
  --watch SECONDS      again and again, until it is stopped; a failure does not end it
  --allow-empty        write a widget that has nothing to show, too
  --json               one line of JSON about the file on the standard output, for machines

The widget's attributes are options of the same names, as in <nr-headlines>: --limit 4, --layout row, --more. Also:

  --lang TAG           the language that the widget speaks; en when left out
  --dir, --id, --class as in HTML

A key that the API needs is better in NEWSRACK_SOURCE_KEY than in --source-key: it is not written into the page, which
then cannot ask for more than what stands there.

Markup of articles, biographies and comments is made safe as in a page: what is not allowed does not get into the file.

Without scripts a newsletter's form works where the browser itself can post it (form, mailchimp, buttondown); of a page
that would be framed there is a link, and of what only a script can send your own content (see "fallback" in the README)
or a sentence that says so. Below comments stands a link to the article in the place of the form. Where scripts run, the
room of both is kept for them.

Dates are absolute, in the time zone of the process: TZ=America/Santiago newsrack render …

Exit codes:

  0    written; with --watch: stopped
  1    failed: the source could not be read or the file not be written; the old file was left as it was
  2    wrong usage
  3    there is nothing to show (see --allow-empty), or no such article; the old file was left as it was
  129, 130, 143   ended by a signal; the old file was left as it was
`;

const own = {
  output: { type: 'string', short: 'o' },
  styles: { type: 'string' },
  cdn: { type: 'string' },
  watch: { type: 'string' },
  'first-screen': { type: 'string' },
  'allow-empty': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

interface Order {
  widget: ServedWidget;
  attributes: Attributes;
  output?: string;
  /** Seconds between two renderings. */
  watch?: number;
  allowEmpty: boolean;
  json: boolean;
  options: RenderOptions;
}

/** What the words on the command line ask for. */
async function orderOf([widget, ...words]: string[]): Promise<Order> {
  if (!widget || widget.startsWith('-')) throw new UsageError('The widget is missing');
  if (!isServed(widget)) throw new UsageError(`“${widget}” is none of ${servedWidgets.join(', ')}`);
  const { values, positionals } = await parse(widget, words);
  const {
    output,
    styles,
    cdn,
    watch,
    'first-screen': width,
    json,
    'allow-empty': allowEmpty,
  } = values;
  const [source, another] = positionals;
  if (another !== undefined) throw new UsageError(`There is one source, and “${another}” is more`);
  if (source !== undefined && widget === 'newsletter-form')
    throw new UsageError('A newsletter’s form has no source: give --action URL');
  if (output === '') throw new UsageError('--output is the name of a file');
  if (json && !output) throw new UsageError('--json needs a file: -o FILE');
  if (watch !== undefined && !/^[1-9]\d{0,8}$/.test(String(watch)))
    throw new UsageError(`--watch is a number of seconds, not “${String(watch)}”`);
  if (watch !== undefined && !output) throw new UsageError('--watch needs a file: -o FILE');
  if (width !== undefined && !/^[1-9]\d{0,4}$/.test(String(width)))
    throw new UsageError(`--first-screen is a number of pixels, not “${String(width)}”`);
  const attributes = Object.fromEntries(
    Object.entries(values).filter(([name]) => !Object.hasOwn(own, name)),
  ) as Attributes;
  const namesNone = ['src', 'article-id', 'author-id', 'headline', 'href', 'name'].every(
    (name) => !attributes[name],
  );
  if (source !== undefined)
    attributes[widget !== 'headlines' && namesNone ? 'src' : 'source'] = source;
  return {
    widget,
    attributes,
    output: output as string | undefined,
    watch: watch === undefined ? undefined : Number(watch),
    allowEmpty: !!allowEmpty,
    json: !!json,
    options: {
      styles: styles as RenderOptions['styles'],
      cdn: cdn as string | undefined,
      sourceKey: process.env.NEWSRACK_SOURCE_KEY,
      firstScreenWidth: width === undefined ? undefined : Number(width),
    },
  };
}

const isServed = (widget: string): widget is ServedWidget =>
  (servedWidgets as readonly string[]).includes(widget);

/** Attributes without a value, as HTML has them. */
const flags = ['more', 'readonly', 'name-field'];

async function parse(widget: ServedWidget, args: string[]) {
  const { observedAttributes } = await elementOf(widget);
  const options: NonNullable<ParseArgsConfig['options']> = { ...own };
  const data = args.flatMap((word) => /^--(data-[\w.-]+)/.exec(word)?.[1] ?? []);
  for (const name of [...observedAttributes, 'lang', 'dir', 'id', 'class', 'slot', 'load', ...data])
    options[name] = { type: flags.includes(name) ? 'boolean' : 'string' };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\.$/, ''));
  }
}

/** One rendering. */
async function take(order: Order, signal: AbortSignal): Promise<Outcome> {
  const { widget, attributes, output, watch, allowEmpty, json, options } = order;
  const report = (about: object) => json && say(`${JSON.stringify({ file: output, ...about })}\n`);
  const kept = output ? ` ${output} is left as it was.` : '';
  try {
    showProgress(`Rendering ${widget} …`);
    const { count, pieces } = await prepareRendering(widget, attributes, {
      ...options,
      fresh: true,
      signal,
    });
    if (!count && !allowEmpty) {
      report({ outcome: 'empty', count, bytes: 0 });
      tell(`newsrack: ${widget} has nothing to show.${kept}`, 'yellow');
      return { code: exitCodes.empty };
    }
    const html = `${[...pieces()].join('')}\n`;
    if (!output) return { code: say(html) };
    signal.throwIfAborted();
    await replaceFile(output, html);
    const bytes = Buffer.byteLength(html);
    report({ outcome: 'written', count, bytes });
    // Cron sends by mail whatever is said.
    if (watch || process.stderr.isTTY) tell(`${output}: ${count} shown, ${bytes} bytes`);
    return { code: exitCodes.done };
  } catch (error) {
    return tellFailure(error, kept, report, signal);
  }
}

async function run(words: string[], signal: AbortSignal): Promise<number> {
  const order = await orderOf(words);
  return repeat(() => take(order, signal), order.watch, signal);
}

/** `newsrack render` */
export const renderCommand: Command = { help, run };
