import type { Dataset } from '$lib/data/schema.ts';
import { hiddenText } from '$lib/data/filter.ts';
import { getById, findFact, type FactView } from '$lib/data/lookup.ts';
import { capitalize } from '$lib/data/format.ts';
import { toCells, evidenceLabel, toListItem, describeChart, labelFor } from '../model.ts';
import type { Drawn, Scene, ChartModel, Words } from '../model.ts';

/** The four headings. */
export const HEADINGS = {
  grounds: 'City Hall’s grounds',
  voiced: 'Could not decide',
  others: 'Other people’s reasons',
  'not-found': 'Not found as City Hall’s',
} as const;
export type Heading = keyof typeof HEADINGS;

/** A reason under a heading, with the answer beside it at the same size. */
export interface Slip {
  id: string;
  on: number;
  under: Heading;
  /** The fact that answers it. */
  answer?: string;
  /** Replaces the fact's name. */
  text?: string;
  /** States in words that the fact contains no answer. */
  answerText?: string;
}

/** One complete state of the reasons chart. */
export interface ReasonsScene extends Scene {
  /** The people who made the decision, as cards joined by one bracket. */
  signers: { id: string; on: number }[];
  slips: Slip[];
}

/** A ghost slip is a reason that only an early article gives. */
export interface ReasonsModel extends ChartModel {
  signers: (Words & { id: string; on: number })[];
  slips: (Words & { id: string; on: number; under: Heading; ghost: boolean; answer: Words | null })[];
}

/** Returns the fact that answers a slip, named as in the scene; null if the slip has no answer. */
const answerTo = (facts: Dataset, { answer, answerText }: Slip): FactView | null => {
  if (answer === undefined) return null;
  const row = findFact(facts, answer);
  return { ...row, name: answerText ?? row.name };
};

/**
 * Returns the answer as text in the chart. If the scene says that none was found, there is no label for that.
 */
function answerLabel(facts: Dataset, answer?: string, answerText?: string): Words | null {
  if (answer === undefined) return null;
  const words = labelFor(facts, answer, answerText);
  return answerText === undefined ? words : { ...words, mark: null };
}

/** Returns the names of those who make an argument; a point of evidence names them in its own text. */
function whoSays(facts: Dataset, id: string): string {
  const argument = facts.arguments.find((row) => row.id === id);
  if (!argument) return '–';
  const people = argument.madeBy.map((name) => getById(facts.stakeholders, name).short);
  return [...people, ...argument.madeByOther].join('; ');
}

/**
 * Returns the model of the reasons chart: slips under their headings, and the texts, table and list of the
 * same rows.
 */
export function reasonsModel(facts: Dataset, scene: ReasonsScene): ReasonsModel {
  const slips = scene.slips.filter(({ on }) => on >= 0.5);
  const signers = scene.signers
    .filter(({ on }) => on >= 0.5)
    .map(({ id }) => getById(facts.stakeholders, id));
  const drawn = [
    ...signers.map((row): Drawn => ({ ...row, name: row.short })),
    ...slips.flatMap(({ id, answer }) => [id, answer ?? []].flat()).map((id): Drawn => findFact(facts, id)),
  ];
  return {
    ...describeChart(facts, scene, drawn),
    readingGuide:
      'A slip is a reason; it lies under the heading that says whose it is. A picture pins the Met’s or Palantir’s answer to it at the same size; the table has every answer on record. The tape touches only City Hall’s own grounds.',
    table: {
      head: ['What', 'Heading', 'How sure', 'Who', 'Answer'],
      body: [
        ...signers.map((row) =>
          toCells(facts, row.hiddenReason, row.short, [
            'One decision',
            evidenceLabel(row.evidence),
            row.role,
            '–',
          ]),
        ),
        ...slips.map((slip) => {
          const { id, under, text } = slip;
          const row = findFact(facts, id);
          const reply = answerTo(facts, slip);
          return toCells(
            facts,
            row.hiddenReason,
            capitalize(text ?? (row.hiddenReason ? row.handle : row.name)),
            [
              HEADINGS[under],
              evidenceLabel(row.evidence),
              whoSays(facts, id),
              reply
                ? reply.hiddenReason && facts.lens
                  ? capitalize(hiddenText(reply.hiddenReason, facts.lens))
                  : reply.name
                : (facts.arguments.find((argument) => argument.id === id)?.counter ?? '–'),
            ],
          );
        }),
      ],
      ids: [...signers, ...slips].map(({ id }) => id),
    },
    plain: [
      ...signers.map((row) =>
        toListItem(facts, row.hiddenReason, { label: row.short, text: 'one decision with the others' }),
      ),
      ...slips.map((slip) => {
        const { id, under, text } = slip;
        const { name, handle, hiddenReason } = findFact(facts, id);
        const reply = answerTo(facts, slip);
        return toListItem(facts, hiddenReason, {
          label: text ?? (hiddenReason ? handle : name),
          text: `${HEADINGS[under]}${reply && !reply.hiddenReason ? `. Answer: ${reply.name}` : ''}`,
        });
      }),
    ],
    signers: scene.signers.map(({ id, on }) => ({ id, on, ...labelFor(facts, id) })),
    slips: scene.slips.map(({ id, on, under, answer, text, answerText }) => ({
      id,
      on,
      under,
      ghost: under === 'not-found',
      ...labelFor(facts, id, text),
      answer: answerLabel(facts, answer, answerText),
    })),
  };
}
