import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { engines, findWebKit } from './engines.js';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Xvfb chooses a display that is free, and tells its number by the descriptor that it is given. */
async function startDisplay(program) {
  const child = spawn(
    program,
    ['-displayfd', '3', '-screen', '0', '1280x7200x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const [number] = await Promise.race([once(child.stdio[3], 'data'), once(child, 'error')]);
  if (number instanceof Error) throw number;
  return { child, name: `:${String(number).trim()}` };
}

async function answers(url) {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await fetch(`${url}/status`);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('WebKitWebDriver does not answer.');
}

/**
 * Starts WebKit's driver on a display of its own. Both end with this process.
 * @returns {Promise<{ hostname: string, port: number, capabilities: object, stop: () => void }>}
 */
export async function startWebKit() {
  const found = findWebKit();
  if (!found) throw new Error(engines.webkit.missing);
  const display = await startDisplay(found.display);
  const port = await freePort();
  const driver = spawn(found.driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display.name,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      // Its sandbox refuses to run as root, as in a container.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
  });
  const stop = () => {
    driver.kill();
    display.child.kill();
  };
  process.once('exit', stop);
  const hostname = '127.0.0.1';
  await answers(`http://${hostname}:${port}`);
  return {
    hostname,
    port,
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
    },
    stop,
  };
}
