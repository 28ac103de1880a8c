import { expect } from '@esm-bundle/chai/esm/chai.js';
import { afterEach, describe, it } from 'node:test';
import { openSource } from '../../src/server/open-source.js';
import { startOrigin, type Origin } from '../origin.js';
import { rssSuite } from './rss-suite.js';

const started: Origin[] = [];
afterEach(() => Promise.all(started.splice(0).map((origin) => origin.close())));

rssSuite({
  describe: (what, tests) => void describe(what, tests),
  it: (what, test) => void it(what, test),
  expect,
  async startOrigin() {
    const origin = await startOrigin();
    started.push(origin);
    return {
      url: origin.url,
      route: (...route) => Promise.resolve(origin.route(...route)),
      requests: () => Promise.resolve(origin.requests),
    };
  },
  open: openSource,
});
