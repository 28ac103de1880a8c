import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { importedByPages } from '../../src/build/chunk-files.js';
import { useBrowser } from '../e2e/browser.js';
import { manifest, needs, startPlaces, type Places } from './pinned-pages.js';
import { isRefused } from './refusal.js';

const names = Object.keys(manifest.chunks).filter((name) => !importedByPages.includes(name));

describe('A pinned script tag refuses', () => {
  const browser = useBrowser();
  let places: Places;
  before(async () => {
    places = await startPlaces();
  });
  after(() => places.close());

  for (const name of names)
    it(`another “${name}”`, async () => {
      const need = needs(places)[name];
      assert.ok(need, 'pinned-pages.ts has no page that needs it');
      await isRefused(places, browser.newPage, name, need);
    });
});
