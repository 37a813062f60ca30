import type { Facts } from '$lib/data/schema.ts';
import { veilText } from '$lib/data/filter.ts';
import { need, rowOf, type AnyRow } from '$lib/data/lookup.ts';
import { sentence } from '$lib/data/format.ts';
import { cellsOf, evidenceWord, plainOf, toldOf, wordsOf } from '../model.ts';
import type { Drawn, Scene, Series, Words } from '../model.ts';

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
export interface ReasonsSeries extends Series {
  signers: (Words & { id: string; on: number })[];
  slips: (Words & { id: string; on: number; under: Heading; ghost: boolean; answer: Words | null })[];
}

/** The fact that answers a slip, called as the scene calls it; null where the slip has no answer. */
const replyTo = (facts: Facts, { answer, answerText }: Slip): AnyRow | null => {
  if (answer === undefined) return null;
  const row = rowOf(facts, answer);
  return { ...row, name: answerText ?? row.name };
};

/** The answer as words in the picture. Where the scene says that none was found, no label can vouch for that. */
function replyWords(facts: Facts, answer?: string, answerText?: string): Words | null {
  if (answer === undefined) return null;
  const words = wordsOf(facts, answer, answerText);
  return answerText === undefined ? words : { ...words, mark: null };
}

/** Who makes an argument, by name; a point of evidence names them in its own words. */
function whoSays(facts: Facts, id: string): string {
  const argument = facts.arguments.find((row) => row.id === id);
  if (!argument) return '–';
  const people = argument.madeBy.map((name) => need(facts.stakeholders, name).short);
  return [...people, ...argument.madeByOther].join('; ');
}

/**
 * The bundle undone: whose reason is whose.
 * @returns papers under their headings, and the words, table and twin of the same rows
 */
export function reasonsSeries(facts: Facts, scene: ReasonsScene): ReasonsSeries {
  const slips = scene.slips.filter(({ on }) => on >= 0.5);
  const signers = scene.signers.filter(({ on }) => on >= 0.5).map(({ id }) => need(facts.stakeholders, id));
  const drawn = [
    ...signers.map((row): Drawn => ({ ...row, name: row.short })),
    ...slips.flatMap(({ id, answer }) => [id, answer ?? []].flat()).map((id): Drawn => rowOf(facts, id)),
  ];
  return {
    ...toldOf(facts, scene, drawn),
    howToRead:
      'A slip is a reason; it lies under the heading that says whose it is. A picture pins the Met’s or Palantir’s answer to it at the same size; the table has every answer on record. The tape touches only City Hall’s own grounds.',
    table: {
      head: ['What', 'Heading', 'How sure', 'Who', 'Answer'],
      body: [
        ...signers.map((row) =>
          cellsOf(facts, row.veil, row.short, ['One decision', evidenceWord(row.evidence), row.role, '–']),
        ),
        ...slips.map((slip) => {
          const { id, under, text } = slip;
          const row = rowOf(facts, id);
          const reply = replyTo(facts, slip);
          return cellsOf(facts, row.veil, sentence(text ?? (row.veil ? row.handle : row.name)), [
            HEADINGS[under],
            evidenceWord(row.evidence),
            whoSays(facts, id),
            reply
              ? reply.veil && facts.lens
                ? sentence(veilText(reply.veil, facts.lens))
                : reply.name
              : (facts.arguments.find((argument) => argument.id === id)?.counter ?? '–'),
          ]);
        }),
      ],
      ids: [...signers, ...slips].map(({ id }) => id),
    },
    plain: [
      ...signers.map((row) =>
        plainOf(facts, row.veil, { label: row.short, text: 'one decision with the others' }),
      ),
      ...slips.map((slip) => {
        const { id, under, text } = slip;
        const { name, handle, veil } = rowOf(facts, id);
        const reply = replyTo(facts, slip);
        return plainOf(facts, veil, {
          label: text ?? (veil ? handle : name),
          text: `${HEADINGS[under]}${reply && !reply.veil ? `. Answer: ${reply.name}` : ''}`,
        });
      }),
    ],
    signers: scene.signers.map(({ id, on }) => ({ id, on, ...wordsOf(facts, id) })),
    slips: scene.slips.map(({ id, on, under, answer, text, answerText }) => ({
      id,
      on,
      under,
      ghost: under === 'not-found',
      ...wordsOf(facts, id, text),
      answer: replyWords(facts, answer, answerText),
    })),
  };
}
