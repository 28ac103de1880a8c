import DOMPurify from 'dompurify';

interface Post {
  title: { rendered: string };
  content: { rendered: string };
  date_gmt: string;
}

/** What a developer would write by hand: a request, DOMPurify, and what came of it in the page. */
const main = document.querySelector('main')!;
const post = (await (await fetch(main.dataset['src']!)).json()) as Post;
const title = document.createElement('h1');
title.textContent = post.title.rendered;
const time = document.createElement('time');
time.dateTime = `${post.date_gmt}Z`;
time.textContent = new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(
  new Date(time.dateTime),
);
main.append(title, time, DOMPurify.sanitize(post.content.rendered, { RETURN_DOM_FRAGMENT: true }));
