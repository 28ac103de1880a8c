/** A small drawing of each widget. */
const bars = (...list) =>
  list.map(([x, y, width, height = 3]) => `M${x} ${y}h${width}v${height}h-${width}z`).join('');

export const glyphs = {
  headlines: bars(
    [4, 5, 9, 7],
    [16, 5, 24],
    [16, 9.5, 16, 2],
    [4, 16, 9, 7],
    [16, 16, 24],
    [16, 20.5, 16, 2],
    [4, 27, 40, 1],
  ),
  'article-card': bars([10, 3, 24, 14], [10, 20, 24], [10, 25, 15, 2]),
  article: bars(
    [6, 3, 32, 4],
    [6, 10, 32, 1.5],
    [6, 14, 32, 1.5],
    [6, 18, 32, 1.5],
    [6, 22, 32, 1.5],
    [6, 26, 20, 1.5],
  ),
  'author-bio': `M14 15a6 6 0 1 1-12 0a6 6 0 0 1 12 0z${bars([18, 9, 20], [18, 15, 24, 2], [18, 19.5, 18, 2])}`,
  'newsletter-form': bars([4, 5, 24], [4, 13, 26, 10], [32, 13, 10, 10]),
  'comment-box': `M4 4h28v12H14l-5 5v-5H4z${bars([16, 21, 26, 8])}`,
};
