import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { charts } from '#story/charts.ts';
import { story } from '#story/index.ts';
import { CHART_IDS, HEURISTICS, LOOKED, verdictOf, type Proof } from './chartability.ts';

/** Whether a file of tests has a test of that title, as its own first argument. */
function isProof([file, title]: Proof): boolean {
  if (!existsSync(`tests/${file}`)) return false;
  const source = readFileSync(`tests/${file}`, 'utf8');
  return ["'", '`'].some((quote) => {
    const at = source.indexOf(`${quote}${title}${quote},`);
    return at > 0 && /(\btest|\bit|\))\(\s*$/.test(source.slice(0, at));
  });
}

test('the list has the fifty heuristics, fourteen of them critical, for the eight charts that there are', () => {
  const groups = { P: 8, O: 8, U: 10, R: 3, C: 7, A: 6, F: 8 };
  expect(HEURISTICS.map(({ id }) => id)).toEqual(
    Object.entries(groups).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, at) => `${letter}${at + 1}`),
    ),
  );
  expect(HEURISTICS.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(
    'P1 P2 P3 P4 O1 O2 O3 U1 U2 U3 C1 A1 A2 F1'.split(' '),
  );
  expect([...CHART_IDS].sort()).toEqual(charts.map(({ id }) => id).sort());
});

test.each(CHART_IDS)('%s passes all that is critical, and forty-six at least', (chart) => {
  const passed = HEURISTICS.filter((one) => verdictOf(one, chart).is === 'pass');
  expect(passed.filter(({ critical }) => critical)).toHaveLength(14);
  expect(passed.length).toBeGreaterThanOrEqual(46);
});

test('what passes names tests that there are, or says what was seen; what does not says why', () => {
  const missing = HEURISTICS.flatMap((one) =>
    CHART_IDS.flatMap((chart) => {
      const verdict = verdictOf(one, chart);
      const name = `${one.id} of ${chart}`;
      if (verdict.is !== 'pass') return verdict.reason.length > 40 ? [] : [`${name}: no reason`];
      return [
        ...verdict.proofs.filter((proof) => !isProof(proof)).map((proof) => `${name}: ${proof.join(': ')}`),
        // What is critical is never taken on sight alone.
        ...(verdict.proofs.length > 0 || (!one.critical && (verdict.look ?? '').length > 20)
          ? []
          : [`${name}: no proof`]),
      ];
    }),
  );
  expect(missing).toEqual([]);
  expect(LOOKED).toMatch(/^\d{4}-\d{2}-\d{2}, /);
});

test('a proof that is not there is seen', () => {
  const here = 'access/chartability.test.ts';
  expect(isProof([here, 'a proof that is not there is seen'])).toBe(true);
  expect(isProof([here, 'a proof that was never written'])).toBe(false);
  expect(isProof(['access/chartability.ts', 'Its form is familiar'])).toBe(false);
  expect(isProof(['access/nothing.test.ts', 'a proof that is not there is seen'])).toBe(false);
});

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && /\.(ts|svelte|html)$/.test(file.name))
  .map(({ parentPath, name }): [string, string] => [
    join(parentPath, name),
    readFileSync(join(parentPath, name), 'utf8'),
  ]);

test('nothing of ours listens to keys', () => {
  const listens = /onkey(down|up|press)|['"]key(down|up|press)['"]|accesskey/;
  expect(sources.filter(([, text]) => listens.test(text)).map(([file]) => file)).toEqual([]);
  expect(listens.test("addEventListener('keydown', go)")).toBe(true);
});

test('no picture has a texture', () => {
  const texture = /<pattern\b|<filter\b|fill="url/;
  expect(sources.filter(([, text]) => texture.test(text)).map(([file]) => file)).toEqual([]);
  expect(texture.test('<pattern id="dots">')).toBe(true);
});

test('no picture draws more than two hundred rows', () => {
  const most = story.flatMap(({ steps }) => steps).map(({ series }) => series.table.body.length);
  expect(Math.max(...most)).toBeLessThanOrEqual(200);
});
