// Wraps the drivers of three engines in one interface, so that a check need not know the engine.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/run.mjs';

/**
 * @typedef {object} Engine
 * @property {string} name name and version
 * @property {(url: string) => Promise<void>} open loads a page, even if it is already open
 * @property {(width: number, height: number) => Promise<void>} size sets the viewport size
 * @property {Run} run runs a self-contained function in the page, with JSON in and out
 * @property {Run} inFrame runs a function in the page's first frame
 * @property {(by: number) => Promise<void>} scroll turns the wheel over the page, in pixels
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {<Result, Given = undefined>(work: (given: Given) => Result | Promise<Result>, given?: Given) => Promise<Result>} Run
 */

/** @param {number} time in milliseconds */
export const pause = (time) => new Promise((done) => setTimeout(done, time));

// The parts of puppeteer-core that are used here. Its types are in tools/, which type checking does not
// install.
/**
 * @typedef {object} Frame
 * @property {(work: string) => Promise<unknown>} evaluate
 */
/**
 * @typedef {object} PageParts
 * @property {(url: string, options: { timeout: number }) => Promise<unknown>} goto
 * @property {(size: { width: number, height: number }) => Promise<void>} setViewport
 * @property {(on: boolean) => Promise<void>} setJavaScriptEnabled
 * @property {() => Frame[]} frames
 * @property {{ wheel: (by: { deltaY: number }) => Promise<void>, move: (x: number, y: number) => Promise<void> }} mouse
 */
/** @typedef {Frame & PageParts} Page */
/**
 * @typedef {object} Browser
 * @property {() => Promise<string>} version
 * @property {() => Promise<Page>} newPage
 * @property {() => Promise<void>} close
 * @property {() => import('node:child_process').ChildProcess | null} process
 */
/** @typedef {{ default: { launch: (options: object) => Promise<Browser> } }} Puppeteer */

const PUPPETEER = 'tools/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js';

/**
 * Returns a call as source text, because no driver can pass a function.
 * @param {string} work
 * @param {unknown} given
 */
const call = (work, given) => `(${work})(${given === undefined ? '' : JSON.stringify(given)})`;

/**
 * @param {object} options
 * @param {(page: Page) => Promise<void>} prepare
 * @returns {Promise<Engine>}
 */
async function puppet(options, prepare) {
  /** @type {unknown} */
  const brought = await import(pathToFileURL(join(root, PUPPETEER)).href);
  const { default: puppeteer } = /** @type {Puppeteer} */ (brought);
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  const end = () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', end);
  // No default viewport: an older Firefox does not know the command that sets it.
  const program = await puppeteer.launch({
    headless: true,
    defaultViewport: null,
    userDataDir: folder,
    timeout: 50_000,
    protocolTimeout: 120_000,
    // The main program handles signals and ends the processes that it started.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...options,
  });
  const page = await program.newPage();
  await prepare(page);
  /** @param {() => Frame | undefined} where @returns {Run} */
  const running = (where) => async (work, given) => {
    const frame = where();
    if (!frame) throw new Error('there is no frame');
    return /** @type {never} */ (await frame.evaluate(call(String(work), given)));
  };
  return {
    name: await program.version(),
    async open(url) {
      await page.goto('about:blank', { timeout: 30_000 });
      await page.goto(url, { timeout: 60_000 });
    },
    async size(width, height) {
      await page.setViewport({ width, height }).catch((/** @type {unknown} */ error) => {
        // Firefox ESR has set the size by now, and rejects the orientation that the same command asks for.
        if (!String(error).includes('unknown command')) throw error;
      });
    },
    run: running(() => page),
    inFrame: running(() => page.frames()[1]),
    async scroll(by) {
      await page.mouse.move(60, 300);
      await page.mouse.wheel({ deltaY: by });
    },
    async close() {
      const child = program.process();
      await Promise.race([program.close(), pause(5000)]).catch(() => undefined);
      child?.kill('SIGKILL');
      end();
      process.off('exit', end);
    },
  };
}

/** Starts the browser that `npm test` uses. @param {{ scripts: boolean }} options */
export async function chromium({ scripts }) {
  const { executablePath, env, args } = await browser();
  return puppet({ executablePath, env, args: [...args, '--no-sandbox'], headless: 'shell' }, (page) =>
    page.setJavaScriptEnabled(scripts),
  );
}

/** @param {string} executablePath @param {{ scripts: boolean }} options */
export const firefox = (executablePath, { scripts }) =>
  puppet(
    {
      browser: 'firefox',
      executablePath,
      // Written to the user.js of a new profile. Scripts of the driver still run.
      extraPrefsFirefox: { 'javascript.enabled': scripts },
    },
    () => Promise.resolve(),
  );

