import type { Page } from 'playwright-core';
import type { Publisher } from './publisher.js';

/** What the partner's author has put inside the widget. */
export const fallback = '<p><a href="https://partner.example/all">All headlines</a></p>';

/** Keys of the newest articles of the demo's WordPress, in order. */
export const newest = ['second-berth', 'tren-encina', 'thirsty-servers', 'soja-trem'];

/** Headlines of this publisher, and where its articles are. To be called before it has started, too. */
export const headlinesOf = (publisher: Publisher) => ({
  address: (article: string) => publisher.ids['articles']![article]!.url,
  headlines: (attributes = '', source = publisher.url) =>
    `<nr-headlines source="${source}" ${attributes}>${fallback}</nr-headlines>`,
});

/** Where the headlines lead, in order. */
export const leadsTo = (page: Page) =>
  page
    .locator('[part~=link]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
