import type { Dataset, Stakeholder } from '$lib/data/schema.ts';
import { formatDate, numberToWords } from '$lib/data/format.ts';
import { toCells, evidenceLabel, toListItem, describeChart, type Scene, type ChartModel } from '../model.ts';

/** A voice whose name is shown, with a tag if its statement was about something else. */
export interface LitVoice {
  id: string;
  on: number;
  tag?: string;
}

/**
 * One complete state of the positions chart. Statements on this contract are above, related ones below, never
 * mixed.
 */
export interface PositionsScene extends Scene {
  /** Statements about the contract as rows with names (1) or as bare marks (0). */
  rows: number;
  /** How far rows that count as one voice have merged: 0–1. */
  fold: number;
  /** Whether the related statements are shown: 0–1. */
  related: number;
  /** Whether the voices without a known statement are shown, with their names: 0–1. */
  silent: number;
  lit: LitVoice[];
}

/** The shelves from the top: statements on the contract, related statements, and silence. */
export const SHELVES = ['on-deal', 'related', 'silent'] as const;
export type Shelf = (typeof SHELVES)[number];

/** A voice as a mark. */
export interface VoiceMark {
  id: string;
  name: string;
  tag: string | null;
  shelf: Shelf;
  /** Place on the scale from −2 (stop) to 2 (sign); `null` if outside it. */
  place: number | null;
  /** 0 for a bare mark in its pile, 1 for a row with its name. */
  open: number;
  /** Share of a row's height: 0 when another row has replaced it. */
  weight: number;
  /** Rows above it on its shelf; open rows count in full. */
  row: number;
  opacity: number;
  evidence: Stakeholder['evidence'];
  /** Whether only the early article gives this position. */
  unconfirmed: boolean;
  /** Whether the filter hides the position: an outline replaces it. */
  isHidden: boolean;
}

export interface PositionsModel extends ChartModel {
  marks: VoiceMark[];
  /** Presence of each shelf, 0–1, and its number of open rows. */
  shelves: Record<Shelf, { on: number; rows: number }>;
}

const PLACES: Readonly<Record<NonNullable<Stakeholder['stance']>, number>> = {
  'opposes-deal': -2,
  'leans-against': -1,
  'neutral-or-split': 0,
  'leans-for': 1,
  'supports-deal': 2,
};

/** Positions as printed, from stop to sign. */
export const STANCE_LABELS: Readonly<Record<NonNullable<Stakeholder['stance']>, string>> = {
  'opposes-deal': 'Against',
  'leans-against': 'Leaning against',
  'neutral-or-split': 'Conditional or split',
  'leans-for': 'Leaning for',
  'supports-deal': 'For',
};

const ABOUT: Readonly<Record<Stakeholder['basis'], string>> = {
  'on-deal': 'this contract',
  related: 'something near it',
  'seed-only': 'the early article’s word only',
  'none-found': 'no position found',
};

const shelfOf = (voice: Stakeholder): Shelf =>
  voice.basis === 'on-deal' ? 'on-deal' : voice.basis === 'none-found' ? 'silent' : 'related';

const placeOf = (voice: Stakeholder): number | null => (voice.stance === null ? null : PLACES[voice.stance]);

