import type { Force } from '../schema.ts';
import type { Row } from './structure.ts';
import { at, problem, show, type Place, type Problem } from './problem.ts';
import type { Reading } from './load-files.ts';

/** Fields that only a territorial force has. */
const ON_THE_MAP = ['nation', 'region', 'col', 'row'] as const;

/** The two matters for which the dataset records a force's status. */
export const MATTERS = ['palantir', 'liveFaces'] as const;

/** Checks police forces, their tiles and their statuses: rules 070 to 072. */
export function* forces({ forces: all }: Reading): Generator<Problem> {
  const tiles = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const force of all) {
    yield* tile(force, tiles);
    yield* code(force, codes);
    for (const matter of MATTERS) yield* status(at(force, matter), force.row[matter]);
  }
}

const isPlace = (value: number | null) => value !== null && Number.isInteger(value) && value >= 0;

function* tile(force: Row<Force>, tiles: Map<string, string>): Generator<Problem> {
  const { id, kind, col, row } = force.row;
  for (const field of ON_THE_MAP) {
    const value = force.row[field];
    const fits = kind === 'special' ? value === null : typeof value === 'number' ? isPlace(value) : value;
    if (fits) continue;
    yield problem('070', at(force, field), {
      what: `a ${kind} force and its place on the map do not go together`,
      expected: kind === 'special' ? 'null' : 'a value; for col and row a whole number, 0 or more',
      got: show(value),
      fix: 'give a territorial force its nation, region and tile, and a special force none',
    });
  }
  if (!isPlace(col) || !isPlace(row)) return;
  const first = tiles.get(`${col}/${row}`);
  tiles.set(`${col}/${row}`, first ?? id);
  if (first === undefined) return;
  yield problem('070', at(force, 'col'), {
    what: 'two forces stand on one tile',
    expected: `a tile that ${first} does not have`,
    got: `column ${col}, row ${row}`,
    fix: 'move one of the two to a free tile',
  });
}

function* code(force: Row<Force>, codes: Map<string, string>): Generator<Problem> {
  const { id, code: given } = force.row;
  const first = codes.get(given);
  codes.set(given, first ?? id);
  if (/^[A-Za-z]{1,3}$/.test(given) && first === undefined) return;
  yield problem('071', at(force, 'code'), {
    what: 'the code is too long for a tile, or another force has it',
    expected: `one to three letters${first === undefined ? '' : ` that ${first} does not have`}`,
    got: show(given),
    fix: 'give the force a code of its own',
  });
}

function* status(place: Place, { status: given, says, evidence }: Force['palantir' | 'liveFaces']) {
  const wrong = (field: 'says' | 'evidence', expected: string, got: unknown) =>
    problem('072', at(place, field), {
      what: `the ${field} does not go with the status ${show(given)}`,
      expected,
      got: show(got),
      fix: 'see the field forces in data/README.md',
    });
  const known = given !== 'not-known';
  const found = known && given !== 'none-found';
  if (known !== (says !== null)) yield wrong('says', known ? 'what is known' : 'null', says);
  if (found !== (evidence !== null)) yield wrong('evidence', found ? 'a label' : 'null', evidence);
}
