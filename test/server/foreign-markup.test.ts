import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openMarkupWriter } from '../../src/server/foreign-markup.js';

describe('foreign markup that a server writes', () => {
  it('keeps the links of a comment', async () => {
    const write = await openMarkupWriter();
    assert.equal(
      write('<p>See <a href="https://f.example/?a=1&amp;b=2" onclick="x()">this</a>.</p>', {
        profile: 'comment',
        base: 'https://publisher.example/',
      }),
      '<p>See <a href="https://f.example/?a=1&amp;b=2" rel="noopener ugc nofollow">this</a>.</p>',
    );
  });
});
