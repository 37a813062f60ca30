// Exists so that the drawing in the README stays true: who may import whom, and what each room may never contain.
import { posix } from 'node:path';
import {
  CLOCK_AND_CHANCE,
  D3_TYPES,
  OUTSIDE,
  PAGE,
  PAGE_MODULE,
  ROOMS,
  SUBJECT,
  type Room,
} from './tooling/rooms.ts';
import { COMPUTED, readingOf, type Import, type Reading } from './tooling/reading.ts';

/** The only module below the routes that reads files: it looks at the record as it was written. */
const MAY_READ_FILES = 'src/facts/report.ts';

/**
 * Every breach of the house rules, one sentence each.
 * @param files path → text, paths from the project's folder; a path that ends in a slash is a folder
 */
export function floorProblems(files: ReadonlyMap<string, string>): string[] {
  const paths = [...files.keys()];
  const modules = [...files].filter(([path]) => /^src\/.*\.(ts|js|svelte)$/.test(path));
  return [...folderProblems(paths), ...modules.flatMap(([path, text]) => moduleProblems(path, text))];
}

function folderProblems(paths: readonly string[]): string[] {
  const folders = new Set(
    paths.flatMap((path) => {
      const parts = path.split('/').slice(0, -1);
      return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
    }),
  );
  return [...folders].flatMap((folder) => {
    const problems: string[] = [];
    if (/(^|\/)(utils?|helpers?|common|shared|misc)\/$/.test(folder))
      problems.push(`${folder}: says nothing about what is in it; name the thing.`);
    if (!paths.some((path) => path.startsWith(folder) && !path.endsWith('/')))
      problems.push(`${folder}: is empty.`);
    const room = /^src\/([^/]+)\/$/.exec(folder)?.[1];
    if (room !== undefined && !Object.hasOwn(ROOMS, room))
      problems.push(`${folder}: is no room of the house (${Object.keys(ROOMS).join(', ')}).`);
    return problems;
  });
}

function moduleProblems(path: string, text: string): string[] {
  const name = /^src\/([^/]+)\//.exec(path)?.[1];
  // A module directly in src/ is a piece of the shell, like the routes. A folder that is no room was reported above.
  const room = name === undefined ? OUTSIDE : ROOMS[name];
  if (room === undefined) return [];
  let reading: Reading;
  try {
    reading = readingOf(path, text);
  } catch (error) {
    return [`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
  const imports = reading.imports.flatMap((line) => importProblems(path, name ?? '', room, line));
  return [...imports, ...contentProblems(path, text, room, reading)].map((problem) => `${path}: ${problem}`);
}

function importProblems(path: string, name: string, room: Room, line: Import): string[] {
  const from = line.from.replace(/\?.*$/, '');
  if (from.startsWith('.') && line.pattern !== true) return relativeProblems(path, name, room, from);
  if (from.startsWith('.')) return floorImportProblems(name, room, { ...line, from: reached(path, from) });
  if (from.startsWith('#')) return floorImportProblems(name, room, { ...line, from });
  if (from.startsWith('node:'))
    return path === MAY_READ_FILES || room === OUTSIDE
      ? []
      : [`imports ${from}, and it may run in a browser.`];
  return packageProblems(name, room, { ...line, from });
}

/** `../charts/*.svelte`, seen from a route, as `#charts/*.svelte`. */
const reached = (path: string, from: string): string =>
  `#${posix.join(posix.dirname(path), from).replace(/^src\//, '')}`;

function relativeProblems(path: string, name: string, room: Room, from: string): string[] {
  const target = posix.join(posix.dirname(path), from);
  if (room === OUTSIDE && target === 'src/app.css') return [];
  const problems: string[] = [];
  if (!target.startsWith(name === '' ? 'src/' : `src/${name}/`))
    problems.push(`imports ${from}, which leaves the room; use the # name.`);
  // Kit writes ./$types itself, and it has no file of its own.
  if (!/\.\w+$/.test(target) && !target.endsWith('/$types'))
    problems.push(`imports ${from} without its extension.`);
  return problems;
}

function floorImportProblems(name: string, room: Room, { from, typesOnly }: Import): string[] {
  const floor = /^#([^/]+)\//.exec(from)?.[1] ?? '';
  const problems = /\.\w+$/.test(from) ? [] : [`imports ${from} without its extension.`];
  const whole = floor === name || room.floors.includes(floor) || room.modules?.includes(from) === true;
  const types = room.types?.includes(floor) === true;
  if (!whole && types && !typesOnly)
    problems.push(`imports values of ${from}, and ${name} may take only its types (import type).`);
  if (!whole && !types) problems.push(`imports ${from}, and ${name} may not reach for ${floor}.`);
  return problems;
}

function packageProblems(name: string, room: Room, { from, typesOnly, names }: Import): string[] {
  const pkg = /^(@[^/]+\/[^/]+|[^/]+)/.exec(from)?.[0] ?? from;
  if (from === COMPUTED)
    return room === OUTSIDE ? [] : ['imports a module whose name is put together while running.'];
  if (pkg.startsWith('d3-')) return [`imports ${from}; take its names from d3.`];
  if (pkg === 'valibot' && name !== 'facts')
    return ['imports valibot, which stays in facts so that no reader loads it.'];
  if (from === PAGE_MODULE && room.mayTouchPage !== true)
    return [`imports ${from}, and ${name} may not know the page.`];
  if (room.packages !== 'any' && !room.packages.includes(pkg))
    return [`imports ${from}, and ${name} may not use it.`];
  if (pkg !== 'd3') return [];
  const allowed = [...(room.d3 ?? []), ...(typesOnly ? D3_TYPES : [])];
  return names
    .filter((taken) => !allowed.some((pattern) => pattern.test(taken)))
    .map(
      (taken) =>
        `takes ${taken === '*' ? 'all' : taken} of d3, which is not on the list of ${name || 'the shell'}.`,
    );
}

function contentProblems(path: string, text: string, room: Room, { uses }: Reading): string[] {
  const problems: string[] = [];
  const touched = PAGE.filter((word) => uses.has(word));
  if (room.mayTouchPage !== true && touched.length > 0)
    problems.push(`uses ${touched.join(', ')}; only scroll and routes may know the page.`);
  const unsteady = CLOCK_AND_CHANCE.filter((word) => uses.has(word));
  if (room.noClock === true && unsteady.length > 0)
    problems.push(`uses ${unsteady.join(', ')}; the same facts must always give the same numbers.`);
  if (room.noSvelte === true && /\.svelte(\.[jt]s)?$/.test(path))
    problems.push('is a Svelte file, in a room of plain TypeScript.');
  // moneyTape and money_tape hold the word as well.
  const words = text.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  const told = SUBJECT.exec(words)?.[0];
  if (room.noSubject === true && told !== undefined)
    problems.push(`says "${told}"; the scrolling must not know what is told.`);
  return problems;
}
