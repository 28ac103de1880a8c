import { article } from './article.js';
import { cards } from './cards.js';
import { comments } from './comments.js';
import { form } from './form.js';
import { pages } from './pages.js';
import type { Topic } from './section.js';

export const topics: Record<string, Topic> = { cards, comments, form, article, pages };
