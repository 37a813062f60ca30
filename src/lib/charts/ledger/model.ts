import type { Dataset } from '$lib/data/schema.ts';
import { capitalize } from '$lib/data/format.ts';
import { hiddenText } from '$lib/data/filter.ts';
import { findFact } from '$lib/data/lookup.ts';
import { toCells, toListItem, fillIfVisible, describeChart, labelFor, MARK_LABELS } from '../model.ts';
import type { Drawn, Scene, ChartModel, Words } from '../model.ts';

/** One side of a row: a fact, and text in place of its name if the name is a question. */
export interface Entry {
  of: string;
  text?: string;
}

/** A row of the ledger: a claim, and its answer in a column of the same width. */
export interface LedgerRow {
  id: string;
  on: number;
  /** 1 with both sides, 0 with only its heading and icons. */
  open: number;
  heading: string;
  claim: Entry;
  answer: Entry;
  /**
   * The claim's figure, in large type; `boxed` draws a dashed box, because only the early article gives it.
   */
  figure?: string;
  boxed?: boolean;
}

/**
 * Police forces known to use the supplier, forces with no use found, and the number that would not say: never
 * a ranking.
 */
export interface Forces {
  on: number;
  users: string[];
  none: string[];
  silent: { of: string; text: string };
}

/** One complete state of the ledger chart. */
export interface LedgerScene extends Scene {
  rows: LedgerRow[];
  forces?: Forces;
}

export interface LedgerModel extends ChartModel {
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

const sure = ({ mark }: Words): string => (mark ? MARK_LABELS[mark] : '–');

/** Returns the forces as text, and as table rows with their facts. */
function stripOf(facts: Dataset, { on, users, none, silent: { of, text } }: Forces) {
  const force = (id: string, user: boolean) => ({ id, user, ...labelFor(facts, id) });
  const known = [...users.map((id) => force(id, true)), ...none.map((id) => force(id, false))];
  const silent = labelFor(facts, of, fillIfVisible(facts, text, 'Most forces: not known'));
  const listed = [
    ...known.map(({ id, user, text: label, mark }) => ({
      of: findFact(facts, id),
      label,
      text: user ? 'Bought or built on it, as reported' : 'No such contract found',
      mark,
    })),
    { of: findFact(facts, of), label: 'Most forces', text: silent.text, mark: silent.mark },
  ];
  return { on, known, silent, listed };
}

/**
 * Returns the model of the ledger chart: each claim for the contract with its support and its answer at equal
 * size, a strip of forces, and the texts, table and list of the same rows.
 */
export function ledgerModel(facts: Dataset, scene: LedgerScene): LedgerModel {
  const rows = scene.rows.map((row) => {
    const claim = labelFor(facts, row.claim.of, row.claim.text);
    return {
      id: row.id,
      on: row.on,
      open: row.open,
      heading: row.heading,
      figure: row.figure && claim.note === null ? fillIfVisible(facts, row.figure, '') : '',
      boxed: row.boxed ?? false,
      claim,
      answer: labelFor(facts, row.answer.of, row.answer.text),
    };
  });
  const shown = scene.rows.flatMap(({ claim, answer }, index) => {
    const row = rows[index];
    if (!row || row.on < 0.5 || row.open < 0.5) return [];
    return [
      { ...row, claimed: findFact(facts, claim.of), reply: findFact(facts, answer.of), said: answer.text },
    ];
  });
  const forces = scene.forces ? stripOf(facts, scene.forces) : null;
  const listed = forces && forces.on >= 0.5 ? forces.listed : [];
  return {
    ...describeChart(facts, scene, [
      ...shown.flatMap(({ claimed, reply }): Drawn[] => [claimed, reply]),
      ...listed.map(({ of }) => of),
    ]),
    readingGuide:
      'Each row is one claim: who makes it at the left, the answer at the right, at the same size, each with how sure we are of it. A dashed box holds a sum that only an early article gives.',
    table: {
      head: ['Row', 'The claim', 'How sure', 'The answer', 'How sure of the answer'],
      body: [
        ...shown.map(({ heading, claim, answer, claimed, reply, said }) =>
          toCells(facts, claimed.hiddenReason, heading, [
            claimed.text,
            sure(claim),
            reply.hiddenReason && facts.lens
              ? capitalize(hiddenText(reply.hiddenReason, facts.lens))
              : (said ?? reply.text),
            sure(answer),
          ]),
        ),
        ...listed.map(({ of, label, text, mark }) =>
          toCells(facts, of.hiddenReason, label, [text, mark ? MARK_LABELS[mark] : 'Not found', '–', '–']),
        ),
      ],
      ids: [...shown.map(({ claimed }) => claimed.id), ...listed.map(({ of }) => of.id)],
    },
    plain: [
      ...shown.map(({ heading, claim, answer, claimed }) =>
        toListItem(facts, claimed.hiddenReason, {
          label: heading,
          text: `${claim.text}. Answer: ${answer.text}`,
        }),
      ),
      ...listed.map(({ of, label, text }) => toListItem(facts, of.hiddenReason, { label, text })),
    ],
    rows,
    forces: forces && { on: forces.on, known: forces.known, silent: forces.silent },
  };
}
