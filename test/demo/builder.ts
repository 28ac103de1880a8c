import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';
import type { Frame, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { useBrowser } from '../e2e/browser.js';
import { usePartner, type Visitor } from '../e2e/partner.js';
import { bundled } from './bundled.js';
import { everyControl, otherPage, someLooks, writtenOut, type Choices } from './every-control.js';
import { ourNpx } from './our-npx.js';
import { difference, SAME_PHOTOGRAPHS } from '../e2e/picture.js';
import type { Publisher } from '../e2e/publisher.js';

const output = join(import.meta.dirname, '../output/builder');

/** A page that is empty, and looks as the preview's. */
const EMPTY = join(import.meta.dirname, '../../demo/site/public/builder/preview.css');

const byItself = ['Custom element', 'data-nr', 'One script', 'All in one'];

/** What a reader can read in the widget of a page, however it came there. */
const textOf = (page: Page | Frame, widget: string) =>
  page.evaluate((tag) => {
    const { shadowRoot } = document.querySelector(tag)!;
    const parts = [...shadowRoot!.querySelectorAll<HTMLElement>('[part]')];
    // How long ago it was may change from one look to the next, and a server says the day.
    return parts
      .filter((part) => !part.matches('[part~=date], :has([part~=date])'))
      .map(({ textContent, part }) => `${part}: ${textContent.replace(/\s+/g, ' ').trim()}`)
      .filter((text) => !/\bago\b/.test(text));
  }, `nr-${widget}`);

/** Pixels: higher than any widget, for what is below the window is neither asked for nor drawn. */
const HIGH = 12_000;

/** Where the preview stands while it is drawn: as on a page of its own, for between two pixels a picture is drawn otherwise. */
const IN_THE_CORNER = `.stage { position: static !important }
  .canvas iframe { position: fixed !important; inset: 0 auto auto 0; z-index: 9 }`;

/**
 * The widget as it is drawn, whole and with all its pictures; without dates, as above. All of it has to be
 * on screen.
 */
async function pictureOf(page: Page | Frame, widget: string): Promise<PNG> {
  await page.evaluate(async (tag) => {
    const { shadowRoot } = document.querySelector(tag)!;
    const sheet = new CSSStyleSheet();
    // A round edge is smoothed in another way in a frame, and what is drawn only when it is near begins at a whole pixel.
    sheet.replaceSync(
      `:is(${tag}, nr-comment-box)::part(date) { display: none !important }
      :is(${tag}, nr-comment-box)::part(portrait) { border-radius: 0 !important }
      :is(${tag}, nr-comment-box)::part(comment) { content-visibility: visible !important }`,
    );
    document.adoptedStyleSheets.push(sheet);
    // An article's comments are a widget of their own.
    for (const inside of document.querySelectorAll(`${tag} nr-comment-box`)) {
      await customElements.whenDefined(inside.localName);
      await (inside as Element & { settled: Promise<unknown> }).settled;
    }
    const pictures = [...shadowRoot!.querySelectorAll('img')];
    await Promise.all(pictures.map((picture) => picture.decode()));
  }, `nr-${widget}`);
  const file = await page.locator(`nr-${widget}`).screenshot({
    caret: 'hide',
    animations: 'disabled',
    style: IN_THE_CORNER,
  });
  return PNG.sync.read(file);
}

/** Differences are to be looked at: test/output/builder. */
async function assertSamePicture(is: PNG, expected: PNG, name: string): Promise<void> {
  const diff = new PNG({ width: is.width, height: is.height });
  const different = difference(expected, is, SAME_PHOTOGRAPHS, diff);
  if (different) {
    await mkdir(output, { recursive: true });
    for (const [kind, picture] of Object.entries({ is, expected, diff }))
      await writeFile(join(output, `${name}-${kind}.png`), PNG.sync.write(picture));
  }
  assert.equal(different, 0, `${name}: pixels that differ; see ${output}`);
}

const shell = promisify(execFile);

/** Runs a command line with this package in place of the one that npm would fetch, and reads the file that it writes. */
async function run(command: string, file: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrack-builder-'));
  try {
    await shell('sh', ['-c', command], { cwd: folder, env: await ourNpx(folder) });
    return await readFile(join(folder, file), 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a developer makes of the code for npm and for React: an application that shows the widget and nothing else. */
const applications: Record<string, (code: string) => Promise<string>> = {
  async npm(code) {
    const [, script, markup] = /<script type="module">(.*?)<\/script>(.*)/s.exec(code)!;
    return markup! + (await bundled(script!));
  },
  async React(code) {
    const [, name] = /export function (\w+)/.exec(code)!;
    const start = `import { createRoot } from 'react-dom/client';
      createRoot(document.getElementById('app')).render(<${name} />);`;
    return `<div id="app"></div>${await bundled(`${code}\n${start}`)}`;
  },
};

/** Without the loader, nobody but the widget itself says that it is finished. */
const finished = ({ page }: Visitor, widget: string) =>
  page.locator(`nr-${widget}`).evaluate(async (element) => {
    await customElements.whenDefined(element.localName);
    const { updateComplete, settled } = element as unknown as Record<
      'updateComplete' | 'settled',
      Promise<unknown>
    >;
    await updateComplete;
    await settled;
  });

/** The page in the frame, once its widget is finished and the frame is as high; it has no colour of its own for texts. */
async function shownInFrame({ page }: Visitor, widget: string, color: string): Promise<Frame> {
  const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
  await frame.locator(`nr-${widget} [part]`).first().waitFor();
  await frame.evaluate(async (like) => {
    document.documentElement.style.color = like;
    await window.newsrack!.ready();
  }, color);
  await frame.waitForFunction(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return scrollHeight <= clientHeight;
  });
  return frame;
}

/** Opens the builder; `query` is what its address says. */
export async function openBuilder(
  browser: ReturnType<typeof useBrowser>,
  site: { url: string },
  query = '',
) {
  const test = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const { page } = test;
  await page.goto(`${site.url}builder.html${query}`);
  await page.locator('.tabs [aria-selected=true]').waitFor();
  const preview = () => page.frames().find((frame) => frame.url().endsWith('/preview.html'))!;
  const specimen = (widget: string) => preview().locator(`nr-${widget}`);
  const code = async (tab: string) => {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    return page.locator('.tab .paste pre code').innerText();
  };
  const command = () => page.locator('.tab .run code').innerText();
  return { ...test, preview, specimen, code, command };
}

/** What is set on the widget of a page: attributes, or properties in their place, and tokens. */
const settingsOf = (page: Page | Frame, widget: string, names: string[]) =>
  page.evaluate(
    ([tag, all]) => {
      const element = document.querySelector(tag)!;
      const style = getComputedStyle(element);
      const setting = (name: string) => {
        if (name.startsWith('--')) return style.getPropertyValue(name).trim();
        const property = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
        const value =
          element.getAttribute(name) ?? (element as unknown as Record<string, unknown>)[property];
        return value === true ? '' : String(value ?? '—');
      };
      return Object.fromEntries(all.map((name) => [name, setting(name)]));
    },
    [`nr-${widget}`, names] as const,
  );

/** The page that a widget stands on. */
const pageOf = (page: Page | Frame) =>
  page.evaluate(() => {
    const { documentElement: root } = document;
    const { colorScheme: scheme } = getComputedStyle(root);
    return { lang: root.lang, dir: root.dir, scheme, width: innerWidth };
  });

/** Changes one control of the builder, as a person does. */
async function choose(page: Page, name: string, value: string | string[]): Promise<void> {
  const field = page.locator(`.field[data-name="${name}"]`);
  if (Array.isArray(value))
    for (const part of value) await field.locator(`[type=checkbox][value="${part}"]`).click();
  else if (await field.locator('select').count()) await field.locator('select').selectOption(value);
  else if (await field.locator('.segments').count())
    await field.locator('label', { has: page.locator(`[value="${value}"]`) }).click();
  else if (await field.locator('[type=checkbox]').count())
    await field.locator('[type=checkbox]').click();
  else await field.locator('input:not([type=color])').fill(value);
}

/**
 * For each widget: changes every control, copies each code, and looks whether it makes the same elsewhere. To be called in a
 * `describe`.
 */
export function driveBuilder(
  widgets: string[],
  browser: ReturnType<typeof useBrowser>,
  site: { url: string },
  publisher: Publisher,
): void {
  const partner = usePartner(browser);

  const openAt = async (widget: string) => {
    const builder = await openBuilder(browser, site);
    const { page, preview, specimen } = builder;
    await page.locator(`.widgets input[value=${widget}]`).check();
    await specimen(widget).locator('[part]').first().waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const names = await page
      .locator('.field[data-name]')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLElement).dataset['name']!));
    /** Changes controls; each that there is, or those that there are. */
    const chooseAll = async (choices: Choices) => {
      for (const name of names) {
        if (!(name in choices)) continue;
        await choose(page, name, choices[name]!);
        // The preview is another page, which is told when nobody has changed anything for a moment.
        await preview().waitForFunction(
          ([tag, attribute, wanted]) => {
            const element = document.querySelector<HTMLElement>(tag)!;
            const value = attribute.startsWith('--')
              ? element.style.getPropertyValue(attribute)
              : element.getAttribute(attribute);
            // A switch that is on has no value, and of parts each is ticked by itself.
            if (wanted === '') return value === null;
            return typeof wanted === 'string' && wanted !== 'on'
              ? value === wanted
              : value !== null;
          },
          [`nr-${widget}`, name, choices[name]!] as const,
        );
        // What is called off goes on at the publisher, and many of those make it late for the last one.
        await preview().evaluate(async () => window.newsrack!.ready());
      }
    };
    return { ...builder, names, chooseAll };
  };

  /** Copies each code that the builder offers, and looks whether it makes the same of an empty page on another origin. */
  const pasteEach = async (
    widget: string,
    chosen: Awaited<ReturnType<typeof openAt>>,
    { frame = true } = {},
  ) => {
    // As whoever is sent the link, whose browser does not show a picture that it has in place of a smaller one.
    const builder = await openBuilder(browser, site, new URL(chosen.page.url()).search);
    const { page, preview, specimen, code, command, problems } = builder;
    await specimen(widget).locator('[part]').first().waitFor();
    await preview().evaluate(async () => window.newsrack!.ready());
    const inAddress = (of: Page) => [...new URL(of.url()).searchParams].sort();
    assert.deepEqual(inAddress(page), inAddress(chosen.page));
    await page.locator('.seal input').check();
    const settings = await settingsOf(preview(), widget, chosen.names);
    const expected = await textOf(preview(), widget);
    assert.ok(expected.length);
    const { lang, dir, scheme, width } = await pageOf(preview());
    assert.deepEqual(await pageOf(chosen.preview()), { lang, dir, scheme, width });
    const empty = {
      bare: true,
      lang,
      dir,
      head: `<style>body { font: inherit } ${await readFile(EMPTY, 'utf8')}
        :root { color-scheme: ${scheme} }</style>`,
      viewport: { width, height: HIGH },
    };
    await page.addStyleTag({ content: '.canvas { max-height: none !important }' });
    await page.setViewportSize({ width: 1440, height: HIGH });
    // Away from the preview, where a link would be underlined.
    await page.mouse.move(1439, 0);
    const picture = await pictureOf(preview(), widget);
    for (const tab of byItself) {
      const visitor = await partner.show(await code(tab), empty);
      assert.deepEqual(await settingsOf(visitor.page, widget, chosen.names), settings, tab);
      assert.deepEqual(await textOf(visitor.page, widget), expected, tab);
      await assertSamePicture(await pictureOf(visitor.page, widget), picture, `${widget}, ${tab}`);
    }
    for (const [tab, application] of Object.entries(applications)) {
      const visitor = await partner.open(await application(await code(tab)), empty);
      await finished(visitor, widget);
      assert.deepEqual(await settingsOf(visitor.page, widget, chosen.names), settings, tab);
      assert.deepEqual(await textOf(visitor.page, widget), expected, tab);
      await assertSamePicture(await pictureOf(visitor.page, widget), picture, `${widget}, ${tab}`);
      assert.deepEqual(visitor.problems, []);
    }
    if (frame) {
      const framed = await partner.open(await code('Frame'), empty);
      const color = await preview().evaluate(() => getComputedStyle(document.body).color);
      const inFrame = await shownInFrame(framed, widget, color);
      assert.deepEqual(await textOf(inFrame, widget), expected, 'Frame');
      // Before the picture is taken, for which styles are added that the frame's policy does not want.
      assert.deepEqual(framed.problems, []);
      await assertSamePicture(await pictureOf(inFrame, widget), picture, `${widget}, Frame`);
    }
    const paste = await code('From a server');
    const made = await run(await command(), `${widget}.html`);
    const visitor = await partner.show(
      paste.replace(`<!-- ${widget}.html -->`, () => made),
      empty,
    );
    assert.deepEqual(
      await settingsOf(visitor.page, widget, chosen.names),
      // A server does not know the page around it.
      { ...settings, lang: settings['lang'] || lang },
      'server',
    );
    // Between blocks of an article's body a server writes spaces that nobody sees.
    const unspaced = (texts: string[]) => texts.map((text) => text.replace(/\s/g, ''));
    assert.deepEqual(unspaced(await textOf(visitor.page, widget)), unspaced(expected));
    assert.deepEqual(visitor.asked, [], 'it was finished when it came');
    const served = await pictureOf(visitor.page, widget);
    await assertSamePicture(served, picture, `${widget}, server`);
    assert.deepEqual(problems, []);
    assert.deepEqual(chosen.problems, []);
  };

  for (const widget of widgets) {
    it(`shows ${widget}, and its code makes the same of an empty page elsewhere`, async () => {
      const builder = await openAt(widget);
      await builder.chooseAll(someLooks);
      await pasteEach(widget, builder);
    });

    it(`shows ${widget} on a page that is otherwise in all that can be chosen, and its code makes the same of such a page elsewhere`, async () => {
      const builder = await openAt(widget);
      const { page, preview } = builder;
      for (const control of await page.locator('.page .segments').all()) {
        const values = await control
          .locator('input')
          .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
        const value = Object.values(otherPage).find((other) => values.includes(other));
        await control.locator(`[value=${value}]`).check();
      }
      const { lang, dir, scheme } = otherPage;
      await preview().waitForFunction(
        (tongue) => document.documentElement.lang === tongue && innerWidth === 640,
        lang,
      );
      await preview().evaluate(async () => window.newsrack!.ready());
      assert.deepEqual(await pageOf(preview()), { lang, dir, scheme, width: 640 });
      await pasteEach(widget, builder);
    });

    it(`takes every control of ${widget} to the preview, the address and each code, which makes the same elsewhere`, async () => {
      const builder = await openAt(widget);
      const { page, names, code, chooseAll } = builder;
      const choices = everyControl(widget, publisher);
      // As wide as columns need it.
      if ('columns' in choices) await page.locator('.page [value=column]').check();
      assert.deepEqual(
        names.filter((name) => !(name in choices)),
        [],
      );
      await chooseAll(choices);
      await pasteEach(widget, builder);
      const snippet = await code('Custom element');
      const query = new URL(page.url()).searchParams;
      for (const name of names) {
        assert.ok(query.has(name), `${name} is in the address`);
        assert.match(snippet, new RegExp(`\\s${name}(?=[=:\\s>])`), `${name} is in the code`);
      }
    });

    const written = writtenOut(widget, publisher);
    if (written)
      it(`shows ${widget} from what is written in its controls, and its code the same elsewhere`, async () => {
        const builder = await openAt(widget);
        await builder.chooseAll(written());
        // A frame shows only what a publisher has.
        await pasteEach(widget, builder, { frame: false });
      });
  }
}
