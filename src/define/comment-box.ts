import { NrCommentBox } from '../elements/comment-box/comment-box.js';
import { define } from './define.js';

define('nr-comment-box', NrCommentBox);
