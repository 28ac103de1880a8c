import type { Card } from './cards.js';

/** What a developer would write by hand: a template that is cloned and filled from the page's own data. */
const data = JSON.parse(document.querySelector('#data')!.textContent) as Card[];
const template = document.createElement('template');
template.innerHTML =
  '<article><img alt="" loading="lazy"><div></div><h3><a></a></h3><p></p><div><span></span> <time></time></div></article>';
const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const all = document.createDocumentFragment();
for (const { headline, href, image, kicker, excerpt, byline, published } of data) {
  const article = template.content.firstElementChild!.cloneNode(true) as Element;
  article.querySelector('img')!.src = image;
  article.querySelector('div')!.textContent = kicker;
  Object.assign(article.querySelector('a')!, { href, textContent: headline });
  article.querySelector('p')!.textContent = excerpt;
  article.querySelector('span')!.textContent = `By ${byline}`;
  const time = article.querySelector('time')!;
  time.dateTime = published;
  time.textContent = dates.format(new Date(published));
  all.append(article);
}
document.querySelector('.grid')!.append(all);
