import { render } from 'lit';
import { tellDate } from '../../controllers/formats.js';
import type { LocaleController } from '../../controllers/locale.js';
import type { Markup } from '../../controllers/markup.js';
import { lines } from '../../html/lines.js';
import { plain } from '../../html/plain.js';
import type { CommentStrings } from '../../locales/comment-box/strings.js';
import type { ThreadItem } from '../../model/thread.js';
import { webUrl } from '../../model/url.js';
import { permalink } from './permalink.js';

export interface CommentOptions {
  locale: LocaleController<CommentStrings>;
  /** Hosts from which pictures of readers are asked for. */
  hosts: (string | undefined)[];
  /** The page's address, without its fragment. */
  page: string;
  /** Where relative addresses in comments lead. */
  base: string | undefined;
  /** What shows markup, if it has come. */
  markup: Pick<Markup, 'show'> | undefined;
}

/** Deeper answers are drawn as deep as this. */
const DEEPEST = 6;

type Child = Node | string | false | undefined;

/** Makes an element. A server writes it, and what is shown in it, in its own way. */
export type Make = typeof make;

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  part: string,
  attributes: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (part) element.part.add(part);
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return Object.assign(element, attributes);
}

/**
 * One comment at its place. By hand and not by a template: a comment does not change, there may be a thousand of them,
 * and what a template remembers of each would be several times as large as the comment.
 */
export function commentElement(
  { comment, depth, parent }: ThreadItem,
  { locale, hosts, page, base, markup }: CommentOptions,
  create: Make = make,
  fill: (value: unknown, container: HTMLElement) => unknown = render,
): HTMLElement {
  const strings = locale.strings!;
  const { id, avatar, authorUrl, body, published, status } = comment;
  const name = comment.author || strings.anonymous;
  const date = tellDate(published, locale);
  const picture = webUrl(avatar);
  const link = webUrl(authorUrl);
  const waits = status === 'pending';

  const content = create('div', 'body', { className: 'body', dir: 'auto' });
  const text = lines(body);
  if (!body) content.append(strings.removed);
  else if (text !== undefined || !markup) {
    content.append(text ?? plain(body, (written) => written));
  } else fill(markup.show(body, { profile: 'comment', base }), content);

  return create(
    'li',
    'comment',
    {
      id,
      className: `comment d${Math.min(depth, DEEPEST)}`,
      tabIndex: -1,
      ariaLevel: `${depth + 1}`,
    },
    create(
      'span',
      'portrait',
      { className: 'portrait', ariaHidden: 'true' },
      picture && hosts.includes(new URL(picture).host)
        ? create('img', '', { loading: 'lazy', alt: '', src: picture })
        : [...name][0],
    ),
    create(
      'div',
      '',
      { className: 'meta' },
      create(
        'bdi',
        'name',
        { className: 'name' },
        link ? create('a', '', { href: link, rel: 'ugc nofollow noopener external' }, name) : name,
      ),
      parent && create('span', '', {}, strings.inAnswerTo(parent.author || strings.anonymous)),
      date &&
        create(
          'a',
          'date',
          { href: permalink(page, id) },
          create('time', '', { dateTime: published, title: date.exact }, date.text),
        ),
      waits && create('span', '', { className: 'waiting' }, strings.waiting),
    ),
    content,
    !waits &&
      create(
        'button',
        'button',
        { className: 'answer', ariaLabel: strings.answerTo(name) },
        strings.answer,
      ),
  );
}
