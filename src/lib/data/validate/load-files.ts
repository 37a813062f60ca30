import type * as v from 'valibot';
import {
  Amount,
  Argument,
  Case,
  Claim,
  Comparison,
  DatedEvent,
  fileOf,
  Figure,
  Force,
  Notice,
  OpenQuestion,
  Option,
  Poll,
  RecordInfo,
  Source,
  Stakeholder,
  Tension,
  Term,
  Update,
  type Point,
} from '../schema.ts';
import { findFact, rowsOf, type Row } from './structure.ts';
import { isObject, readDoc, type Doc } from './json-file.ts';
import { at, type Place, type Problem } from './problem.ts';

/** The kind of thing with an id: a row of a file, or a point, a side or a question to weigh inside a row. */
export type Kind = Exclude<keyof typeof fileOf, 'record'> | 'point' | 'side' | 'weighing';

/** The place of an id, the kind of thing it names, and the raw value. */
export interface Entry extends Place {
  kind: Kind;
  thing: Readonly<Record<string, unknown>>;
}

/** The whole dataset as read, ready for the rules. */
export interface Reading {
  docs: readonly Doc[];
  /** Rows that match their schema. */
  amounts: readonly Row<Amount>[];
  timeline: readonly Row<DatedEvent>[];
  stakeholders: readonly Row<Stakeholder>[];
  arguments: readonly Row<Argument>[];
  tensions: readonly Row<Tension>[];
  options: readonly Row<Option>[];
  glossary: readonly Row<Term>[];
  claims: readonly Row<Claim>[];
  sources: readonly Row<Source>[];
  questions: readonly Row<OpenQuestion>[];
  figures: readonly Row<Figure>[];
  comparisons: readonly Row<Comparison>[];
  updates: readonly Row<Update>[];
  forces: readonly Row<Force>[];
  polls: readonly Row<Poll>[];
  notices: readonly Row<Notice>[];
  cases: readonly Row<Case>[];
  record: readonly Row<RecordInfo>[];
  /** Points of evidence and facts of options, from every file. */
  points: readonly Row<Point>[];
  /** Every id, from valid and malformed rows; for a duplicate id, the first entry. */
  ids: ReadonlyMap<string, Entry>;
  /** Form problems of files and rows. */
  problems: readonly Problem[];
  /** Whether every file could be read. If not, other rules would report only missing rows. */
  readable: boolean;
}

/** Reads all dataset files, by file name; ignores other files. */
export function readAll(files: ReadonlyMap<string, string | Uint8Array>): Reading {
  const docOf = (key: keyof typeof fileOf) => readDoc(fileOf[key], files.get(fileOf[key]));
  const docs = {
    amounts: docOf('amounts'),
    timeline: docOf('timeline'),
    stakeholders: docOf('stakeholders'),
    arguments: docOf('arguments'),
    tensions: docOf('tensions'),
    options: docOf('options'),
    glossary: docOf('glossary'),
    claims: docOf('claims'),
    sources: docOf('sources'),
    questions: docOf('questions'),
    figures: docOf('figures'),
    comparisons: docOf('comparisons'),
    updates: docOf('updates'),
    forces: docOf('forces'),
    polls: docOf('polls'),
    notices: docOf('notices'),
    cases: docOf('cases'),
    record: docOf('record'),
  };
  const all = Object.values(docs);
  const problems = all.flatMap((doc) => doc.problems);
  const rows = <S extends v.GenericSchema>(schema: S, doc: Doc) =>
    doc.value === undefined ? [] : rowsOf(schema, doc, problems);

  const tensions = rows(Tension, docs.tensions);
  const options = rows(Option, docs.options);
  return {
    docs: all,
    amounts: rows(Amount, docs.amounts),
    timeline: rows(DatedEvent, docs.timeline),
    stakeholders: rows(Stakeholder, docs.stakeholders),
    arguments: rows(Argument, docs.arguments),
    tensions,
    options,
    glossary: rows(Term, docs.glossary),
    claims: rows(Claim, docs.claims),
    sources: rows(Source, docs.sources),
    questions: rows(OpenQuestion, docs.questions),
    figures: rows(Figure, docs.figures),
    comparisons: rows(Comparison, docs.comparisons),
    updates: rows(Update, docs.updates),
    forces: rows(Force, docs.forces),
    polls: rows(Poll, docs.polls),
    notices: rows(Notice, docs.notices),
    cases: rows(Case, docs.cases),
    record:
      docs.record.value === undefined
        ? []
        : findFact(RecordInfo, { file: docs.record.file, pointer: '' }, docs.record.value, problems),
    points: [...pointsOf(tensions, options)],
    ids: idsIn(docs),
    problems,
    readable: all.every((doc) => doc.value !== undefined),
  };
}

function* pointsOf(
  tensions: readonly Row<Tension>[],
  options: readonly Row<Option>[],
): Generator<Row<Point>> {
  for (const tension of tensions) {
    for (const [s, side] of tension.row.sides.entries()) {
      for (const [p, row] of side.evidence.entries())
        yield { ...at(tension, 'sides', s, 'evidence', p), row };
    }
  }
  for (const option of options) {
    for (const [f, row] of option.row.facts.entries()) yield { ...at(option, 'facts', f), row };
  }
}

const FILES = [
  'amounts',
  'timeline',
  'stakeholders',
  'arguments',
  'tensions',
  'options',
  'glossary',
  'claims',
  'sources',
  'questions',
  'figures',
  'comparisons',
  'updates',
  'forces',
  'polls',
  'notices',
  'cases',
] as const satisfies Kind[];

/** Kinds of things with ids inside a row, by pointer. */
const INSIDE: readonly (readonly [Kind, RegExp])[] = [
  ['side', /^\/\d+\/sides\/\d+$/],
  ['point', /^\/\d+\/(?:sides\/\d+\/evidence|facts)\/\d+$/],
  ['weighing', /^\/\d+\/questions\/\d+$/],
];

function idsIn(docs: Readonly<Record<(typeof FILES)[number], Doc>>): Map<string, Entry> {
  const ids = new Map<string, Entry>();
  for (const file of FILES) {
    const doc = docs[file];
    for (const { pointer, value: thing } of doc.nodes) {
      if (!isObject(thing) || typeof thing['id'] !== 'string' || ids.has(thing['id'])) continue;
      const kind = /^\/\d+$/.test(pointer) ? file : INSIDE.find(([, place]) => place.test(pointer))?.[0];
      if (kind) ids.set(thing['id'], { kind, file: doc.file, pointer, thing });
    }
  }
  return ids;
}
