import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { useBrowser } from '../e2e/browser.js';
import { servePartnerPage, type PartnerPage } from '../partner-page.js';
import { startWordPress, type Site } from '../wordpress-api.js';

describe('newsrack/react in React 19', () => {
  const browser = useBrowser();
  let partner: PartnerPage;
  let publisher: Site;

  before(async () => {
    publisher = await startWordPress();
    partner = await servePartnerPage(
      `<!doctype html><html lang="en"><title>React</title>
       <div id="app" data-source="${publisher.url}"></div><script type="module" src="/app.js"></script>`,
    );
    const { output } = (await build({
      configFile: false,
      logLevel: 'silent',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        rolldownOptions: {
          input: join(import.meta.dirname, 'react-app.tsx'),
          output: { codeSplitting: false },
        },
      },
    })) as Rolldown.RolldownOutput;
    partner.route('/app.js', {
      body: output[0].code,
      headers: { 'content-type': 'text/javascript' },
    });
  });
  after(() => Promise.all([partner.close(), publisher.close()]));

  it('sets properties, hears events, and follows React’s state', async () => {
    const { page, problems } = await browser.newPage();
    await page.goto(partner.url);
    await page.getByText('3 loaded.').waitFor();
    const list = page.locator('nr-headlines');
    assert.equal(await list.getByRole('heading', { level: 4 }).innerText(), 'From React');
    const headline = list.locator('[part~=headline] a');
    const first = await headline.first().innerText();
    await headline.first().click();
    await page.getByText(`3 loaded. ${first}`).waitFor();
    await page.getByRole('button', { name: 'Give articles' }).click();
    await list.getByText('Given as a property').waitFor();
    assert.equal(await headline.count(), 1);
    assert.deepEqual(problems, []);
  });
});
