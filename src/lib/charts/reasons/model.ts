import type { Dataset } from '$lib/data/schema.ts';
import { hiddenText } from '$lib/data/filter.ts';
import { getById, findFact, type FactView } from '$lib/data/lookup.ts';
import { capitalize } from '$lib/data/format.ts';
import { toCells, evidenceLabel, toListItem, describeChart, labelFor } from '../model.ts';
import type { Drawn, Scene, ChartModel, Words } from '../model.ts';

/** The four headings, and what a slip under each of them is. */
export const HEADINGS = {
  grounds: 'City Hall’s grounds',
  voiced: 'Could not decide',
  others: 'Other people’s reasons',
  'not-found': 'Not found as City Hall’s',
} as const;
export type Heading = keyof typeof HEADINGS;

/** A paper of the bundle: a reason under a heading, with the answer to it pinned to it at the same size. */
export interface Slip {
  id: string;
  on: number;
  under: Heading;
  /** The fact that answers it. */
  answer?: string;
  /** In place of the fact's name. */
  text?: string;
  /** That the fact holds no answer, in words. */
  answerText?: string;
}

/** One complete setting of the board. */
export interface ReasonsScene extends Scene {
  /** Those who made the decision, as cards joined by one bracket. */
  signers: { id: string; on: number }[];
  slips: Slip[];
}

/** A ghost slip is what an early article put there and nothing else does. */
export interface ReasonsModel extends ChartModel {
  signers: (Words & { id: string; on: number })[];
  slips: (Words & { id: string; on: number; under: Heading; ghost: boolean; answer: Words | null })[];
}

/** The fact that answers a slip, called as the scene calls it; null where the slip has no answer. */
const answerTo = (facts: Dataset, { answer, answerText }: Slip): FactView | null => {
  if (answer === undefined) return null;
  const row = findFact(facts, answer);
  return { ...row, name: answerText ?? row.name };
};

/** The answer as words in the picture. Where the scene says that none was found, no label can vouch for that. */
function answerLabel(facts: Dataset, answer?: string, answerText?: string): Words | null {
  if (answer === undefined) return null;
  const words = labelFor(facts, answer, answerText);
  return answerText === undefined ? words : { ...words, mark: null };
}

/** Who makes an argument, by name; a point of evidence names them in its own words. */
function whoSays(facts: Dataset, id: string): string {
  const argument = facts.arguments.find((row) => row.id === id);
  if (!argument) return '–';
  const people = argument.madeBy.map((name) => getById(facts.stakeholders, name).short);
  return [...people, ...argument.madeByOther].join('; ');
}

/**
 * The bundle undone: whose reason is whose.
 * @returns papers under their headings, and the words, table and twin of the same rows
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
