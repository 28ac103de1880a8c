import { describe } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { usePublisher } from '../e2e/publisher.js';
import { driveBuilder } from './builder.js';
import { useSite } from './site.js';

describe('the embed builder, with the other widgets', () => {
  const publisher = usePublisher();
  const site = useSite(publisher);
  driveBuilder(
    ['article-card', 'article', 'author-bio', 'comment-box'],
    useBrowser(),
    site,
    publisher,
  );
});
