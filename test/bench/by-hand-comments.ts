import DOMPurify from 'dompurify';
import type { Written } from './comments-content.js';

/** What a developer would write by hand: a request, DOMPurify, a template that is cloned. */
const main = document.querySelector('main')!;
const data = (await (await fetch(main.dataset['src']!)).json()) as Written[];
const template = document.createElement('template');
template.innerHTML =
  '<article><header><b></b> <time></time></header><div></div><button>Reply</button></article>';
const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const made = new Map<string | undefined, Element>();
const all = document.createDocumentFragment();
for (const { id, parentId, author, body, published } of data) {
  const article = template.content.firstElementChild!.cloneNode(true) as Element;
  article.id = `comment-${id}`;
  const time = article.querySelector('time')!;
  article.querySelector('b')!.textContent = author;
  time.dateTime = published;
  time.textContent = dates.format(new Date(published));
  article.querySelector('div')!.append(DOMPurify.sanitize(body, { RETURN_DOM_FRAGMENT: true }));
  made.set(id, article);
  (made.get(parentId) ?? all).append(article);
}
main.append(all);
main.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const form = document.createElement('form');
  const text = document.createElement('textarea');
  form.append(text);
  target.after(form);
  text.focus();
});
