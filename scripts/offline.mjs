// Lists every file with its hash in build/build.json and writes the service worker for that list,
// build/service-worker.js. A browser can keep the whole build only if it knows all files.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runPackage } from './run.mjs';

/**
 * Files that are not needed offline: pictures for other sites, archives, old versions, the lab, files for
 * hosts.
 */
const LEFT =
  /^(img|v|embed-lab|\.[^/]+)\/|\.zip$|^(_headers|robots\.txt|sitemap\.xml|build\.json|service-worker.*|\..*)$/;

/** @param {string | Buffer} bytes */
const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * @param {string} build the finished build
 * @returns {Record<string, string>} address below the site → SHA-256 of its content
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

/** Writes the list and the worker. @param {string} [build] @returns {Promise<number>} exit code */
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
