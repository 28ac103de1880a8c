import { expect } from '@open-wc/testing';
import { startOrigin } from '../browser-origin.js';
import { link, mount, settled } from '../suites/mount.js';
import { tally } from '../browser-tally.js';
import { networkFaults } from './faults.js';
import { runMatrix } from './matrix.js';
import { defineAll, readings } from './sources.js';

runMatrix(networkFaults);

describe('A source whose name nobody knows', () => {
  before(defineAll);

  it('is no more than that for every widget', async function () {
    this.timeout(40_000);
    await Promise.all(
      readings.map(async ({ name, tag, attributes }, index) => {
        const given = attributes(`http://source-${index}.invalid`);
        const widget = mount(tag, { ...given, load: 'eager' }, link('Fallback'));
        const codes: string[] = [];
        widget.addEventListener('nr-error', ({ detail }) => codes.push(detail.error.code));
        await settled(widget);
        expect(codes, name).to.have.length(1);
        // A resolver may take its time to say so.
        expect(codes[0], name).to.match(/^(network|timeout)$/);
      }),
    );
    await tally('fault', readings.length);
  });
});

describe('A WordPress that nobody may read', () => {
  before(defineAll);

  it('is not looked for again by a part of a widget that is answered late', async () => {
    const origin = await startOrigin();
    await origin.route('/*', { cors: false });
    const release = await origin.hold('/wp-json/wp/v2/posts/7');
    const box = mount(
      'nr-comment-box',
      { source: origin.url, 'source-type': 'wordpress', 'article-id': '7', load: 'eager' },
      link('Fallback'),
    );
    const codes: string[] = [];
    box.addEventListener('nr-error', ({ detail }) => codes.push(detail.error.code));
    // The post, and of its comments the usual place twice, the other one, and why none of them could be read.
    await origin.received('/*', 5);
    await release();
    await settled(box);
    expect(codes).to.deep.equal(['cors']);
    expect(await origin.requests()).to.have.length(5);
  });
});
