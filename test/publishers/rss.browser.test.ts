import { expect } from '@open-wc/testing';
import { NewsrackError } from '../../src/model/error.js';
import { open } from '../../src/publishers/rss.js';
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
});
