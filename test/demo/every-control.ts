import type { Publisher } from '../e2e/publisher.js';

/** What is chosen in each control of the embed builder: a value, or the parts to tick or to untick. */
export type Choices = Record<string, string | string[]>;

/** What a publisher would choose to look like itself, and nothing else. */
export const someLooks: Choices = {
  '--nr-accent': '#0a6b57',
  '--nr-font-heading': "'DejaVu Serif', serif",
  '--nr-radius': '10px',
  'utm-source': 'partner',
};

/** The page around the widget, none of whose controls is as it was. */
export const otherPage = { width: 'column', scheme: 'dark', dir: 'rtl', lang: 'pt' };

const looks: Choices = {
  theme: 'dark',
  lang: 'es',
  dir: 'rtl',
  'heading-level': '4',
  '--nr-gap': '28px',
  '--nr-image-ratio': '1/1',
  '--nr-font': "'DejaVu Sans', sans-serif",
  '--nr-font-heading': "'DejaVu Serif', serif",
  '--nr-text': '#fdf6e3',
  '--nr-muted': '#d4c7a6',
  '--nr-accent': '#7fd4c1',
  '--nr-on-accent': '#06231d',
  '--nr-surface': '#14302b',
  '--nr-border': '#3d6f64',
  '--nr-danger': '#ffb4a2',
  '--nr-radius': '10px',
  load: 'eager',
  'utm-source': 'partner',
  'utm-medium': 'widget',
  'utm-campaign': 'spring',
};

const wordsOfCard = ({ ids }: Publisher): Choices => ({
  headline: 'A Price for Shade',
  href: ids['articles']!['shade-price']!.url,
  image: ids['pictures']!['coffee-hills']!.url,
  'image-alt': 'Hills with coffee under trees',
  kicker: 'Coffee',
  excerpt: 'Who sells a tree and keeps it.',
  byline: 'The Ledger’s desk',
  published: '2026-10-30T08:00:00Z',
  publisher: 'The Ledger',
});

const wordsOfBio = ({ ids }: Publisher): Choices => ({
  name: 'T. Aguirre',
  'job-title': 'Correspondent',
  image: ids['pictures']!['coffee-hills']!.url,
  href: ids['authors']!['tomas']!.url,
});

/** A widget that asks no publisher, for it says all itself; '' leaves a control empty. Nothing of those that always ask. */
export function writtenOut(widget: string, publisher: Publisher): (() => Choices) | undefined {
  const { [widget]: choices }: Record<string, () => Choices> = {
    'article-card': () => ({
      ...someLooks,
      ...wordsOfCard(publisher),
      src: '',
      layout: 'row',
      show: ['publisher'],
    }),
    'author-bio': () => ({ ...someLooks, ...wordsOfBio(publisher), 'author-id': '', source: '' }),
  };
  return choices;
}

/** Every control of a widget changed, to what shows as much as it can. */
export function everyControl(widget: string, publisher: Publisher): Choices {
  const { url, ids } = publisher;
  const of = (kind: string, key: string) => ids[kind]![key]!;
  const source = { source: `${url}/wp-json/`, 'source-type': 'wordpress', 'source-key': 'none' };
  const article = of('articles', 'second-berth');
  const asked = { ...source, src: article.url, 'article-id': String(article.id) };
  const own: Record<string, Choices> = {
    // Each source names what it has: written words stay unseen beside it; see writtenOut.
    article: { ...asked, show: ['kicker', 'comments', 'reading-time'] },
    'article-card': {
      ...asked,
      ...wordsOfCard(publisher),
      layout: 'row',
      show: ['kicker', 'publisher'],
    },
    'author-bio': {
      ...asked,
      'author-id': String(of('authors', 'tomas').id),
      ...wordsOfBio(publisher),
      show: ['links', 'articles'],
    },
    'comment-box': {
      ...asked,
      order: 'oldest',
      'page-size': '3',
      readonly: 'on',
      store: 'wordpress',
      'store-url': `${url}/`,
      'site-id': 'ledger',
    },
    headlines: {
      ...source,
      limit: '2',
      category: 'ports',
      tag: 'notes',
      'author-id': String(of('authors', 'valeria').id),
      search: 'Port',
      exclude: String(article.id),
      heading: 'From the quay',
      refresh: '300',
      more: 'on',
      layout: 'row',
      columns: '2',
      show: ['kicker', 'publisher'],
    },
    'newsletter-form': {
      action: `${url}/wp-json/newsrack/v1/newsletter?from=partner`,
      provider: 'json',
      list: '7',
      tags: 'partner',
      heading: 'Every Friday',
      'consent-text': 'Yes, write to me.',
      'name-field': 'on',
    },
  };
  return { ...looks, ...(own[widget] ?? asked) };
}
