import type { Written } from '../comments-content.js';
import { json, type Site } from '../site.js';

/** Waline's server, as its client asks it: https://waline.js.org/en/next/api.html */
export function serveWaline(site: Site, start: string, comments: Written[]): void {
  const told = ({ id, author, body, typed, time, parentId, rootId }: Written) => ({
    objectId: id,
    nick: author,
    mail: '',
    link: '',
    avatar: '',
    comment: body,
    orig: typed,
    time,
    like: 0,
    browser: 'Chrome 150',
    os: 'Linux',
    type: 'guest',
    status: 'approved',
    ...(parentId
      ? { pid: parentId, rid: rootId, reply_user: { nick: '', link: '', avatar: '' } }
      : {}),
  });
  site.answer(`${start}/api/comment`, ({ query }) => {
    const size = Number(query.get('pageSize') ?? 10);
    const number = Number(query.get('page') ?? 1);
    const firsts = comments.filter(({ parentId }) => !parentId);
    const shown = firsts.slice((number - 1) * size, number * size);
    return json({
      errno: 0,
      errmsg: '',
      data: {
        page: number,
        totalPages: Math.ceil(firsts.length / size),
        pageSize: size,
        count: comments.length,
        data: shown.map((first) => ({
          ...told(first),
          children: comments
            .filter(({ rootId, parentId }) => parentId && rootId === first.id)
            .map(told),
        })),
      },
    });
  });
  site.answer(`${start}/api/article`, () => json({ errno: 0, errmsg: '', data: [{ time: 1 }] }));
}
