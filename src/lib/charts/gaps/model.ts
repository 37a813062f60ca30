import type { Claim, Dataset, OpenQuestion } from '$lib/data/schema.ts';
import { numberToWords, capitalize } from '$lib/data/format.ts';
import { hiddenText } from '$lib/data/filter.ts';
import { findFact } from '$lib/data/lookup.ts';
import {
  toCells,
  toListItem,
  describeChart,
  MARK_LABELS,
  type Drawn,
  type Scene,
  type ChartModel,
} from '../model.ts';

/** The groups of open questions, in order, with their names. */
export const GROUPS = {
  papers: 'Papers',
  money: 'Money',
  proof: 'Proof and opinion',
  'after-june': 'After the record stops',
} as const satisfies Record<OpenQuestion['group'], string>;
export type Group = keyof typeof GROUPS;

/** The verdicts on an early article's claims, in order. */
export const VERDICTS = ['corroborated', 'contradicted', 'unverified'] as const satisfies Claim['verdict'][];

/** One complete state of the gaps chart. */
export interface GapsScene extends Scene {
  /** How far each group is expanded to show its questions: 0–1. */
  open: Record<Group, number>;
  /** Whether the edge of the dataset is drawn: 0–1. */
  edge: number;
  /** Whether the early article's claims are shown by verdict: 0–1. */
  claims: number;
}

export interface GapsModel extends ChartModel {
  groups: {
    id: Group;
    name: string;
    open: number;
    /** Whether the boxes are drawn as the empty squares of the money charts. */
    square: boolean;
    boxes: { id: string; text: string; isHidden: boolean }[];
  }[];
  edge: { on: number; text: string };
  claims: {
    on: number;
    rows: { verdict: Claim['verdict']; text: string; boxes: { id: string; isHidden: boolean }[] }[];
  };
}

/**
 * Returns the model of the gaps chart: groups of boxes in dataset order, and the texts, table and list of the
 * same rows.
 */
export function gapsModel(facts: Dataset, scene: GapsScene): GapsModel {
  const groups = Object.keys(GROUPS) as Group[];
  const asked = facts.questions.filter(({ group }) => scene.open[group] >= 0.5);
  const claims = scene.claims >= 0.5 ? facts.claims : [];
  const drawn = [...asked, ...claims].map(({ id }): Drawn => findFact(facts, id));
  const at = (verdict: Claim['verdict']) => facts.claims.filter((claim) => claim.verdict === verdict);
  const nameOf = (index: number): string => `Claim ${index + 1}`;
  return {
    ...describeChart(facts, scene, drawn, { questions: numberToWords(asked.length) }),
    readingGuide:
      'An empty box is a thing that nobody outside can see. A dashed square is a price or a sum. Small boxes are an early article’s claims: filled where the record supports one, crossed where it says otherwise, empty where nothing was found.',
    table: {
      head: ['Question or claim', 'Group or verdict', 'What was looked for or found'],
      body: [
        ...asked.map((row) =>
          toCells(
            facts,
            row.hiddenReason,
            row.hiddenReason ? `A question about ${GROUPS[row.group].toLowerCase()}` : row.question,
            [`${GROUPS[row.group]}: ${MARK_LABELS['not-published'].toLowerCase()}`, row.lookedFor],
          ),
        ),
        ...claims.map((row) =>
          toCells(facts, row.hiddenReason, row.hiddenReason ? nameOf(facts.claims.indexOf(row)) : row.claim, [
            capitalize(row.verdict),
            row.why,
          ]),
        ),
      ],
      ids: [...asked, ...claims].map(({ id }) => id),
    },
    plain: [
      ...asked.map((row) =>
        toListItem(facts, row.hiddenReason, { label: GROUPS[row.group], text: row.question }),
      ),
      ...claims.map((row) =>
        toListItem(facts, row.hiddenReason, { label: capitalize(row.verdict), text: row.claim }),
      ),
    ],
    groups: groups.map((id) => ({
      id,
      name: GROUPS[id],
      open: scene.open[id],
      square: id === 'money',
      boxes: facts.questions
        .filter(({ group }) => group === id)
        .map((row) => ({
          id: row.id,
          text:
            row.hiddenReason && facts.lens
              ? `A question that ${hiddenText(row.hiddenReason, facts.lens)}`
              : row.question,
          isHidden: Boolean(row.hiddenReason),
        })),
    })),
    edge: { on: scene.edge, text: `Our record stops in ${facts.record.cutOffText}` },
    claims: {
      on: scene.claims,
      rows: VERDICTS.map((verdict) => ({
        verdict,
        // The filter may hide some boxes, so the full count would be wrong.
        text: at(verdict).some(({ hiddenReason }) => hiddenReason)
          ? capitalize(verdict)
          : `${capitalize(numberToWords(at(verdict).length))} ${verdict}`,
        boxes: at(verdict).map(({ id, hiddenReason }) => ({ id, isHidden: Boolean(hiddenReason) })),
      })),
    },
  };
}
