import { expect } from '@open-wc/testing';
import type { NrErrorEvent } from '../../src/elements/events.js';
import { startOrigin, type BrowserOrigin } from '../browser-origin.js';
import { tally } from '../browser-tally.js';
import { isSeen, link, mount, settled, theStage, until } from '../suites/mount.js';
import type { Widget } from '../suites/specimens.js';
import type { Fault } from './faults.js';
import { answerOf, defineAll, readings, type Reading } from './sources.js';

const thrown: string[] = [];
window.addEventListener('error', ({ message }) => thrown.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));

/** Whatever one page may ask of a broken source by itself. */
const MOST = 6;
/** Firefox itself asks up to ten times when a connection is cut before the answer (its network.http.request.max-attempts). */
const TIMES_CUT_OFF = navigator.userAgent.includes('Firefox') ? 10 : 1;

/** One widget, its source, and what came of it. */
interface Try {
  name: string;
  reading: Reading;
  origin: BrowserOrigin;
  widget: Widget;
  fallback: HTMLElement;
  codes: string[];
}

const shownIn = ({ widget }: Try) => widget.shadowRoot!.querySelector<HTMLElement>('.root')!;
const textOf = (one: Try) => shownIn(one).textContent;
const retry = ({ widget }: Try) =>
  widget.shadowRoot!.querySelector<HTMLElement>('.error [part~=button]');

function place(reading: Reading, origin: BrowserOrigin, url = origin.url): Try {
  const fallback = link('Fallback');
  const widget = mount(reading.tag, { ...reading.attributes(url), load: 'eager' }, fallback);
  const codes: string[] = [];
  widget.addEventListener('nr-error', ({ detail }: NrErrorEvent) => codes.push(detail.error.code));
  return { name: `<${reading.tag}> of ${reading.name}`, reading, origin, widget, fallback, codes };
}

async function heal({ reading, origin }: Try): Promise<void> {
  for (const good of reading.needs) await origin.route(good.path, answerOf(good));
}

/** The fault is over and the reader asks again: what was to be seen is seen, without a reload. */
async function recovers(one: Try): Promise<void> {
  await heal(one);
  const button = retry(one);
  expect(button, `${one.name}: a way to try again`).to.exist;
  button!.click();
  await until(() => one.reading.seen.test(textOf(one)));
  expect(isSeen(one.fallback), `${one.name}: healed`).to.be.false;
}

function honest(one: Try, code?: RegExp): void {
  const { name, fallback, codes, reading } = one;
  expect(codes, `${name}: told once at most`).to.have.length.below(2);
  if (code) expect(codes.join(), `${name}: ${textOf(one)}`).to.match(code);
  // Content or its author's: never nothing.
  expect(isSeen(fallback), `${name}: fallback, ${codes.join()}: ${textOf(one)}`).to.equal(
    codes.length > 0 || !shownIn(one).querySelector('[part]'),
  );
  if (!codes.length) expect(textOf(one), name).not.to.match(/Another/);
  expect(textOf(one), name).not.to.match(/Invalid Date|NaN|undefined|null|\[object/);
  expect(reading.seen.test(textOf(one)) && isSeen(fallback), `${name}: both`).to.be.false;
  expect(({} as { polluted?: boolean }).polluted, name).to.be.undefined;
}

/** What the page has itself, above and below all widgets. */
function ownContent(): () => void {
  // A page that is longer than before has a bar beside it in some browsers.
  document.documentElement.style.overflowY = 'scroll';
  const own = document.createElement('p');
  own.textContent = 'The page’s own';
  theStage().append(own);
  const { x, y, width, height } = own.getBoundingClientRect();
  let turns = 0;
  const timer = setInterval(() => turns++, 10);
  return () => {
    clearInterval(timer);
    const now = own.getBoundingClientRect();
    expect([now.x, now.y, now.width, now.height]).to.deep.equal([x, y, width, height]);
    expect(turns, 'the page’s own script has had its turns').to.be.above(0);
    expect(document.documentElement.scrollWidth, 'no scrolling sideways').to.be.at.most(innerWidth);
  };
}

/** Every widget against every kind of source with each of these faults. */
export const runMatrix = (faults: Fault[]) =>
  describe('A source that', () => {
    before(defineAll);
    afterEach(() => expect(thrown.splice(0), 'thrown into the page').to.be.empty);

    for (const { name, answers, code, everywhere, gone, heals } of faults)
      it(`${name}: every widget is honest, the page is spared, all is well when it is over`, async function () {
        this.timeout(40_000);
        const spared = ownContent();
        const tries = await Promise.all(
          readings.map(async (reading) => {
            const origin = await startOrigin();
            for (const good of reading.needs)
              await origin.route(everywhere ? '/*' : good.path, ...answers(good, origin.url));
            if (gone) await origin.close();
            const one = place(reading, origin);
            await settled(one.widget);
            return one;
          }),
        );
        for (const { name, widget } of tries)
          expect(widget.scrollWidth, `${name}: as wide as its place`).to.be.at.most(innerWidth);
        spared();
        for (const one of tries) {
          if (gone) one.origin = await startOrigin(Number(new URL(one.origin.url).port));
          const asked = await one.origin.requests();
          const most = MOST * (/before/.test(name) ? TIMES_CUT_OFF : 1);
          expect(
            asked.length,
            `${one.name}: requests ${asked.map(({ url }) => url).join(' ')}`,
          ).to.be.within(gone ? 0 : 1, most);
          if (heals) {
            expect(textOf(one), `${one.name}: healed by itself`).to.match(one.reading.seen);
            expect(one.codes, one.name).to.be.empty;
          } else {
            honest(one, code);
            if (one.codes.length) await recovers(one);
          }
        }
        await tally('fault', tries.length);
      });
  });
