import type { Page } from 'playwright-core';
import type { Publisher } from './publisher.js';

/** A reader whose comments the demo's WordPress publishes at once, and one whose comments it holds. */
export const known = { name: 'Bruno Cardenal', email: 'bruno@readers.example' };
export const stranger = { name: 'Nadia Prats', email: 'nadia@readers.example' };

/** A comment box below one of the demo's articles; it notes what it tells the page. */
export const commentBox = (publisher: Publisher, article: string, attributes = '') =>
  `<nr-comment-box source="${publisher.url}" article-id="${publisher.ids['articles']![article]!.id}" load="eager" ${attributes}></nr-comment-box>
   <script>
     addEventListener('nr-comment', ({ detail }) => (window.comments ??= []).push(detail));
   </script>`;

/** Fills in the form. */
export async function write(page: Page, text: string, { name, email } = known) {
  await page.getByLabel('Comment', { exact: true }).fill(text);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Email', { exact: false }).first().fill(email);
}

export const send = (page: Page) => page.locator('.send').click();

export const message = (page: Page) => page.locator('[part~=message]');

/** Resolves when the box says this about the comment. */
export const says = (page: Page, sentence: RegExp) =>
  message(page).filter({ hasText: sentence }).waitFor({ timeout: 90_000 });

/** What `nr-comment` has told the page. */
export const events = (page: Page) =>
  page.evaluate<{ comment: { id: string }; status: string }[]>('window.comments ?? []');

/** How many comments every reader sees that have this in them. */
export async function published(publisher: Publisher, text: string): Promise<number> {
  const answer = await fetch(
    `${publisher.url}/wp-json/wp/v2/comments?per_page=100&search=${encodeURIComponent(text)}`,
  );
  return ((await answer.json()) as unknown[]).length;
}
