export { NewsrackError, type ErrorCode } from '../model/error.js';
export type { SourceType } from '../publishers/publisher.js';
export type { Feed, FeedItem } from './feed.js';
export {
  renderToStream,
  renderToString,
  type Attributes,
  type HtmlStream,
  type RenderOptions,
} from './render.js';
export type { ServedWidget } from './served-widgets.js';
export { snapshot, writeSnapshot, type SnapshotOptions, type Writing } from './snapshot.js';
