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
            : json({ status: path.slice(1) || 'confirm' }),
  };

  window.fetch = (request, options = {}) => {
    const url = new URL(request.url ?? request, document.baseURI);
    const [, host] = /^(\w+)\.ledger\.example$/.exec(url.hostname) ?? [];
    return hosts[host] ? hosts[host](options, url.pathname) : network(request, options);
  };
})();
