import type { Evidence, Source } from '../schema.ts';
import { at, problem, show, type Place, type Problem } from './problem.ts';
import { MATTERS } from './forces.ts';
import type { Reading } from './load-files.ts';

/** Source kinds that count as outlets. Campaigns, companies and aggregators do not. */
const OUTLETS: readonly Source['kind'][] = ['news', 'trade', 'academic'];

/** Access types that mean the text itself was read, not a report of it. */
const READ: readonly Source['access'][] = ['direct', 'repost', 'data'];

/**
 * Returns the publishing house, so that two titles of one house count once: "PA Media (Express & Star)" is PA
 * Media.
 */
const houseOf = ({ publisher }: Source) => publisher.replace(/\s*\(.*\)$/, '');

/** A labelled row or point, with those of its sources that the dataset contains. */
interface Labelled {
  place: Place;
  label: Evidence;
  note: string | null;
  ids: readonly string[];
  sources: readonly Source[];
}

/** Checks the evidence for labels and verdicts: rules 040 to 045. */
export function* labels(reading: Reading): Generator<Problem> {
  const byId = new Map(reading.sources.map(({ row }) => [row.id, row]));
  const sourcesOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);

  const { amounts, timeline, stakeholders, arguments: args, points, polls, forces } = reading;
  const statuses = forces.flatMap((force) =>
    MATTERS.map((matter) => ({ ...at(force, matter), row: force.row[matter] })),
  );
  for (const place of [...amounts, ...timeline, ...stakeholders, ...args, ...points, ...polls, ...statuses]) {
    const { evidence: label, note, sources: ids } = place.row;
    if (label === null) continue;
    const labelled = { place, label, note, ids, sources: sourcesOf(ids) };
    yield* sourced(place, ids);
    // A missing or malformed source could support any label.
    if (ids.length > 0 && labelled.sources.length === ids.length) yield* carried(labelled);
  }
  for (const { row, ...place } of args) yield* sourced(place, row.counterSources, 'counterSources');
  for (const { row, ...place } of reading.questions) yield* sourced(place, row.sources);
  for (const { row, ...place } of reading.cases) yield* sourced(place, row.answerSources, 'answerSources');
  for (const { row, ...place } of statuses)
    if (row.status === 'none-found') yield* sourced(place, row.sources);
  for (const { row, ...place } of reading.claims) {
    if (row.verdict !== 'unverified') yield* sourced(place, row.sources);
    yield* notOwnWitness(place, sourcesOf(row.sources));
  }
  for (const { row, ...place } of reading.glossary) {
    const sources = sourcesOf(row.sources);
    yield* notOwnWitness(place, sources);
    if (row.official && sources.length === row.sources.length) yield* officialTerm(place, sources);
  }
}

function* sourced(place: Place, ids: readonly string[], field = 'sources'): Generator<Problem> {
  if (ids.length > 0) return;
  yield problem('040', at(place, field), {
    what: 'a statement names no source',
    expected: 'at least one id of sources.json',
    got: '[]',
    fix: 'name the source, or take the statement out',
  });
}

function* carried(labelled: Labelled): Generator<Problem> {
  yield* official(labelled);
  yield* reported(labelled);
  yield* unconfirmed(labelled);
  yield* contested(labelled);
}

/** Formats a label and its sources for a message. */
const resting = ({ label, ids }: Labelled) => `${label} from ${show(ids)}`;

function* official(labelled: Labelled): Generator<Problem> {
  const isRead = ({ kind, access }: Source) => kind === 'official' && READ.includes(access);
  if (labelled.label !== 'official' || labelled.sources.some(isRead)) return;
  yield problem('041', at(labelled.place, 'evidence'), {
    what: 'the label is official, the sources are not',
    expected: `an official source that was read: ${READ.join(', ')}`,
    got: resting(labelled),
    fix: 'name the body’s own document, or weaken the label',
  });
}

function* officialTerm(place: Place, sources: readonly Source[]): Generator<Problem> {
  if (sources.some(({ kind }) => kind === 'official')) return;
  yield problem('041', at(place, 'official'), {
    what: 'the definition is official, the sources are not',
    expected: 'a source of kind official',
    got: show(sources.map(({ id }) => id)),
    fix: 'name the body’s own document, or write false',
  });
}

function* reported(labelled: Labelled): Generator<Problem> {
  const outlets = new Set(labelled.sources.filter(({ kind }) => OUTLETS.includes(kind)).map(houseOf));
  if (labelled.label !== 'reported' || outlets.size >= 2) return;
  yield problem('042', at(labelled.place, 'evidence'), {
    what: 'the label says two outlets, the sources do not',
    expected: `two houses of kind ${OUTLETS.join(', ')}; there is ${[...outlets].join() || 'none'}`,
    got: resting(labelled),
    fix: 'name a second outlet, or weaken the label to single',
  });
}

function* unconfirmed(labelled: Labelled): Generator<Problem> {
  const early = labelled.sources.some(({ kind }) => kind === 'seed');
  if (early && labelled.ids.length > 1) {
    yield problem('044', at(labelled.place, 'sources'), {
      what: 'the early article shares a row with other sources',
      expected: 'the early article alone, or not at all',
      got: resting(labelled),
      fix: 'split the row in two',
    });
  } else if (early !== (labelled.label === 'unconfirmed')) {
    yield problem('043', at(labelled.place, 'evidence'), {
      what: early ? 'what only the early article says is not marked so' : 'other sources say it too',
      expected: early ? '"unconfirmed"' : 'another label, or the early article alone',
      got: resting(labelled),
      fix: 'let the label follow the sources',
    });
  }
}

function* notOwnWitness(place: Place, sources: readonly Source[]): Generator<Problem> {
  if (!sources.some(({ kind }) => kind === 'seed')) return;
  yield problem('044', at(place, 'sources'), {
    what: 'the early article is called to witness for itself',
    expected: 'other sources',
    got: show(sources.map(({ id }) => id)),
    fix: 'take it out; an unverified claim may have no source',
  });
}

function* contested(labelled: Labelled): Generator<Problem> {
  if (labelled.label !== 'contested' || (labelled.note !== null && labelled.ids.length > 1)) return;
  yield problem('045', at(labelled.place, 'evidence'), {
    what: 'the row is contested, but not between whom',
    expected: 'two sources and a note that says how they conflict',
    got: resting(labelled),
    fix: 'name both sources and write the note',
  });
}
