// Copies today's built embeds to a folder named by the date of the last update, so that a cited chart stays
// unchanged.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { isProgram, readJson, root } from './run.mjs';

/** Returns the notice above a frozen embed, which is true whether or not a newer version exists. */
const LINE = (/** @type {string} */ day, /** @type {string} */ id) =>
  `<p class="frozen">This is the version of <time datetime="${day}">${day}</time>. <a href="../../../../embed/${id}/">See the newest</a></p>`;

/**
 * Returns an embed to freeze: its script and style sheets beside it, all other links relative to its new
 * place.
 * @param {string} html the built page, two folders deep
 * @param {string} day YYYY-MM-DD
 * @param {string} id of the chart
 * @returns {{ html: string, assets: string[] }} `assets`: files of the build that it needs
 */
export function frozen(html, day, id) {
  /** @type {string[]} */
  const assets = [];
  const own = html
    .replace(/(src|href)="\.\.\/\.\.\/((?:live|_app)\/[^"]+\.(?:js|css))"/g, (_, name, file) => {
      assets.push(String(file));
      return `${String(name)}="../../assets/${basename(String(file))}"`;
    })
    .replaceAll('"../../', '"../../../../')
    .replaceAll('"../../../../assets/', '"../../assets/')
    .replace(/<title>([^<]*)<\/title>/, `<title>$1 (version of ${day})</title>`)
    .replace(/<main id="embed-root"[^>]*>/, (main) => main + LINE(day, id));
  return { html: own, assets };
}

/** Freezes every embed of the build. @returns {number} exit code */
export function freeze() {
  const updates = /** @type {{ on: string }[]} */ (readJson(join(root, 'data/updates.json')));
  const versions = /** @type {string[]} */ (readJson(join(root, 'config/versions.json')));
  const day = updates.at(-1)?.on ?? '';
  const folder = join(root, 'static/v', day);
  if (existsSync(folder)) {
    console.error(`The embeds of ${day} are kept already; what is frozen never changes.`);
    return 1;
  }
  if (!existsSync(join(root, 'build/embed'))) {
    console.error('There is no build/embed: run "npm run build" first.');
    return 1;
  }
  mkdirSync(join(folder, 'assets'), { recursive: true });
  try {
    for (const id of readdirSync(join(root, 'build/embed'))) {
      const { html, assets } = frozen(
        readFileSync(join(root, `build/embed/${id}/index.html`), 'utf8'),
        day,
        id,
      );
      mkdirSync(join(folder, 'embed', id), { recursive: true });
      writeFileSync(join(folder, 'embed', id, 'index.html'), html);
      for (const file of assets) {
        const kept = join(folder, 'assets', basename(file));
        if (!file.endsWith('.css')) copyFileSync(join(root, 'build', file), kept);
        // An embed uses local fonts only.
        else
          writeFileSync(
            kept,
            readFileSync(join(root, 'build', file), 'utf8').replace(/@font-face\s*\{[^}]*\}/g, ''),
          );
      }
      console.log(`  ${id}`);
    }
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  const all = [...new Set([...versions, day])].sort();
  writeFileSync(join(root, 'config/versions.json'), `${JSON.stringify(all, null, 2)}\n`);
  console.log(`The embeds of ${day} are kept in static/v/${day}/; commit them.`);
  return 0;
}

if (isProgram(import.meta.url)) process.exitCode = freeze();
