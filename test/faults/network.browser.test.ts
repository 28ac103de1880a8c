import { expect } from '@open-wc/testing';
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
