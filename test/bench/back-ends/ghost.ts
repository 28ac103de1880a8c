import type { Written } from '../comments-content.js';
import { json, type Site } from '../site.js';

/** The parts of Ghost 6 that its comments and its sign-up form ask, for a reader who is not logged in. */
export function serveGhost(site: Site, start: string, comments: Written[], pageSize = 20): void {
  const told = (
    { id, parentId, author, body, published }: Written,
    replies: object[] = [],
  ): object => ({
    id: id.padStart(24, '0'),
    parent_id: parentId ? parentId.padStart(24, '0') : null,
    in_reply_to_id: parentId ? parentId.padStart(24, '0') : null,
    status: 'published',
    html: body,
    created_at: published,
    edited_at: null,
    member: { id: `m${id}`, uuid: `u${id}`, name: author, expertise: '', avatar_image: '' },
    count: { replies: replies.length, likes: 0 },
    liked: false,
    replies,
  });
  const settings = {
    settings: {
      title: 'Bench',
      url: site.backEnd,
      lang: 'en',
      members_signup_access: 'all',
      labs: {},
    },
    meta: {},
  };
  const firsts = comments.filter(({ parentId }) => !parentId);
  site.answer(`${start}/ghost/api/content/settings`, () => json(settings));
  site.answer(`${start}/members/api/member`, () => ({ status: 204, body: '' }));
  site.answer(`${start}/members/api/session`, () => ({ status: 204, body: '' }));
  site.answer(`${start}/members/api/comments/counts`, ({ query }) =>
    json(query.get('ids') ? { [query.get('ids')!]: comments.length } : {}),
  );
  site.answer(`${start}/members/api/comments/post`, ({ query }) => {
    const number = Number(query.get('page') ?? 1);
    const pages = Math.ceil(firsts.length / pageSize);
    return json({
      comments: firsts.slice((number - 1) * pageSize, number * pageSize).map((first) =>
        told(
          first,
          comments
            .filter(({ rootId, parentId }) => parentId && rootId === first.id)
            .map((each) => told({ ...each, parentId: first.id })),
        ),
      ),
      meta: {
        pagination: {
          page: number,
          limit: pageSize,
          pages,
          total: firsts.length,
          next: number < pages ? number + 1 : null,
          prev: null,
        },
      },
    });
  });
  site.answer(`${start}/members/api/integrity-token`, () => ({
    body: 'token',
    type: 'text/plain',
  }));
  site.answer(`${start}/members/api/send-magic-link`, () => ({
    status: 201,
    body: 'Created.',
    type: 'text/plain',
  }));
}
