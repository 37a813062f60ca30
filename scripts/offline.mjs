// Exists because a reader's browser can keep a whole build only if it knows all of it: lists every file with its sum →
// build/build.json, and writes the worker that belongs to that list → build/service-worker.js.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runPackage } from './run.mjs';

/** What nobody reads without a connection: pictures for other sites, archives, old versions, the lab, what hosts read. */
const LEFT =
  /^(img|v|embed-lab|\.[^/]+)\/|\.zip$|^(_headers|robots\.txt|sitemap\.xml|build\.json|service-worker.*|\..*)$/;

/** @param {string | Buffer} bytes */
const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * @param {string} build the finished build
 * @returns {Record<string, string>} address below the site → SHA-256 of what is there
 */
export const listOf = (build) =>
  Object.fromEntries(
    readdirSync(build, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) =>
        join(one.parentPath, one.name)
          .slice(build.length + 1)
          .replaceAll('\\', '/'),
      )
      .filter((file) => !LEFT.test(file))
      .sort()
      .map((file) => [file.replace(/(^|\/)index\.html$/, '$1'), sum(readFileSync(join(build, file)))]),
  );

/** Writes the list and the worker. @param {string} [build] @returns {Promise<number>} 0 when both are there */
export function offline(build = join(root, 'build')) {
  const files = listOf(build);
  const list = `${JSON.stringify({ files }, null, 1)}\n`;
  writeFileSync(join(build, 'build.json'), list);
  console.log(`  ${Object.keys(files).length} files`);
  return runPackage('vite', ['build', '--mode', 'offline', '--logLevel', 'warn'], {
    ...process.env,
    NODE_ENV: 'production',
    BUILD_SUM: sum(list),
    BUILD_DIR: build,
  });
}
