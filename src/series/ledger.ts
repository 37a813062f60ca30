import type { Facts } from '#facts/schema.ts';
import { sentence } from '#facts/figures.ts';
import { veilText } from '#facts/lens.ts';
import { rowOf } from '#facts/rows.ts';
import { cellsOf, plainOf, tellThrough, toldOf, wordsOf, MARK_WORDS } from './series.ts';
import type { Drawn, Scene, Series, Words } from './series.ts';

/** One side of a row: a fact, and words in place of its name where its name is a question. */
export interface Entry {
  of: string;
  text?: string;
}

/** A row of the ledger: a claim, and the answer to it in a column of the same width. */
export interface LedgerRow {
  id: string;
  on: number;
  /** 1 with both its sides, 0 only its heading and marks. */
  open: number;
  heading: string;
  claim: Entry;
  answer: Entry;
  /** The claim's figure, large; with `boxed`, in a dashed box: nothing but the early article gives it. */
  figure?: string;
  boxed?: boolean;
}

/** Who is known to use the supplier, for whom no use was found, and how many would not tell: never a ranking. */
export interface Forces {
  on: number;
  users: string[];
  none: string[];
  silent: { of: string; text: string };
}

/** One complete setting of the ledger. */
export interface LedgerScene extends Scene {
  rows: LedgerRow[];
  forces?: Forces;
}

export interface LedgerSeries extends Series {
  rows: {
    id: string;
    on: number;
    open: number;
    heading: string;
    figure: string;
    boxed: boolean;
    claim: Words;
    answer: Words;
  }[];
  forces: { on: number; known: (Words & { id: string; user: boolean })[]; silent: Words } | null;
}

const sure = ({ mark }: Words): string => (mark ? MARK_WORDS[mark] : '–');

/**
 * The ledger: each claim for the contract with what supports it, and the answer at equal size.
 * @returns rows in order, a strip of forces, and the words, table and twin of the same rows
 */
export function ledgerSeries(facts: Facts, scene: LedgerScene): LedgerSeries {
  const rows = scene.rows.map((row) => {
    const claim = wordsOf(facts, row.claim.of, row.claim.text);
    return {
      id: row.id,
      on: row.on,
      open: row.open,
      heading: row.heading,
      figure: row.figure && claim.note === null ? tellThrough(facts, row.figure, '') : '',
      boxed: row.boxed ?? false,
      claim,
      answer: wordsOf(facts, row.answer.of, row.answer.text),
    };
  });
  const shown = scene.rows.filter(({ on, open }) => on >= 0.5 && open >= 0.5);
  const force = (id: string, user: boolean) => ({ id, user, ...wordsOf(facts, id) });
  const { forces } = scene;
  const strip = forces && {
    on: forces.on,
    known: [...forces.users.map((id) => force(id, true)), ...forces.none.map((id) => force(id, false))],
    silent: wordsOf(
      facts,
      forces.silent.of,
      tellThrough(facts, forces.silent.text, 'Most forces: not known'),
    ),
  };
  const listed = strip && strip.on >= 0.5 ? strip : null;
  const drawn = [
    ...shown.flatMap(({ claim, answer }): Drawn[] => [rowOf(facts, claim.of), rowOf(facts, answer.of)]),
    ...(listed ? listed.known.map(({ id }) => rowOf(facts, id)) : []),
    ...(listed && forces ? [rowOf(facts, forces.silent.of)] : []),
  ];
  const texts = (id: string) => rows.find((row) => row.id === id);
  const forceRows = listed
    ? [
        ...listed.known.map(({ id, user, text, mark }) => ({
          id,
          veil: rowOf(facts, id).veil,
          cells: [text, user ? 'Known to use Palantir’s software' : 'No such contract found'],
          mark,
        })),
        ...(forces
          ? [
              {
                id: forces.silent.of,
                veil: rowOf(facts, forces.silent.of).veil,
                cells: ['Most forces', listed.silent.text],
                mark: listed.silent.mark,
              },
            ]
          : []),
      ]
    : [];
  return {
    ...toldOf(facts, scene, drawn),
    howToRead:
      'Each row is one claim: who makes it at the left, the answer at the right, at the same size, each with how sure we are of it. A dashed box holds a sum that only an early article gives.',
    table: {
      head: ['Row', 'The claim', 'How sure', 'The answer', 'How sure of the answer'],
      body: [
        ...shown.map(({ id, heading, claim, answer }) => {
          const row = texts(id);
          const { text: claimText, veil } = rowOf(facts, claim.of);
          const reply = rowOf(facts, answer.of);
          return cellsOf(facts, veil, heading, [
            claimText,
            row ? sure(row.claim) : '–',
            reply.veil && facts.lens
              ? sentence(veilText(reply.veil, facts.lens))
              : (answer.text ?? reply.text),
            row ? sure(row.answer) : '–',
          ]);
        }),
        ...forceRows.map(({ veil, cells: [name = '', what = ''], mark }) =>
          cellsOf(facts, veil, name, [what, mark ? MARK_WORDS[mark] : 'Not found', '–', '–']),
        ),
      ],
      ids: [...shown.map(({ claim }) => claim.of), ...forceRows.map(({ id }) => id)],
    },
    plain: [
      ...shown.map(({ id, heading, claim }) => {
        const row = texts(id);
        return plainOf(facts, rowOf(facts, claim.of).veil, {
          label: heading,
          text: row ? `${row.claim.text}. Answer: ${row.answer.text}` : '',
        });
      }),
      ...forceRows.map(({ veil, cells: [label = '', text = ''] }) => plainOf(facts, veil, { label, text })),
    ],
    rows,
    forces: strip ?? null,
  };
}