/** Sorts by shelf, place from stop to sign, date, then name: the order of marks, table and list. */
function inOrder(facts: Dataset): Stakeholder[] {
  const key = (voice: Stakeholder): string =>
    [SHELVES.indexOf(shelfOf(voice)), (placeOf(voice) ?? 3) + 2, voice.statedOn ?? '9', voice.name].join('|');
  return [...facts.stakeholders].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Returns the row that represents all rows that count as one voice: the body if there is one. */
function speakerOf(facts: Dataset, voice: Stakeholder): Stakeholder {
  const same = facts.stakeholders.filter((row) => row.countsAs === voice.countsAs);
  return same.find((row) => row.kind === 'body') ?? same.find((row) => row.id === voice.countsAs) ?? voice;
}

function marksOf(
  facts: Dataset,
  scene: PositionsScene,
): { marks: VoiceMark[]; shelves: PositionsModel['shelves'] } {
  const shelves: PositionsModel['shelves'] = {
    'on-deal': { on: 1, rows: 0 },
    related: { on: scene.related, rows: 0 },
    silent: { on: scene.silent, rows: 0 },
  };
  const findFact = new Map<string, number>();
  const marks = inOrder(facts).map((voice): VoiceMark => {
    const shelf = shelfOf(voice);
    const lit = scene.lit.find((item) => item.id === voice.id);
    const byShelf = shelf === 'on-deal' ? scene.rows : shelf === 'silent' ? scene.silent : 0;
    const open = Math.max(byShelf, lit?.on ?? 0);
    const weight = speakerOf(facts, voice).id === voice.id ? 1 : 1 - scene.fold;
    const row = shelves[shelf].rows;
    shelves[shelf].rows += open * weight;
    findFact.set(voice.id, row);
    return {
      id: voice.id,
      name: voice.short,
      tag: lit?.tag ?? null,
      shelf,
      place: placeOf(voice),
      open,
      weight,
      row,
      opacity: Math.max(shelves[shelf].on, lit?.on ?? 0) * weight,
      evidence: voice.hiddenReason ? null : voice.evidence,
      unconfirmed: voice.basis === 'seed-only',
      isHidden: Boolean(voice.hiddenReason),
    };
  });
  // Merging rows move onto the row that represents them.
  const folded = marks.map((mark) => {
    const voice = facts.stakeholders.find((row) => row.id === mark.id);
    const speaker = voice && findFact.get(speakerOf(facts, voice).id);
    return { ...mark, row: mark.row + ((speaker ?? mark.row) - mark.row) * (1 - mark.weight) };
  });
  return { marks: folded, shelves };
}

/**
 * Returns the counts that a scene's texts may use: `{stop}`, `{lean-stop}`, `{split}`, `{lean-sign}`,
 * `{sign}`, `{marks}`, `{lit}`.
 */
function countsOf(marks: readonly VoiceMark[], scene: PositionsScene): Record<string, string> {
  const there = marks.filter((mark) => mark.shelf === 'on-deal' && mark.weight > 0.5);
  const at = (place: number): string => numberToWords(there.filter((mark) => mark.place === place).length);
  return {
    stop: at(-2),
    'lean-stop': at(-1),
    split: at(0),
    'lean-sign': at(1),
    sign: at(2),
    marks: numberToWords(there.length),
    related: numberToWords(marks.filter((mark) => mark.shelf === 'related').length),
    lit: numberToWords(scene.lit.filter((item) => item.on > 0.5).length),
  };
}

/**
 * Returns the model of the positions chart, on the refused contract: marks with place and row, shelves, and
 * the texts, table and list of the same rows.
 */
export function positionsModel(facts: Dataset, scene: PositionsScene): PositionsModel {
  const { marks, shelves } = marksOf(facts, scene);
  // Marks are in the same order.
  const shown = inOrder(facts).filter((_, index) => (marks[index]?.opacity ?? 0) > 0.5);
  const counts = countsOf(marks, scene);
  const stanceWord = (voice: Stakeholder): string =>
    voice.stance ? STANCE_LABELS[voice.stance] : 'Not stated';
  return {
    ...describeChart(
      facts,
      scene,
      shown.map((voice) => ({ ...voice, name: voice.short })),
      counts,
    ),
    readingGuide:
      'Left is stop, right is sign; place means position, not strength. Solid marks are words on this contract. Outlined marks are about something near it. Silence stands outside the scale.',
    table: {
      head: ['Voice', 'Position', 'Spoke about', 'When', 'How sure', 'Why this code'],
      body: shown.map((voice) =>
        toCells(facts, voice.hiddenReason, voice.name, [
          stanceWord(voice),
          ABOUT[voice.basis],
          voice.statedOn ? formatDate(voice.statedOn) : 'date not known',
          evidenceLabel(voice.evidence),
          voice.stanceWhy,
        ]),
      ),
      ids: shown.map(({ id }) => id),
    },
    plain: shown.map((voice) =>
      toListItem(facts, voice.hiddenReason, {
        label: voice.short,
        text: `${stanceWord(voice)}; ${ABOUT[voice.basis]}`,
      }),
    ),
    marks,
    shelves,
  };
}
