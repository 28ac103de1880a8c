import { expect } from '@open-wc/testing';
import { NewsrackError } from '../../src/model/error.js';
import { open } from '../../src/publishers/feed/rss.js';
import { startOrigin } from '../browser-origin.js';
import { rssSuite } from './rss-suite.js';

rssSuite({ describe, it, expect, startOrigin, open });

describe('A feed', () => {
  it('that no other site may read says so, and what can be done', async () => {
    const origin = await startOrigin();
    await origin.route('/feed', { body: '<rss/>', cors: false });
    const publisher = open({ url: `${origin.url}/feed` });
    const error = (await publisher
      .articles({ limit: 5 })
      .catch((error: unknown) => error)) as NewsrackError;
    expect(error).instanceOf(NewsrackError);
    expect(error.code).equal('cors');
    expect(error.message).match(/Access-Control-Allow-Origin.*npx newsrack snapshot/);
    expect((await origin.requests()).length).equal(2);
  });

  it('over 32 MB is refused, and the rest of it not waited for', async function () {
    // The feed goes to its server first, through the same line as all else on the page.
    this.timeout(40_000);
    const origin = await startOrigin();
    await origin.route('/feed', { body: ' '.repeat(33 * 2 ** 20) });
    const error = (await open({ url: `${origin.url}/feed` })
      .articles({ limit: 5 })
      .catch((error: unknown) => error)) as NewsrackError;
    expect(error.code).equal('bad-answer');
    expect(error.message).match(/longer than 32 MB/);
    expect((await origin.requests()).length).equal(1);
  });
});
