import { render } from 'lit';
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
  markup: Markup | undefined;
}

/** Deeper answers are drawn as deep as this. */
const DEEPEST = 6;

type Child = Node | string | false | undefined;

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
): HTMLElement {
  const strings = locale.strings!;
  const { id, avatar, authorUrl, body, published, status } = comment;
  const name = comment.author || strings.anonymous;
  const date = locale.date(published);
  const picture = webUrl(avatar);
  const link = webUrl(authorUrl);
  const waits = status === 'pending';

  const content = make('div', 'body', { className: 'body', dir: 'auto' });
  const text = lines(body);
  if (!body) content.append(strings.removed);
  else if (text !== undefined || !markup) {
    content.append(text ?? plain(body, (written) => written));
  } else render(markup.show(body, { profile: 'comment', base }), content);

  return make(
    'li',
    'comment',
    {
      id,
      className: `comment d${Math.min(depth, DEEPEST)}`,
      tabIndex: -1,
      ariaLevel: `${depth + 1}`,
    },
    make(
      'span',
      'portrait',
      { className: 'portrait', ariaHidden: 'true' },
      picture && hosts.includes(new URL(picture).host)
        ? make('img', '', { alt: '', loading: 'lazy', src: picture })
        : [...name][0],
    ),
    make(
      'div',
      '',
      { className: 'meta' },
      make(
        'bdi',
        'name',
        { className: 'name' },
        link ? make('a', '', { href: link, rel: 'ugc nofollow noopener external' }, name) : name,
      ),
      parent && make('span', '', {}, strings.inAnswerTo(parent.author || strings.anonymous)),
      date &&
        make(
          'a',
          'date',
          { href: permalink(page, id) },
          make('time', '', { dateTime: published, title: date.exact }, date.text),
        ),
      waits && make('span', '', { className: 'waiting' }, strings.waiting),
    ),
    content,
    !waits &&
      make(
        'button',
        'button',
        { className: 'answer', ariaLabel: strings.answerTo(name) },
        strings.answer,
      ),
  );
}
