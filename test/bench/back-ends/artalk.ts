import type { Written } from '../comments-content.js';
import { picture } from '../picture.js';
import { json, type Site } from '../site.js';

/** Artalk's server 2.9, as its client asks it: https://artalk.js.org/http-api */
export function serveArtalk(site: Site, start: string, comments: Written[]): void {
  const page = {
    id: 1,
    admin_only: false,
    key: '/article/',
    url: '/article/',
    title: 'An article',
    site_name: 'Bench',
    vote_up: 0,
    vote_down: 0,
    pv: 1,
    date: '2026-01-01',
  };
  const told = ({ id, parentId, author, body, typed, time }: Written) => ({
    id: Number(id),
    content: typed,
    content_marked: body,
    user_id: Number(id),
    nick: author,
    email_encrypted: '',
    link: '',
    ua: '',
    date: new Date(time).toISOString().slice(0, 19).replace('T', ' '),
    is_collapsed: false,
    is_pending: false,
    is_pinned: false,
    is_allow_reply: true,
    is_verified: false,
    rid: Number(parentId ?? 0),
    badge_name: '',
    badge_color: '',
    ip_region: '',
    visible: true,
    vote_up: 0,
    vote_down: 0,
    page_key: page.key,
    page_url: page.url,
    site_name: page.site_name,
  });
  site.answer(`${start}/api/v2/conf`, () =>
    json({
      frontend_conf: {},
      version: { app: 'artalk', version: '2.9.1', commit_hash: '' },
    }),
  );
  site.answer(`${start}/api/v2/comments`, ({ query }) => {
    const limit = Number(query.get('limit') ?? 20);
    const offset = Number(query.get('offset') ?? 0);
    const firsts = comments.filter(({ parentId }) => !parentId);
    const shown = new Set(firsts.slice(offset, offset + limit).map(({ id }) => id));
    return json({
      comments: comments.filter(({ rootId }) => shown.has(rootId)).map(told),
      count: comments.length,
      roots_count: firsts.length,
      page,
    });
  });
  site.answer(`${start}/avatar`, () => ({ body: picture(40, 40), type: 'image/png' }));
  site.answer(`${start}/api/v2/pages/pv`, () => json({ pv: 1 }));
  site.answer(`${start}/api/v2/notifies`, () => json({ notifies: [], count: 0 }));
  site.answer(`${start}/api/v2/stats`, () => json({ data: {} }));
  site.answer(`${start}/api/v2/user`, () =>
    json({ user: null, notifies: [], notifies_count: 0, is_login: false }),
  );
}
