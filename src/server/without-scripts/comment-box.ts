import type { KeptThread } from '../../controllers/comment-take-over.js';
import type { CommentThread } from '../../reading/comment-thread.js';
import type { LocaleController } from '../../controllers/locale.js';
import { commentElement, type Make } from '../../elements/comment-box/comment.js';
import { lines } from '../../html/lines.js';
import { escaped } from '../../html/escape.js';
import type { WriteMarkup } from '../../html/write.js';
import type { CommentStrings } from '../../locales/comment-box/strings.js';
import { webUrl } from '../../model/url.js';
import { openMarkupWriter } from '../foreign-markup.js';
import type { Edit } from '../render.js';

/** What a comment box has inside, as far as its server must know it. */
interface Box {
  readonly locale: LocaleController<CommentStrings>;
  readonly source: string | undefined;
  readonly storeUrl: string | undefined;
  outgoing(url: string): string | undefined;
  look(): { name: string };
}

/**
 * Writes the comments of a thread, which a page makes by hand, and a link to the publisher's page in the place of the form,
 * which nobody can send without a script. The form's room is kept for the scripts.
 */
export async function threadOnPaper(
  box: Box,
  thread: CommentThread,
): Promise<{ kept: KeptThread; edits: Edit[] }> {
  const { locale } = box;
  const { article, items } = thread;
  const hosts = [article?.url, box.source, box.storeUrl].map(hostOf);
  const write = items.some(({ comment }) => lines(comment.body) === undefined)
    ? await openMarkupWriter()
    : undefined;
  const options = {
    locale,
    hosts,
    page: '',
    base: article?.url,
    markup: write && ({ show: write } as { show(...of: Parameters<WriteMarkup>): unknown }),
  };
  const list = items.map((item) => String(commentElement(item, options, make, fill))).join('');
  const edits: Edit[] = [
    ['</ol>', `${list}</ol>`],
    // It would be checked by whatever is written there.
    ['checked="false"', ''],
  ];

  const href = article?.url && box.outgoing(article.url);
  if (href && box.look().name === 'comments') {
    const text = escaped(locale.strings!.joinIn(new URL(href).host));
    const link = `<a class="at" part="link" href="${escaped(href)}" rel="external">${text}</a>`;
    const home = '<div class="home">';
    edits.push([home, `<p class="unscripted">${link}</p>${home}`]);
  }
  // The address of a picture is often made from an e-mail address: what is not shown does not travel.
  const comments = thread.comments.map(({ avatar, ...comment }) => ({
    ...comment,
    avatar: hosts.includes(hostOf(avatar)) ? avatar : undefined,
  }));
  const { id, url, headline, commentsOpen } = article ?? {};
  return {
    kept: {
      article: article && { id, url, headline, commentsOpen },
      page: { comments, total: thread.total, next: thread.next },
    },
    edits,
  };
}

function hostOf(address: string | undefined): string | undefined {
  const url = webUrl(address);
  return url && new URL(url).host;
}

/** An element as it is written. */
class Paper {
  readonly #tag: string;
  readonly #attributes: string;
  #content = '';

  constructor(tag: string, attributes: Record<string, unknown>, children: unknown[]) {
    this.#tag = tag;
    this.#attributes = Object.entries(attributes)
      .map(([name, value]) => ` ${attributeOf(name)}="${escaped(String(value))}"`)
      .join('');
    this.append(...children);
  }

  append(...children: unknown[]): void {
    for (const child of children)
      if (child instanceof Paper) this.#content += String(child);
      else if (typeof child === 'string') this.#content += escaped(child);
  }

  /** @param html - Sanitized */
  fill(html: string): void {
    this.#content = html;
  }

  toString(): string {
    const start = `<${this.#tag}${this.#attributes}>`;
    return this.#tag === 'img' ? start : `${start}${this.#content}</${this.#tag}>`;
  }
}

const attributeOf = (property: string) =>
  property === 'className' ? 'class' : property.replace(/^aria/, 'aria-').toLowerCase();

const make = ((tag: string, part: string, attributes: object, ...children: unknown[]) =>
  new Paper(tag, { ...(part && { part }), ...attributes }, children)) as unknown as Make;

const fill = (html: unknown, element: unknown) => (element as Paper).fill(html as string);
