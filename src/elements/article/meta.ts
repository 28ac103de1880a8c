import { html, nothing, type TemplateResult } from 'lit';
import { formatNames, tellDate } from '../../controllers/formats.js';
import type { LocaleController } from '../../controllers/locale.js';
import type { ArticleStrings } from '../../locales/article/strings.js';
import type { Article } from '../../model/article.js';
import { readingMinutes } from '../../reading/article-reading.js';

/** An article counts as updated when its last change came so long after its publication, in milliseconds. */
const CORRECTIONS = 3_600_000;

/** Who wrote it, when, and how long it takes to read. */
export function articleMeta(
  { authors, body, published, updated }: Article,
  shows: (part: 'byline' | 'date' | 'reading-time') => boolean,
  locale: LocaleController<ArticleStrings>,
): TemplateResult {
  const strings = locale.strings!;
  const names = shows('byline') ? (authors ?? []).map(({ name }) => name) : [];
  const date = shows('date') && tellDate(published, locale);
  const isCorrected = Date.parse(updated ?? '') - Date.parse(published ?? '') > CORRECTIONS;
  const change = date && isCorrected && tellDate(updated, locale);
  const minutes = shows('reading-time') && body ? readingMinutes(body) : undefined;
  return html`<div class="meta">
    ${
      names.length
        ? html`<span part="byline"><bdi>${strings.by(formatNames(names, locale.tag))}</bdi></span>`
        : nothing
    }${
      date
        ? html`<time part="date" datetime=${published!} title=${date.exact}
            ><bdi>${date.text}</bdi></time
          >`
        : nothing
    }${
      change
        ? html`<time part="date" datetime=${updated!} title=${change.exact}
            ><bdi>${strings.updated(change.text)}</bdi></time
          >`
        : nothing
    }${minutes ? html`<span><bdi>${strings.readingTime(minutes)}</bdi></span>` : nothing}
  </div>`;
}
