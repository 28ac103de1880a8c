/** Hosts whose frames may be shown, each with the paths that are players and nothing else. */
const players: [host: RegExp, path: RegExp][] = [
  [/^(www\.)?youtube(-nocookie)?\.com$/, /^\/embed\/[\w-]+$/],
  [/^player\.vimeo\.com$/, /^\/video\/\d+$/],
  [/^(www\.)?dailymotion\.com$/, /^\/embed\/video\/\w+$/],
  [/^open\.spotify\.com$/, /^\/embed\/\w+\/\w+$/],
  [/^w\.soundcloud\.com$/, /^\/player\/?$/],
  [/^datawrapper\.dwcdn\.net$/, /^\/\w+(\/\d+)?\/?$/],
  [/^flo\.uri\.sh$/, /^\/(visualisation|story)\/\d+\/embed$/],
];

/** The address of a player, or `undefined` for a frame of any other kind. YouTube's becomes the one without cookies. */
export function playerOf(address: string | undefined): string | undefined {
  if (!address) return undefined;
  const url = new URL(address);
  url.protocol = 'https:';
  if (url.port || url.username || url.password) return undefined;
  if (!players.some(([host, path]) => host.test(url.host) && path.test(url.pathname))) {
    return undefined;
  }
  if (/youtube/.test(url.host)) url.host = 'www.youtube-nocookie.com';
  return url.href;
}
