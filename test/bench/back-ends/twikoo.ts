import type { Written } from '../comments-content.js';
import { json, type Site } from '../site.js';

/** Twikoo's cloud function, as its client calls it: https://twikoo.js.org/en/api.html */
export function serveTwikoo(site: Site, start: string, comments: Written[], pageSize = 8): void {
  const told = ({ id, author, body, time, parentId, rootId }: Written, replies: object[] = []) => ({
    id,
    nick: author,
    avatar: '',
    mailMd5: '',
    link: '',
    comment: body,
    os: 'Linux',
    browser: 'Chrome 150',
    ipRegion: '',
    master: false,
    like: 0,
    liked: false,
    replies,
    rid: parentId ? rootId : '',
    pid: parentId ?? '',
    ruser: null,
    isSpam: false,
    created: time,
    updated: time,
  });
  site.answer(start, ({ body }) => {
    const asked = JSON.parse(body || '{}') as { event?: string; before?: number };
    switch (asked.event) {
      case 'GET_CONFIG':
        return json({
          code: 0,
          config: {
            VERSION: '1.7.9',
            IS_ADMIN: false,
            SHOW_IMAGE: 'false',
            SHOW_EMOTION: 'false',
            HIGHLIGHT: 'false',
          },
          accessToken: 'bench',
        });
      case 'COMMENT_GET': {
        const firsts = comments
          .filter(({ parentId, time }) => !parentId && !(asked.before && time >= asked.before))
          .reverse();
        return json({
          data: firsts.slice(0, pageSize).map((first) =>
            told(
              first,
              comments
                .filter(({ rootId, parentId }) => parentId && rootId === first.id)
                .map((each) => told(each)),
            ),
          ),
          more: firsts.length > pageSize,
          count: comments.length,
          accessToken: 'bench',
        });
      }
      case 'COUNTER_GET':
        return json({ data: {}, time: 1, accessToken: 'bench' });
      default:
        return json({ code: 0, data: [], accessToken: 'bench' });
    }
  });
}
