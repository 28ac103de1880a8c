/**
 * An adapter of one's own: articles of a Drupal site, by the JSON:API that is part of Drupal. To find an article by its
 * address, the site needs the module “Decoupled Router”; partners' pages need CORS for GET (`cors.config` of services.yml).
 *
 *     <script type="importmap">{ "imports": { "newsrack": "https://cdn.example/adapters.js" } }</script>
 *     <script type="module" src="drupal.js"></script>
 *     <nr-headlines source="https://publisher.example" source-type="x-drupal"></nr-headlines>
 */
import { NewsrackError, registerPublisher, text } from 'newsrack';

/** Drupal gives no more at once. */
const MOST = 50;

const WITH = 'include=uid,field_image';

registerPublisher('x-drupal', openDrupal);

/** @type {import('newsrack').OpenPublisher} */
export function openDrupal({ url }) {
  const site = new URL(url).origin;
  const nodes = `${site}/jsonapi/node/article`;

  async function read(address, options) {
    const signal = options?.signal;
    let answer;
    try {
      answer = await fetch(address, { signal });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new NewsrackError('network', `${site} could not be reached.`, { cause });
    }
    if (answer.status === 404) throw new NewsrackError('not-found', `${address} is not there.`);
    if (answer.status === 403) throw new NewsrackError('forbidden', `${address} is not for us.`);
    const data = answer.ok && (await answer.json().catch(() => undefined));
    if (!data) throw new NewsrackError('bad-answer', `${site} answered ${answer.status}.`);
    return data;
  }

  /** The articles of an answer, with what it has included. */
  function articlesOf({ data, included = [] }, body) {
    const known = new Map(included.map((each) => [`${each.type} ${each.id}`, each]));
    const follow = (relation) => {
      const { type, id, meta } = relation?.data ?? {};
      return { ...known.get(`${type} ${id}`), meta };
    };
    return [data].flat().map((node) => toArticle(node, follow, body));
  }

  /** @returns {import('newsrack').Article} */
  function toArticle({ id, attributes, relationships }, follow, withBody) {
    const { title, created, changed, path, langcode, body } = attributes;
    const author = follow(relationships.uid);
    const image = follow(relationships.field_image);
    const home = site + (path?.alias ?? `/node/${attributes.drupal_internal__nid}`);
    return {
      id,
      url: home,
      headline: title,
      // A summary is markup, an excerpt is text.
      excerpt: body?.summary && text(body.summary),
      body: withBody ? body?.processed : undefined,
      authors: author.attributes ? [toAuthor(author)] : [],
      published: created,
      updated: changed,
      language: langcode,
      image: image.attributes && {
        url: new URL(image.attributes.uri.url, site).href,
        alt: image.meta?.alt ?? '',
        width: image.meta?.width,
        height: image.meta?.height,
      },
      access: 'public',
    };
  }

  const toAuthor = ({ id, attributes }) => ({ id, name: attributes.display_name });

  return {
    async articles(query, options) {
      const { limit, authorId, categories = [], search, exclude = [], cursor = '0' } = query;
      if (query.tags?.length)
        throw new NewsrackError(
          'unsupported',
          'Drupal’s articles have one list of terms: category.',
        );
      const filters = [
        ['filter[status]', '1'],
        ['filter[uid.id]', authorId ?? ''],
      ].filter(([, value]) => value);
      if (categories.length)
        filters.push(
          ['filter[terms][condition][path]', 'field_tags.name'],
          ['filter[terms][condition][operator]', 'IN'],
          ...categories.map((name) => ['filter[terms][condition][value][]', name]),
        );
      if (search)
        filters.push(
          ['filter[words][condition][path]', 'title'],
          ['filter[words][condition][operator]', 'CONTAINS'],
          ['filter[words][condition][value]', search],
        );
      const found = [];
      for (let offset = Number(cursor); ;) {
        const page = [
          ['sort', '-created'],
          ['page[limit]', String(MOST)],
          ['page[offset]', String(offset)],
        ];
        const answer = await read(
          `${nodes}?${WITH}&${new URLSearchParams([...filters, ...page])}`,
          options,
        );
        for (const article of articlesOf(answer)) {
          // One more than is wanted: now it is known that there is a next page, and where it begins.
          if (found.length === limit) return { articles: found, next: String(offset) };
          offset++;
          if (!exclude.includes(article.id) && !exclude.includes(article.url)) found.push(article);
        }
        if (!answer.links?.next) return { articles: found };
      }
    },

    async article(reference, options) {
      let id;
      if ('id' in reference) {
        id = reference.id;
      } else {
        const path = new URL(reference.url).pathname;
        const found = await read(
          `${site}/router/translate-path?${new URLSearchParams({ path })}`,
          options,
        );
        id = found.entity?.uuid;
      }
      const [article] = articlesOf(await read(`${nodes}/${id}?${WITH}`, options), options?.body);
      return article;
    },

    async author(id, options) {
      return toAuthor((await read(`${site}/jsonapi/user/user/${id}`, options)).data);
    },
  };
}
