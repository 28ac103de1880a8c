/** What every widget needs, with Lit: fetched once a page. */
export { configure } from '../../controllers/settings.js';
export { define } from '../../define/define.js';
