import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { useBrowser } from '../e2e/browser.js';
import { startWordPress, type Site } from '../wordpress-api.js';

describe('The demo’s front page', () => {
  const browser = useBrowser();
  let publisher: Site;
  let url: string;
  let stop: () => void;

  before(async () => {
    publisher = await startWordPress();
    const script = join(import.meta.dirname, '../../demo/front-page.js');
    const server = spawn(process.execPath, [script, publisher.url], {
      env: { ...process.env, NEWSRACK_FRONT_PAGE_PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    stop = () => server.kill();
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    url = /http:\S+/.exec(String(line))![0];
  });
  after(async () => {
    stop();
    await publisher.close();
  });

  it('asks the publisher once for all its readers, and is whole without scripts', async () => {
    for (const javaScriptEnabled of [false, true]) {
      const { page, settled, problems, layoutShifts } = await browser.newPage({
        javaScriptEnabled,
      });
      await page.goto(url);
      assert.equal(await page.locator('[part~=item]').count(), 14);
      assert.ok(await page.locator('[part~=headline]').last().isVisible());
      if (!javaScriptEnabled) continue;
      await settled();
      assert.equal((await layoutShifts()).sum, 0);
      assert.deepEqual(problems, []);
    }
    const lists = publisher.dataRequests().filter(({ path }) => path.endsWith('/posts'));
    assert.equal(lists.length, 2);
  });
});
