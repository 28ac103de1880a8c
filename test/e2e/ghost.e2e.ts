import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startGhost, type GhostSite } from '../ghost-api.js';
import { useBrowser } from './browser.js';
import { usePartner } from './partner.js';

const browser = useBrowser();
const partner = usePartner(browser);

describe('A Ghost on another site', () => {
  let ghost: GhostSite;
  before(async () => {
    ghost = await startGhost();
  });
  after(() => ghost.close());

  for (const [build, script] of Object.entries({
    'the script tag': '<script async src="/newsrack/newsrack.js"></script>',
    'the one file': '<script type="module" src="/newsrack/newsrack.all.js"></script>',
  }))
    it(`shows its headlines, and more of them, by ${build}`, async () => {
      const before = ghost.dataRequests().length;
      const { page, heard } = await partner.show(
        `${script}<nr-headlines source="${ghost.source}" limit="5" more load="eager"></nr-headlines>`,
        { bare: true },
      );
      const headlines = page.locator('nr-headlines [part~=headline]');
      const titles = ghost.posts.map(({ title }) => title);
      assert.deepEqual(await headlines.allInnerTexts(), titles.slice(0, 5));
      assert.match(
        await page.locator('nr-headlines [part~=byline]').first().innerText(),
        /Theo Okafor.*Ilse Brandt/,
      );
      const picture = page.locator('nr-headlines [part~=image]').first();
      assert.match(
        await picture.evaluate((image: HTMLImageElement) => image.currentSrc),
        /\/size\/w/,
      );
      assert.equal(ghost.dataRequests().length - before, 1);
      await page.locator('nr-headlines [part~=more]').click();
      await headlines.nth(9).waitFor();
      assert.deepEqual(await headlines.allInnerTexts(), titles.slice(0, 10));
      assert.ok(!(await heard()).some(({ type }) => type === 'nr-error'));
    });

  it('shows the comments of an article that its address names', async () => {
    const { page } = await partner.show(
      `<nr-comment-box source="${ghost.source}" src="${ghost.posts[0]!.url}" load="eager"></nr-comment-box>`,
    );
    const box = page.locator('nr-comment-box');
    assert.equal(await box.locator('[part~=heading]').innerText(), '3 comments');
    assert.match(
      await box.locator('[part~=comment]').first().innerText(),
      /At last, a Sunday ferry!/,
    );
    assert.equal(await box.locator('[part~=comment]').count(), 3);
    assert.equal(await box.locator('textarea').count(), 0);
  });

  it('shows an article with its authors and comments, by its address and the key alone', async () => {
    const { page } = await partner.show(
      `<nr-article src="${ghost.posts[0]!.url}" source-key="${ghost.key}" load="eager"
         show="kicker byline date image body authors comments"></nr-article>`,
    );
    const article = page.locator('nr-article');
    assert.match(
      await article.locator('[part~=body]').first().innerText(),
      /What happened, in short/,
    );
    assert.equal(await article.locator('[part~=body] [onclick]').count(), 0);
    assert.match(
      await article.locator('[part~=bio]').last().innerText(),
      /Walks everywhere & writes about <it>\./,
    );
    await page.locator('nr-comment-box [part~=comment]').nth(2).waitFor();
  });

  it('refuses a wrong key: the fallback stays, and the page’s author reads what to do', async () => {
    const visitor = await partner.open(
      `<nr-headlines source="${ghost.url}" source-key="0000" load="eager"><a href="#f">All news</a></nr-headlines>`,
    );
    await visitor.settled();
    const [error] = await visitor.heard();
    assert.equal(error!.detail.error!.code, 'forbidden');
    assert.match(error!.detail.error!.message, /source-key/);
    assert.ok(await visitor.page.getByText('All news').isVisible());
  });
});
