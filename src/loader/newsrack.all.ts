import { boot } from './boot.js';
import * as authorBio from './entries/author-bio.js';
import * as cards from './entries/cards.js';
import * as commentBox from './entries/comment-box.js';
import * as core from './entries/core.js';
import { scriptTag } from './script-tag.js';

const chunks: Record<string, Record<string, unknown> | undefined> = {
  core,
  cards,
  'author-bio': authorBio,
  'comment-box': commentBox,
};

// Adapters and languages need no chunk here: they are in this file, too, and the elements find them there.
boot((name) => Promise.resolve(chunks[name] ?? {}), scriptTag('newsrack.all.js'));
