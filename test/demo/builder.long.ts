import { describe } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { usePublisher } from '../e2e/publisher.js';
import { widgets } from '../gallery/gallery.js';
import { driveBuilder } from './builder.js';
import { useSite } from './site.js';

describe('the embed builder, with every widget', () => {
  const publisher = usePublisher();
  const site = useSite(publisher);
  driveBuilder(widgets, useBrowser(), site, publisher);
});
