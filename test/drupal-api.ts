import { json, startOrigin, type Origin } from './origin.js';

export interface DrupalSite extends Origin {
  articles: { id: string; url: string; title: string }[];
  authors: string[];
}

const uuid = (kind: number, index: number) =>
  `${String(kind).repeat(8)}-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The values of the condition on a field: `filter[NAME][condition][path]` and so on, by any name. */
function condition(query: URLSearchParams, field: string, operator: string): string[] {
  const [path = ''] = [...query].find(([, value]) => value === field) ?? [];
  if (query.get(path.replace('[path]', '[operator]')) !== operator) return [];
  const value = path.replace('[path]', '[value]');
  return [...query.getAll(value), ...query.getAll(`${value}[]`)];
}

const gone = { status: 404, json: { errors: [{ status: '404' }] } };

/** Answers as Drupal's JSON:API and its Decoupled Router do, to what an adapter asks; the newest of so many articles first. */
export async function startDrupal(count = 60): Promise<DrupalSite> {
  const origin = await startOrigin();
  const authors = [uuid(2, 0), uuid(2, 1)];
  const nodes = [...Array(count).keys()].map((index) => ({
    type: 'node--article',
    id: uuid(1, index),
    attributes: {
      drupal_internal__nid: 100 + index,
      status: true,
      title: `Ports & people, part ${count - index}`,
      created: new Date(Date.UTC(2026, 9, 30, 8) - index * 3_600_000)
        .toISOString()
        .replace('.000Z', '+00:00'),
      changed: '2026-10-31T08:00:00+00:00',
      langcode: 'en',
      path: { alias: `/ports/${count - index}` },
      body: { processed: `<p>Part ${count - index}.</p>`, summary: '<p>Of ports &amp; people</p>' },
    },
    terms: [index % 2 ? 'trade' : 'water', ...(index % 3 ? [] : ['fish'])],
    relationships: {
      uid: { data: { type: 'user--user', id: authors[index % 2] } },
      field_image: {
        data: {
          type: 'file--file',
          id: uuid(3, 0),
          meta: { alt: 'A port', width: 800, height: 600 },
        },
      },
    },
  }));
  const users = authors.map((id, index) => ({
    type: 'user--user',
    id,
    attributes: { display_name: ['Ana O’Farrell', 'Bruno Paz'][index] },
  }));
  const file = {
    type: 'file--file',
    id: uuid(3, 0),
    attributes: { uri: { url: '/sites/default/files/port.jpg' } },
  };
  const included = [...users, file];

  origin.route('/jsonapi/node/article', ({ query }) => {
    const author = query.get('filter[uid.id]');
    const [words = ''] = condition(query, 'title', 'CONTAINS');
    const terms = condition(query, 'field_tags.name', 'IN');
    const limit = Math.min(50, Number(query.get('page[limit]')));
    const offset = Number(query.get('page[offset]'));
    const found = nodes
      .filter(({ relationships }) => !author || relationships.uid.data.id === author)
      .filter((node) => !terms.length || node.terms.some((name) => terms.includes(name)))
      .filter(({ attributes }) => attributes.title.includes(words));
    return json({
      data: found.slice(offset, offset + limit),
      included,
      links: offset + limit < found.length ? { next: { href: `${origin.url}/next` } } : {},
    });
  });
  origin.route('/jsonapi/node/article/*', ({ path }) => {
    const node = nodes.find(({ id }) => path.endsWith(id));
    return node ? json({ data: node, included }) : gone;
  });
  origin.route('/jsonapi/user/user/*', ({ path }) => {
    const user = users.find(({ id }) => path.endsWith(id));
    return user ? json({ data: user }) : gone;
  });
  origin.route('/router/translate-path', ({ query }) => {
    const node = nodes.find(({ attributes }) => attributes.path.alias === query.get('path'));
    return node ? json({ entity: { uuid: node.id, type: 'node', bundle: 'article' } }) : gone;
  });
  return {
    ...origin,
    authors,
    articles: nodes.map(({ id, attributes: { title, path } }) => ({
      id,
      title,
      url: origin.url + path.alias,
    })),
  };
}
