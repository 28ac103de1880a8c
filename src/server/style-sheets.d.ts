import type { ServedWidget } from './served-widgets.js';

/** Each widget's style sheet and its file in the CDN build: a module that the build writes, so that bundlers take it along. */
export const styleSheets: Record<ServedWidget, { file: string; css: string }>;
