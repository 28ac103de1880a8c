import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** The policy that the README lists, with the addresses of this test in it. */
export function listedPolicy(publisher: string, cdn: string): string {
  const block = /```\n(default-src[^`]+)```/.exec(readme)![1]!;
  return block
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('https://publisher.example', publisher)
    .replaceAll('https://cdn.example', cdn)
    .trim();
}
