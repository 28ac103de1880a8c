import { boot } from './boot.js';
import { chunksBeside } from './chunks.js';
import { scriptTag } from './script-tag.js';

const tag = scriptTag('newsrack.js');
boot(chunksBeside(tag), tag);
