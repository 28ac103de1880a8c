import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { webUrl } from '../../model/url.js';

/** An element of a page, as far as it is of interest here. */
export interface Tag {
  name: string;
  attributes: Record<string, string | undefined>;
  /** In the HTML, from 1. */
  line: number;
  /** Its end tag is there; without it, it holds the rest of what it stands in. */
  isClosed: boolean;
  /** Policies count in a head only. */
  isInHead: boolean;
  /** A server has rendered it, with its style sheet in a `<style>` or by a `<link>`. */
  rendered?: 'style' | 'link';
}

export interface Page {
  url: string;
  /** What its relative addresses are relative to. */
  base: string;
  tags: Tag[];
}

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A page's elements in their order. Scripts are not followed: what they would add is not there. */
export function readPage(html: string, url: string): Page {
  const tags: Tag[] = [];
  const visit = (parent: Parent, isInHead: boolean): void => {
    for (const node of parent.childNodes) {
      if (!defaultTreeAdapter.isElementNode(node)) continue;
      const { tagName: name, attrs, sourceCodeLocation: place } = node;
      const attributes = Object.create(null) as Tag['attributes'];
      for (const { name, value } of attrs) attributes[name] = value;
      const tag: Tag = {
        name,
        attributes,
        line: place?.startLine ?? 0,
        isClosed: !!place?.endTag,
        isInHead,
        rendered: name.startsWith('nr-') ? renderedBy(node) : undefined,
      };
      tags.push(tag);
      // What is in a template is not on the page.
      visit(node, isInHead || name === 'head');
    }
  };
  visit(parse(html, { sourceCodeLocationInfo: true }), false);
  const base = tags.find(({ name, attributes }) => name === 'base' && attributes.href);
  return { url, base: webUrl(base?.attributes.href, url) ?? url, tags };
}

function renderedBy(parent: Parent): Tag['rendered'] {
  for (const node of parent.childNodes)
    if (node.nodeName === 'template' && 'content' in node) {
      if (!node.attrs.some(({ name }) => name === 'shadowrootmode')) continue;
      return node.content.childNodes.some(({ nodeName }) => nodeName === 'style')
        ? 'style'
        : 'link';
    }
}
