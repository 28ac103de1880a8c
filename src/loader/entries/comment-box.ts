/** By its tag. */
export { NrCommentBox as 'nr-comment-box' } from '../../elements/comment-box/comment-box.js';
