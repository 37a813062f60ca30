import type { Dataset, Tension } from '$lib/data/schema.ts';
import { getById, findFact } from '$lib/data/lookup.ts';
import { toCells, evidenceLabel, toListItem, describeChart, labelFor } from '../model.ts';
import type { Scene, ChartModel, Words } from '../model.ts';

/** A column of evidence: one side of a tension, and the points of it to draw. */
export interface Column {
  id: string;
  on: number;
  points: string[];
}

/** A reader's weight for each tension; whole numbers that add up to 100. */
export type Weights = Record<string, number>;

/** One complete state of the balance chart. Both columns have the same width; nothing tips. */
export interface BalanceScene extends Scene {
  left: Column[];
  right: Column[];
  /** The reader's own weights, which put questions in an order: illustrative, never a verdict. */
  weights?: { on: number; of: Weights };
}

export interface SetPoint extends Words {
  id: string;
}

export interface BalanceModel extends ChartModel {
  columns: { id: string; at: 'left' | 'right'; on: number; title: string; points: SetPoint[] }[];
  weights: {
    on: number;
    shares: { id: string; name: string; share: number }[];
    questions: { id: string; text: string; of: string }[];
  } | null;
}

/** Slider name of each tension: its last word names the end that a reader may want more of. */
const HANDLES: Readonly<Record<string, string>> = {
  'speed-vs-scrutiny': 'Speed or care',
  'domestic-vs-foreign': 'Independence',
  'transparency-vs-effectiveness': 'Openness',
};

/** Returns the name of a tension's slider. */
export const handleOf = ({ id, title }: Pick<Tension, 'id' | 'title'>): string => HANDLES[id] ?? title;

/** Returns equal weights for some tensions: whole numbers that add up to 100. */
export function equalWeights(ids: readonly string[]): Weights {
  const share = Math.floor(100 / ids.length);
  return Object.fromEntries(
    ids.map((id, index) => [id, index === 0 ? 100 - share * (ids.length - 1) : share]),
  );
}

/** Formats weights for an address, in dataset order: “35-40-25”. */
export const weightsText = (weights: Weights): string => Object.values(weights).join('-');

/**
 * Parses the output of `weightsText` for the same number of ids; returns null for anything else. Pure and
 * total.
 */
export function weightsFrom(text: string, ids: readonly string[]): Weights | null {
  const parts = text.split('-').map(Number);
  // No weight can be negative: a minus sign would be one more hyphen.
  if (parts.length !== ids.length || !parts.every(Number.isInteger)) return null;
  if (parts.reduce((sum, part) => sum + part, 0) !== 100) return null;
  return Object.fromEntries(ids.map((id, index) => [id, parts[index] ?? 0]));
}

/**
 * Returns the weights after a change to one of them: the others share the rest in their previous proportion,
 * in whole numbers that still add up to 100. Pure and total: a value that is not a number counts as 0.
 */
export function reweighed(weights: Weights, id: string, value: number): Weights {
  const ids = Object.keys(weights);
  if (!ids.includes(id)) return weights;
  const moved = Number.isFinite(value) ? Math.round(Math.min(100, Math.max(0, value))) : 0;
  const others = ids.filter((one) => one !== id);
  const before = others.reduce((sum, one) => sum + (weights[one] ?? 0), 0);
  const shares = others.map((one) => {
    const exact = (100 - moved) * (before > 0 ? (weights[one] ?? 0) / before : 1 / others.length);
    return { one, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  const left = 100 - moved - shares.reduce((sum, { whole }) => sum + whole, 0);
  // The weights that lost most by rounding down get the remainder.
  const first = new Set(
    [...shares]
      .sort((a, b) => b.rest - a.rest)
      .slice(0, left)
      .map(({ one }) => one),
  );
  const result = new Map(shares.map(({ one, whole }) => [one, whole + Number(first.has(one))]));
  return Object.fromEntries(ids.map((one) => [one, one === id ? moved : (result.get(one) ?? 0)]));
}

/**
 * Returns questions in the order of a reader's weights. They are distributed in proportion, so that a tension
 * with twice the weight has two questions before another's first. A tension without weight comes last. Ties
 * keep the dataset order.
 */
export function questionsBy(
  tensions: readonly Pick<Tension, 'id' | 'questions'>[],
  weights: Weights,
): { id: string; text: string; of: string }[] {
  return tensions
    .flatMap(({ id, questions }, tension) =>
      questions.map((question, rank) => ({
        of: id,
        id: question.id,
        text: question.text,
        // The highest-averages method, as used to allocate seats.
        turn: (weights[id] ?? 0) / (rank + 1),
        place: rank * tensions.length + tension,
      })),
    )
    .sort((a, b) => b.turn - a.turn || a.place - b.place)
    .map(({ id, text, of }) => ({ id, text, of }));
}

function sideOf(facts: Dataset, id: string) {
  const sides = facts.tensions.flatMap((tension) => tension.sides);
  return getById(sides, id);
}

/**
 * Returns the model of the balance chart: two columns of evidence for the sides of a tension, or a reader's
 * weights, and the texts, table and list of the same rows.
 */
export function balanceModel(facts: Dataset, scene: BalanceScene): BalanceModel {
  const columns = [
    ...scene.left.map((column) => ({ ...column, at: 'left' as const })),
    ...scene.right.map((column) => ({ ...column, at: 'right' as const })),
  ];
  const shown = columns
    .filter(({ on }) => on >= 0.5)
    .flatMap(({ id, points }) =>
      points.map((point) => ({ side: sideOf(facts, id).label, ...findFact(facts, point) })),
    );
  const weighed = scene.weights;
  const questions = questionsBy(facts.tensions, weighed?.of ?? {});
  const asked = weighed && weighed.on >= 0.5 ? questions : [];
  const tensionOf = (id: string) => getById(facts.tensions, id);
  return {
    ...describeChart(facts, scene, shown),
    readingGuide:
      'Each side of the level tape has the same room. A point is one piece of evidence with how sure we are of it; their number is not a score. The last picture orders questions by your own weights: it is illustrative.',
    table: {
      head: ['Point', 'Side', 'How sure', 'In full'],
      body: [
        ...shown.map((row) =>
          toCells(facts, row.hiddenReason, row.hiddenReason ? row.handle : row.name, [
            row.side,
            `${evidenceLabel(row.evidence)}${row.inference ? '; our reading' : ''}`,
            row.text,
          ]),
        ),
        ...asked.map(({ text, of }) => [
          text,
          handleOf(tensionOf(of)),
          'Illustrative: a question to ask',
          '–',
        ]),
      ],
      ids: [...shown.map(({ id }) => id), ...asked.map(({ of }) => of)],
    },
    plain: [
      ...shown.map((row) => toListItem(facts, row.hiddenReason, { label: row.side, text: row.name })),
      ...asked.map(({ text, of }) => ({ label: handleOf(tensionOf(of)), text })),
    ],
    columns: columns.map(({ id, at, on, points }) => ({
      id,
      at,
      on,
      title: sideOf(facts, id).label,
      points: points.map((point) => ({ id: point, ...labelFor(facts, point) })),
    })),
    weights: weighed
      ? {
          on: weighed.on,
          shares: facts.tensions.map((tension) => ({
            id: tension.id,
            name: handleOf(tension),
            share: weighed.of[tension.id] ?? 0,
          })),
          questions,
        }
      : null,
  };
}
