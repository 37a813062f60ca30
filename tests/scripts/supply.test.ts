import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  integrity?: string;
  resolved?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
}

const lockOf = (file: string): [name: string, Locked][] =>
  Object.entries(
    (JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> }).packages,
  ).filter(([name]) => name !== '');

/** Licences that require only attribution, and the licence of one unmodified tool. */
const ALLOWED = new Set(
  'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 CC0-1.0 OFL-1.1 Python-2.0 Unlicense MPL-2.0'.split(
    ' ',
  ),
);
/** Packages whose licence is given in another form than by name. */
const TOLD: Readonly<Record<string, string>> = { 'svg-tags': 'MIT' };

/** Returns the problems of a locked package. */
export function lockProblems([path, { integrity, resolved, license }]: [string, Locked]): string[] {
  const name = path.replace(/^.*node_modules\//, '');
  const told = TOLD[name] ?? license ?? '';
  const all = told.replace(/[()]/g, '').split(/ (?:AND|OR) /);
  const good = told.includes(' OR ')
    ? all.some((one) => ALLOWED.has(one))
    : all.every((one) => ALLOWED.has(one) || one === 'Zlib');
  return [
    ...(/^sha512-[\w+/]{86}==$/.test(integrity ?? '') ? [] : [`${name}: no integrity`]),
    ...(resolved === undefined ? [] : [`${name}: names a registry`]),
    ...(good ? [] : [`${name}: licence ${told}`]),
  ];
}

const packages = lockOf('package-lock.json');

test('every package is locked by its hash, has a listed licence and names no registry', () => {
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.flatMap(lockProblems)).toEqual([]);
});

test.each([
  [{ license: 'MIT' }, /no integrity/],
  [{ license: 'MIT', integrity: 'sha1-abc' }, /no integrity/],
  [{ license: 'GPL-3.0', integrity: `sha512-${'a'.repeat(86)}==` }, /licence GPL/],
  [{ license: '(MIT AND GPL-3.0)', integrity: `sha512-${'a'.repeat(86)}==` }, /licence/],
  [{ integrity: `sha512-${'a'.repeat(86)}==` }, /licence/],
  [{ license: 'MIT', integrity: `sha512-${'a'.repeat(86)}==`, resolved: 'https://x' }, /registry/],
])('a bad package is reported: %j', (locked, problem) => {
  expect(lockProblems(['node_modules/x', locked]).join()).toMatch(problem);
});

test('at most eight packages are needed at run time', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(8);
});

test('no source file evaluates text as code, and only one writes HTML', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(ts|svelte)$/.test(file),
  );
  const found = sources.filter((file) =>
    /\beval\(|new Function|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|DOMParser|createRawSnippet|\{@html/.test(
      readFileSync(`src/${file}`, 'utf8'),
    ),
  );
  expect(found.sort()).toEqual(['lib/story/prose/Island.svelte']);
});

test('git checks out every text file with LF line ends, on Windows too', () => {
  const attributes = execFileSync('git', ['check-attr', 'eol', 'src/app.html', 'data/amounts.json'], {
    encoding: 'utf8',
  });
  expect(attributes).toBe('src/app.html: eol: lf\ndata/amounts.json: eol: lf\n');
});
