/**
 * What a screen reader is told in every state of every widget, compared with the text in test/gallery/trees. After a
 * change that is meant: `UPDATE_TREES=1 npm test -- e2e gallery/accessibility-tree`, read the difference, commit.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { CDPSession } from 'playwright-core';
import { useSite } from '../demo/site.js';
import { useBrowser } from '../e2e/browser.js';
import { openStates, stateNames, widgets } from './gallery.js';

const stored = path.join(import.meta.dirname, 'trees');
const update = !!process.env['UPDATE_TREES'];

interface Value {
  value?: unknown;
}
interface Node {
  nodeId: string;
  ignored: boolean;
  role?: Value;
  name?: Value;
  description?: Value;
  value?: Value;
  properties?: { name: string; value: Value }[];
  childIds?: string[];
}

/** What is told of a node besides its role and its name. */
const TOLD = new Set([
  'busy',
  'checked',
  'disabled',
  'expanded',
  'invalid',
  'level',
  'live',
  'required',
]);

/** One line a node, indented by depth; what is not told to anybody is left out, its children are not. */
function lines(nodes: Map<string, Node>, id: string, depth: number): string[] {
  const node = nodes.get(id)!;
  const role = String(node.role?.value ?? '');
  if (role === 'InlineTextBox') return [];
  const hidden = node.ignored || role === 'generic' || role === 'none';
  const name = String(node.name?.value ?? '');
  const description = String(node.description?.value ?? '');
  const more = (node.properties ?? [])
    .filter(({ name, value: { value } }) => TOLD.has(name) && value && value !== 'false')
    .map(({ name, value: { value } }) => (value === true ? name : `${name}=${String(value)}`));
  const own = [role, name && JSON.stringify(name), ...more, description && `(${description})`];
  const below = (node.childIds ?? []).flatMap((child) =>
    lines(nodes, child, hidden ? depth : depth + 1),
  );
  // What has a name of its text alone needs no line for the text.
  const isText = below.length === 1 && below[0]!.trim() === `StaticText ${JSON.stringify(name)}`;
  if (hidden) return below;
  return [`${'  '.repeat(depth)}${own.filter(Boolean).join(' ')}`, ...(isText ? [] : below)];
}

async function tree(session: CDPSession, selector: string): Promise<string> {
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  const all = await session.send('Accessibility.getFullAXTree');
  const nodes = new Map(all.nodes.map((each) => [each.nodeId, each as Node]));
  const start = all.nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId)!;
  return start.childIds!.flatMap((id) => lines(nodes, id, 1)).join('\n');
}

describe('the accessibility tree', () => {
  const site = useSite();
  const browser = useBrowser();

  for (const widget of widgets)
    it(`of every state of ${widget}`, async () => {
      const { page } = await openStates(browser, site, widget);
      const session = await page.context().newCDPSession(page);
      await session.send('Accessibility.enable');
      const parts: string[] = [];
      for (const name of await stateNames(page))
        parts.push(`${name}\n${await tree(session, `#${name} > .specimen`)}\n`);
      const text = parts.join('\n');
      const file = path.join(stored, `${widget}.txt`);
      if (update) {
        mkdirSync(stored, { recursive: true });
        writeFileSync(file, text);
      } else assert.equal(text, readFileSync(file, 'utf8'));
    });
});
