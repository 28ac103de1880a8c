import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDate } from '../../src/locales/format.js';

/** Wednesday, one in the morning, wherever this runs. */
const now = new Date(2026, 10, 25, 1).getTime();

describe('A date of the last days', () => {
  for (const [date, en, es] of [
    [new Date(2026, 10, 24, 2), '23 hours ago', 'hace 23 horas'],
    [new Date(2026, 10, 24, 0, 59), 'yesterday', 'ayer'],
    [new Date(2026, 10, 23, 23), '2 days ago', 'anteayer'],
    [new Date(2026, 10, 23, 2), '2 days ago', 'anteayer'],
    [new Date(2026, 10, 18, 2), '7 days ago', 'hace 7 días'],
    [new Date(2026, 10, 17, 2), 'Nov 17, 2026', '17 nov 2026'],
  ] as const)
    it(`${date.toString()}: ${en}, as people count days`, () => {
      assert.equal(formatDate(date, 'en', now), en);
      assert.equal(formatDate(date, 'es', now), es);
    });
});
