import node from '@astrojs/node';

export default {
  base: '/astro',
  output: 'server',
  outDir: './built',
  // The demo's own web server passes on what is asked.
  adapter: node({ mode: 'middleware' }),
  devToolbar: { enabled: false },
  telemetry: false,
};
