// Serves the finished build, also under a deep path. Vite's preview serves Kit's output folder and no deep
// path.
import { once } from 'node:events';
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { answer, headerRules, headersFor, kindOf, typeOf } from './answer.mjs';
import { isProgram, orExplain, root } from './run.mjs';

// A numeric address, because `localhost` may mean ::1, where another program may use the same port.
const HOST = '127.0.0.1';
const FIRST_PORT = 4173;
const PORTS_TO_TRY = 50;

/**
 * @typedef {object} Options
 * @property {string} dir the folder to serve
 * @property {number} [port] the first port to try; 0 lets the system choose
 * @property {string} [base] path of the site, such as /a/deep/path/
 * @property {boolean} [plain] serves like a host that ignores the `_headers` file
 */

/**
 * Serves a folder until `close` is called.
 * @param {Options} options
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 * @throws {Error} if the folder is missing or none of the next ports is free
 */
export async function serve({ dir, port = FIRST_PORT, base = '/', plain = false }) {
  if (kindOf(dir) !== 'folder') throw new Error(`Nothing to serve at ${dir}: run "npm run build" first.`);
  const folder = realpathSync(dir);
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  const rules = plain ? [] : headerRules(folder);
  const server = createServer((request, response) => {
    // Sends the headers of the file, so that every test of a page also tests them.
    const path = (request.url ?? '/').replace(/\?.*$/s, '');
    if (path.startsWith(prefix))
      for (const [name, value] of headersFor(rules, path.slice(prefix.length - 1)))
        response.setHeader(name, value);
    send(folder, prefix, request, response);
  });
  const taken = await firstFree(server, port);
  return {
    port: taken,
    url: `http://${HOST}:${taken}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} folder
 * @param {string} prefix
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function send(folder, prefix, request, response) {
  // Without nosniff a browser tolerates a wrong type, and a test would miss errors that a stricter host
  // shows.
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads) response.setHeader('Allow', 'GET, HEAD');
  const { status, file, location, text } = reads
    ? answer(folder, prefix, request.url ?? '/')
    : { status: 405, text: 'This site is only for reading.' };
  response.statusCode = status;
  if (location !== undefined) response.setHeader('Location', location);
  if (file === undefined) {
    response.setHeader('Content-Type', typeOf('.txt')).end(text);
    return;
  }
  response.setHeader('Content-Type', typeOf(file)).setHeader('Content-Length', statSync(file).size);
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} first
 * @returns {Promise<number>} the chosen port
 */
async function firstFree(server, first) {
  const last = first === 0 ? 0 : Math.min(first + PORTS_TO_TRY - 1, 65_535);
  for (let port = first; port <= last; port += 1) {
    const listening = once(server, 'listening');
    server.listen(port, HOST);
    try {
      await listening;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') continue;
      throw error;
    }
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }
  throw new Error(`No free port from ${first} to ${last}.`);
}

/**
 * Reads `--dir build --port 5000 --base /a/deep/path/ --plain`.
 * @param {string[]} args
 * @returns {Required<Options>}
 */
export function optionsFrom(args) {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'string', default: 'build' },
      port: { type: 'string', default: String(FIRST_PORT) },
      base: { type: 'string', default: '/' },
      plain: { type: 'boolean', default: false },
    },
  });
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : NaN;
  if (!(port <= 65_535)) throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`);
  return { dir: resolve(root, values.dir), port, base: values.base, plain: values.plain };
}

/**
 * Serves, prints the address, and exits cleanly on a signal.
 * @param {Required<Options>} options
 */
export async function serveUntilStopped(options) {
  const { url, port, close } = await serve(options);
  if (options.port !== 0 && port !== options.port)
    console.log(`Port ${options.port} is taken; ${port} is the next free one.`);
  console.log(`\n  Read it at ${url}\n  Stop with Ctrl+C.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
}

if (isProgram(import.meta.url)) await serveUntilStopped(orExplain(() => optionsFrom(process.argv.slice(2))));
