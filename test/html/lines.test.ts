import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines } from '../../src/html/lines.js';

const simple: [markup: string, text: string][] = [
  ['<p>One.</p>\n<p>Two &amp; three&#8217;s<br />\nfour.</p>\n', 'One.\n\nTwo & three’s\nfour.'],
  ['No markup at all', 'No markup at all'],
  ['', ''],
  ['<p>5 &lt; 6 &#60;b&#62;</p>', '5 < 6 <b>'],
];

for (const [markup, text] of simple)
  test(`${JSON.stringify(markup)} is simple`, () => {
    assert.equal(lines(markup)?.replace(/\n{2,}/g, '\n\n'), text);
  });

for (const markup of [
  '<p>With <b>more</b></p>',
  '<p class="x">With an attribute</p>',
  '<p onclick="alert(1)">With a handler</p>',
  'caf&eacute;',
  'A <script>alert(1)</script>',
  'Unclosed <b',
  '<P>In capitals</P>',
])
  test(`${JSON.stringify(markup)} is not`, () => {
    assert.equal(lines(markup), undefined);
  });