/** Returns a free port. @returns {Promise<number>} */
const freePort = () =>
  new Promise((done, refuse) => {
    const server = createServer().on('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

// The toolbar of WebKit's MiniBrowser sets a minimum window width, which is wider than a phone.
const NO_CHROME = `* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }\n`;

/**
 * Starts WebKitGTK with its own driver, on a virtual screen.
 * @param {string} miniBrowser
 * @param {{ scripts: boolean }} options
 * @returns {Promise<Engine>}
 */
export async function webkit(miniBrowser, { scripts }) {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), NO_CHROME);
  chmodSync(folder, 0o700);
  const port = await freePort();
  // Uses a separate process group, so that the X server, driver and browser end together.
  const child = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1600x1200x24', 'WebKitWebDriver', `--port=${port}`],
    {
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, XDG_CONFIG_HOME: folder, XDG_RUNTIME_DIR: folder, NO_AT_BRIDGE: '1' },
    },
  );
  /** @type {Error | undefined} */
  let lost;
  child.on('error', (error) => (lost = error));
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The process has already exited.
    }
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', end);

  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   * @returns {Promise<unknown>}
   */
  const ask = async (method, path, body) => {
    if (lost) throw lost;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(120_000),
    });
    /** @type {unknown} */
    const said = await answer.json();
    const { value } = /** @type {{ value: unknown }} */ (said);
    if (!answer.ok) {
      const { error, message } = /** @type {{ error: string, message: string }} */ (value);
      throw new Error(`${error}: ${message}`);
    }
    return value;
  };
  try {
    const deadline = performance.now() + 20_000;
    while (
      !(await ask('GET', '/status').then(
        () => true,
        () => false,
      ))
    ) {
      if (performance.now() > deadline) throw new Error('WebKitWebDriver does not answer');
      await pause(100);
    }
    const args = ['--automation', `--enable-javascript=${String(scripts)}`];
    const { sessionId, capabilities } =
      /** @type {{ sessionId: string, capabilities: { browserVersion: string } }} */ (
        await ask('POST', '/session', {
          capabilities: {
            alwaysMatch: {
              'webkitgtk:browserOptions': { binary: miniBrowser, args },
              timeouts: { script: 110_000, pageLoad: 60_000 },
            },
          },
        })
      );
    const session = `/session/${sessionId}`;
    let stands = 0;
    /** @type {Run} */
    const run = async (work, given) => {
      const script = `const done = arguments[arguments.length - 1];
        (async () => ${call(String(work), given)})().then(
          (value) => done({ value }),
          (error) => done({ error: String(error) }),
        );`;
      const { value, error } = /** @type {{ value: never, error?: string }} */ (
        await ask('POST', `${session}/execute/async`, { script, args: [] })
      );
      if (error !== undefined) throw new Error(error);
      return value;
    };
    return {
      name: `WebKitGTK/${capabilities.browserVersion}`,
      async open(url) {
        await ask('POST', `${session}/url`, { url: 'about:blank' });
        await ask('POST', `${session}/url`, { url });
        // This driver may return while a page is still loading.
        const deadline = performance.now() + 30_000;
        while (
          !(await run(() => location.href !== 'about:blank' && document.readyState === 'complete').catch(
            () => false,
          ))
        ) {
          if (performance.now() > deadline) throw new Error(`${url} does not end loading`);
          await pause(50);
        }
      },
      async size(width, height) {
        await ask('POST', `${session}/window/rect`, { x: 0, y: 0, width, height });
        await pause(200);
        const frame = await run(() => outerHeight - innerHeight);
        await ask('POST', `${session}/window/rect`, { x: 0, y: 0, width, height: height + frame });
        await pause(200);
      },
      run,
      async inFrame(work, given) {
        await ask('POST', `${session}/frame`, { id: 0 });
        try {
          return await run(work, given);
        } finally {
          await ask('POST', `${session}/frame`, { id: null });
        }
      },
      async scroll(by) {
        // This driver takes a wheel delta as an absolute position, and scrolls by the difference to the last
        // one.
        stands += Math.round(by);
        const turn = { type: 'scroll', x: 60, y: 300, deltaX: 0, deltaY: stands, duration: 0 };
        await ask('POST', `${session}/actions`, {
          actions: [{ type: 'wheel', id: 'wheel', actions: [turn] }],
        });
      },
      async close() {
        await Promise.race([ask('DELETE', session), pause(5000)]).catch(() => undefined);
        end();
        process.off('exit', end);
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
