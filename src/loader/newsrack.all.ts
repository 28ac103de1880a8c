import { boot } from './boot.js';
import * as articleCard from './entries/article-card.js';
import * as article from './entries/article.js';
import * as authorBio from './entries/author-bio.js';
import * as commentBox from './entries/comment-box.js';
import * as core from './entries/core.js';
import * as headlines from './entries/headlines.js';
import * as newsletterForm from './entries/newsletter-form.js';
import { scriptTag } from './script-tag.js';

const chunks: Record<string, Record<string, unknown> | undefined> = {
  core,
  headlines,
  'article-card': articleCard,
  article,
  'author-bio': authorBio,
  'newsletter-form': newsletterForm,
  'comment-box': commentBox,
};

// Adapters and languages need no chunk here: they are in this file, too, and the elements find them there.
boot((name) => Promise.resolve(chunks[name] ?? {}), scriptTag('newsrack.all.js'));

/** The same as `adapters.js` and `locales.js` have for the script tag: for the widgets in this file. */
export * from './adapters.js';
export * from './locales.js';
