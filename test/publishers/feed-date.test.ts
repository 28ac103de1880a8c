import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '../../src/publishers/feed/date.js';

const dates: [written: string, read: string | undefined][] = [
  ['Fri, 01 Mar 2024 10:00:00 GMT', '2024-03-01T10:00:00Z'],
  ['Fri, 01 Mar 2024 10:00:00 +0530', '2024-03-01T04:30:00Z'],
  ['Fri, 1 Mar 2024 10:00:00 -05:00', '2024-03-01T15:00:00Z'],
  ['1 Mar 24 10:00 EST', '2024-03-01T15:00:00Z'],
  ['01 Mar 99 10:00:00 Z', '1999-03-01T10:00:00Z'],
  ['Fri,01 Mar 2024 10:00:00 PDT', '2024-03-01T17:00:00Z'],
  ['Friday, 01 March 2024 10:00:00 CEST', '2024-03-01T08:00:00Z'],
  ['Fri, 01 Mar 2024 10:00:00', '2024-03-01T10:00:00Z'],
  ['  Fri,  01\n Mar 2024 10:00:00 UT ', '2024-03-01T10:00:00Z'],
  ['Fri, 01 Mar 2024', '2024-03-01T00:00:00Z'],
  ['Fri Mar 01 2024 10:00:00 GMT+0100 (CET)', '2024-03-01T09:00:00Z'],
  ['March 1, 2024 10:00 PM', '2024-03-01T22:00:00Z'],
  ['1-Mar-2024 12:05 am', '2024-03-01T00:05:00Z'],
  ['Sun, 01 Sept 2024 10:00:00 GMT', '2024-09-01T10:00:00Z'],
  ['2024-03-01T10:00:00.250+01:00', '2024-03-01T09:00:00Z'],
  ['2024-03-01T10:00Z', '2024-03-01T10:00:00Z'],
  ['2024-03-01 10:00:00', '2024-03-01T10:00:00Z'],
  ['2024-03-01', '2024-03-01T00:00:00Z'],
  ['Thu, 29 Feb 2024 23:59:60 GMT', '2024-03-01T00:00:00Z'],
  ['Mon Feb 26 10:00:00 UTC 2024', '2024-02-26T10:00:00Z'],
  ['Mon Feb 26 10:00:00 +0200 2024', '2024-02-26T08:00:00Z'],
  ['Mon Feb 26 10:00:00 2024', '2024-02-26T10:00:00Z'],
  ['2024-02-26 10:00:00 +0000 UTC', '2024-02-26T10:00:00Z'],
  ['Mon, 26 Feb 2024 10:00:00 -0500 EST', '2024-02-26T15:00:00Z'],
  ['Mon, 26 Feb 2024 10:00:00 GMT +0200', '2024-02-26T08:00:00Z'],
  ['Mon , 26 Feb 2024 10:00:00 GMT', '2024-02-26T10:00:00Z'],
  ['2024-02', '2024-02-01T00:00:00Z'],
  ['2024', '2024-01-01T00:00:00Z'],
  // Not guessed at.
  ['Mon, 01 Jan 0001 00:00:00 GMT', undefined],
  ['0001-01-01T00:00:00Z', undefined],
  ['2024-13', undefined],
  ['ven., 01 mars 2024 10:00:00 +0100', undefined],
  ['vie, 01 ene 2024 10:00:00 +0100', undefined],
  ['Fr, 01 Mär 2024 10:00:00 +0100', undefined],
  ['01 marraskuu 2024 10:00:00', undefined],
  ['30 Feb 2024 10:00:00 GMT', undefined],
  ['Fri, 01 Mar 2024 10:00:00 XYZT', undefined],
  ['Fri, 01 Mar 2024 25:00:00 GMT', undefined],
  ['01/03/2024', undefined],
  ['1709287200', undefined],
  ['yesterday', undefined],
  ['', undefined],
];

for (const [written, read] of dates)
  test(`“${written}” is ${read ?? 'no date'}`, () => {
    assert.equal(instant(written), read);
  });
