import { figure, ratio, type Figure, type Result } from './results.js';
import { names } from './section.js';
import { told } from './tables.js';

type Results = Map<string, Result>;

/** What Newsrack is held to. */
export interface Bound {
  work: string;
  what: string;
  most: number;
  /** `×` for a ratio. */
  unit: '×' | 'bytes' | 'ms' | '';
  find(results: Results): number | undefined;
}

const { newsrack, rendered, plainLit, byHand } = names;
const comments = ['Waline', 'Artalk', 'Ghost comments-ui', 'Twikoo'];
const withPurify = 'Newsrack, with DOMPurify';

const times = (section: string, side: string, other: string, name: Figure) => (results: Results) =>
  ratio(results.get(section), side, other, name)?.median;

const itself = (section: string, side: string, name: Figure) => (results: Results) =>
  figure(results.get(section), side, name)?.median;

/** Beside the best of several. */
const timesBest =
  (section: string, side: string, others: string[], name: Figure) => (results: Results) => {
    const all = others
      .map((other) => times(section, side, other, name)(results))
      .filter((each) => each !== undefined);
    return all.length ? Math.max(...all) : undefined;
  };

const less = (section: string, side: string, other: string, name: Figure) => (results: Results) => {
  const ours = itself(section, side, name)(results);
  const theirs = itself(section, other, name)(results);
  return ours === undefined || theirs === undefined ? undefined : ours - theirs;
};

export const bounds: Bound[] = [
  {
    work: 'Headlines from WordPress',
    what: 'all code',
    most: 9500,
    unit: 'bytes',
    find: itself('headlines-slow', newsrack, 'code'),
  },
  {
    work: 'Headlines from WordPress',
    what: 'round trips from HTML to content',
    most: 3,
    unit: '',
    find: itself('headlines-slow', newsrack, 'trips'),
  },
  {
    work: '20 cards, slow',
    what: 'LCP beside static HTML',
    most: 1.25,
    unit: '×',
    find: times('cards-20-slow', newsrack, names.static, 'lcp'),
  },
  {
    work: '20 cards, slow',
    what: 'LCP beside static HTML, rendered on the server',
    most: 1.03,
    unit: '×',
    find: times('cards-20-slow', rendered, names.static, 'lcp'),
  },
  {
    work: '500 cards',
    what: 'main thread beside a plain Lit card',
    most: 1.15,
    unit: '×',
    find: times('cards-500', newsrack, plainLit, 'task'),
  },
  ...['Shoelace', 'Web Awesome'].map((peer): Bound => ({
    work: '500 cards',
    what: `main thread beside ${peer}`,
    most: 0.75,
    unit: '×',
    find: times('cards-500', newsrack, peer, 'task'),
  })),
  {
    work: '500 cards',
    what: 'heap beside a plain Lit card',
    most: 1.2,
    unit: '×',
    find: times('cards-500', newsrack, plainLit, 'heap'),
  },
  {
    work: 'Newsletter form, slow',
    what: 'usable, beside a plain Lit form',
    most: 1.15,
    unit: '×',
    find: times('form-slow', newsrack, plainLit, 'content'),
  },
  {
    work: 'Newsletter form, slow',
    what: 'usable, beside Ghost’s',
    most: 0.5,
    unit: '×',
    find: times('form-slow', newsrack, 'Ghost signup-form', 'content'),
  },
  {
    work: 'Newsletter form',
    what: 'all code',
    most: 9500,
    unit: 'bytes',
    find: itself('form-slow', newsrack, 'code'),
  },
  ...[100, 1000].flatMap((count): Bound[] => [
    {
      work: `${count.toLocaleString('en')} comments`,
      what: 'bytes beside the lightest peer, browser’s sanitizer',
      most: 0.35,
      unit: '×',
      find: timesBest(`comments-${count}`, newsrack, comments, 'bytes'),
    },
    {
      work: `${count.toLocaleString('en')} comments`,
      what: 'all code, with DOMPurify',
      most: 25_000,
      unit: 'bytes',
      find: itself(`comments-${count}`, withPurify, 'code'),
    },
    {
      work: `${count.toLocaleString('en')} comments`,
      what: 'heap beside hand-written DOM',
      most: 2,
      unit: '×',
      find: times(`comments-${count}`, newsrack, byHand, 'heap'),
    },
  ]),
  {
    work: '1,000 comments',
    what: 'main thread beside the fastest peer',
    most: 0.6,
    unit: '×',
    find: timesBest('comments-1000', newsrack, comments, 'task'),
  },
  {
    work: '100 comments, slow',
    what: 'INP of opening an answer',
    most: 100,
    unit: 'ms',
    find: itself('comments-100-slow', newsrack, 'inp'),
  },
  {
    work: '10,000 comments by property',
    what: 'time to the first forty, beside a thread of 100',
    most: 1.3,
    unit: '×',
    find: times('threads', '10,000', '100', 'content'),
  },
  {
    work: '10,000 comments by property',
    what: 'longest frame of scrolling',
    most: 50,
    unit: 'ms',
    find: itself('threads', '10,000', 'frame'),
  },
  {
    work: 'Ten widgets on a page',
    what: 'main thread beside ten times one',
    most: 0.6,
    unit: '×',
    find: (results) => {
      const ten = itself('widgets', 'ten', 'task')(results);
      const one = itself('widgets', 'one', 'task')(results);
      return ten && one && ten / (10 * one);
    },
  },
  {
    work: 'Ten widgets on a page',
    what: 'more requests than one, pictures aside',
    most: 0,
    unit: '',
    find: less('widgets', 'ten', 'one', 'requests'),
  },
  {
    work: 'All widgets below the fold',
    what: 'code before scrolling',
    most: 2000,
    unit: 'bytes',
    find: itself('widgets', 'ten below the fold', 'code'),
  },
  {
    work: 'All widgets below the fold',
    what: 'main thread, more than without widgets',
    most: 15,
    unit: 'ms',
    find: less('widgets', 'ten below the fold', 'no widget', 'task'),
  },
];

export interface Judged {
  work: string;
  what: string;
  bound: string;
  found: string;
  verdict: 'MET' | 'NOT MET' | 'not measured';
}

const withUnit = (value: number, unit: Bound['unit']) =>
  unit === '×'
    ? `${told(value)} ×`
    : unit === 'bytes'
      ? `${Math.round(value).toLocaleString('en')} bytes`
      : unit
        ? `${told(value)} ${unit}`
        : told(value);

export const judge = (results: Results): Judged[] =>
  bounds.map(({ work, what, most, unit, find }) => {
    const found = find(results);
    return {
      work,
      what,
      bound: `≤ ${withUnit(most, unit)}`,
      found: found === undefined ? '' : withUnit(found, unit),
      verdict: found === undefined ? 'not measured' : found <= most ? 'MET' : 'NOT MET',
    };
  });
