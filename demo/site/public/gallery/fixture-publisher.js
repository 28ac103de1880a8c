/**
 * Answers for addresses of `ledger.example`, which does not exist: each of its hosts always does the same. A classic
 * script, so that it stands before anything asks.
 */
(() => {
  const network = window.fetch;
  const json = (data, status = 200) =>
    Promise.resolve(
      new Response(JSON.stringify(data), {
        status,
        headers: { 'Content-Type': 'application/json', 'X-WP-Total': '0', 'X-WP-TotalPages': '0' },
      }),
    );
  const missing = {
    code: 'rest_post_invalid_id',
    message: 'Invalid post ID.',
    data: { status: 404 },
  };

  const post = (path) => ({
    id: Number(path.split('/').at(-1)),
    link: `https://ledger.example${path}/`,
    date_gmt: '2026-11-02T08:00:00',
    title: { rendered: 'The second berth' },
    comment_status: 'open',
  });
  const first = {
    id: 1,
    parent: 0,
    author_name: 'Pat Whelan',
    date_gmt: '2026-11-01T08:00:00',
    content: { rendered: '<p>I drove to Laurel for six years.</p>' },
  };
  const held = {
    id: 9,
    parent: 0,
    author_name: 'Ana Paz',
    date_gmt: '2026-11-03T15:00:00',
    content: { rendered: '<p>We unload there. It is the rail, not the quay.</p>' },
    status: 'hold',
  };
  const full = {
    code: 'rest_comment_content_invalid',
    message: 'Too long.',
    data: { status: 400 },
  };

  /** An article with these comments, and what becomes of one more. */
  const comments =
    (answer, written = []) =>
    ({ method }, path) =>
      method === 'POST' ? answer() : json(/posts\/\d/.test(path) ? post(path) : written);

  const hosts = {
    // Widgets call it off after ten seconds, and would say so; whoever looks at this state may look for longer.
    loading: () => new Promise(() => {}),
    empty: (_, path) => (/(posts|users)\/\d/.test(path) ? json(missing, 404) : json([])),
    error: () => Promise.resolve(new Response('<h1>Back soon</h1>')),
    newsletter: (_, path) =>
      path.startsWith('/refused')
        ? json({ code: 'invalid_email', message: 'Not an e-mail address.' }, 400)
        : path.startsWith('/wait')
          ? json({}, 429)
          : path.startsWith('/slow')
            ? new Promise(() => {})
            : path.startsWith('/lost')
              ? Promise.reject(new TypeError('Failed to fetch'))
              : json({ status: path.slice(1) || 'confirm' }),
    talk: comments(() => json(held, 201), [first]),
    held: comments(() => json(held, 201)),
    refusing: comments(() => json(full, 400)),
    slow: comments(() => new Promise(() => {})),
  };

  window.fetch = (request, options = {}) => {
    const url = new URL(request.url ?? request, document.baseURI);
    const [, host] = /^(\w+)\.ledger\.example$/.exec(url.hostname) ?? [];
    return hosts[host] ? hosts[host](options, url.pathname) : network(request, options);
  };
})();
