/** The Austral Ledger's articles and comments as the elements' properties take them. */

const START = Date.parse('2026-11-02T14:00:00Z');
const folder = new URL('../ledger/', import.meta.url);
const read = async (name) => (await fetch(new URL(`${name}.json`, folder))).json();
const feed = read('feed');
const talk = read('comments');

const absolute = (address) => address && new URL(address, folder).href;
const picture = (url, more) => url && { alt: '', ...more, url: absolute(url) };

function toArticle(item) {
  const more = item._newsrack;
  return {
    id: item.id,
    url: item.url,
    headline: item.title,
    excerpt: item.summary,
    body: item.content_html,
    image: picture(item.image, more.image),
    kicker: more.kicker,
    published: item.date_published,
    language: item.language,
    publisher: more.publisher,
    access: 'public',
    authors: item.authors.map(({ name, url, avatar }, index) => {
      const { image, ...rest } = more.authors[index];
      return { name, url, image: picture(avatar, image), ...rest };
    }),
  };
}

/** @returns {Promise<object[]>} newest first */
export const articles = async () => (await feed).items.map(toArticle);

export async function article(id) {
  const found = (await articles()).find((each) => each.id === id);
  if (!found) throw new Error(`The Ledger has no article “${id}”`);
  return found;
}

export async function thread(id) {
  const comments = [];
  const add = ({ by, text, replies = [] }, parentId) => {
    const comment = {
      id: String(comments.length + 1),
      parentId,
      author: by,
      body: text
        .split('\n\n')
        .map((part) => `<p>${part}</p>`)
        .join(''),
      published: new Date(START - (30 - comments.length) * 3_600_000).toISOString(),
      status: 'approved',
    };
    comments.push(comment);
    for (const reply of replies) add(reply, comment.id);
  };
  for (const each of (await talk).threads[id]) add(each);
  return comments;
}
