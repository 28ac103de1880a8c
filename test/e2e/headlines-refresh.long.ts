import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser } from './browser.js';
import { usePartner } from './partner.js';
import { publishArticle } from './publish-article.js';
import { useOwnPublisher } from './publisher.js';

/** It looks every thirty seconds at most, so this takes as long. */
describe('Headlines that refresh', () => {
  const browser = useBrowser();
  const publisher = useOwnPublisher();
  const partner = usePartner(browser);

  it('keep a new article behind a button, and move nothing before it is pressed', async () => {
    const { page, layoutShifts } = await partner.show(
      `<nr-headlines source="${publisher.url}" source-type="wordpress" limit="3" layout="row" refresh="30"></nr-headlines><p>Text below</p>`,
    );
    const links = page.locator('[part~=link]');
    const addresses = () =>
      links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const before = await addresses();

    const { link } = await publishArticle(publisher.url, {
      title: 'Stop the Presses: &lt;b&gt; &amp; Other News',
      content: 'It has just happened.',
    });
    const button = page.getByRole('button', { name: 'Show 1 new article' });
    await button.waitFor({ timeout: 120_000 });
    assert.deepEqual(await addresses(), before);
    assert.deepEqual((await layoutShifts()).sum, 0);

    await button.click();
    await page
      .getByRole('status')
      .filter({ hasText: '1 more article shown' })
      .waitFor({ state: 'attached' });
    assert.equal((await addresses())[0], link);
    assert.equal((await links.first().innerText()).trim(), 'Stop the Presses: <b> & Other News');
    assert.equal(await button.count(), 0);
    const focused = await page.evaluate(
      () => (document.activeElement!.shadowRoot!.activeElement as HTMLAnchorElement).href,
    );
    assert.equal(focused, link);
  });
});
