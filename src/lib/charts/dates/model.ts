import type { DatedEvent, Dataset } from '$lib/data/schema.ts';
import { formatDate, fillTemplate, formatPeriod } from '$lib/data/format.ts';
import { endOfPeriod } from '$lib/data/partial-dates.ts';
import { hiddenWord } from '$lib/data/filter.ts';
import { getById } from '$lib/data/lookup.ts';
import { toCells, evidenceLabel, toListItem, describeChart, type Scene, type ChartModel } from '../model.ts';

/** An event whose label is shown, with a tag if one line of text is not enough. */
export interface LitEvent {
  id: string;
  on: number;
  tag?: string;
}

/** One complete state of the dates chart. */
export interface DatesScene extends Scene {
  /** First and last day of the window, as days since 1970: see `day`. */
  from: number;
  to: number;
  lit: LitEvent[];
  /** How clearly each lane is drawn: 0–1. */
  lanes: Record<Lane, number>;
  /** Whether the tape is cut at the refusal: 0–1. */
  cut: number;
  /** Shows the facts public on a day: later ones fade to outlines as `on` grows. */
  asOf?: { on: number; date: string };
  /** A bracket from one event to another. */
  between?: { on: number; from: string; to: string };
}

export type Lane = DatedEvent['lane'];

/** An event as a mark: `start` and `end` on the axis, where 0 is the top of the window and 1 its bottom. */
export interface EventMark {
  id: string;
  lane: Lane;
  /** A day is a dot, a month or a span of days a bar, a year a band. */
  form: 'dot' | 'bar' | 'band';
  start: number;
  end: number;
  lit: number;
  /** Whether it was not public when it happened. */
  hollow: boolean;
  /** 1 if public by the selected day, 0 if known only later. */
  known: number;
  when: string;
  title: string;
  tag: string | null;
  /** Null if the filter hides the event. */
  evidence: DatedEvent['evidence'] | null;
}

export interface DatesModel extends ChartModel {
  marks: EventMark[];
  /** Axis positions of breaks: gaps of over ninety days without an event in the dataset. */
  breaks: number[];
  /** Starts of years inside the window. */
  years: number[];
  /** Axis positions of the start of the tape, its cut, and the end of the dataset. */
  tape: { start: number; cut: number; end: number; on: number };
  asOf: { at: number; on: number } | null;
  between: { from: number; to: number; on: number } | null;
}

const DAY_MS = 86_400_000;
/** Longest stretch without an event that is drawn at full length, in days. */
export const LONGEST_GAP = 90;
/** Drawn length of a longer gap, in days. */
const BREAK_LENGTH = 45;
const REFUSAL = 'dmpc-refusal';

/** Returns the days from 1970 to the first day of a date of any precision. */
export const day = (date: string): number => Math.round(Date.parse(`${date}-01-01`.slice(0, 10)) / DAY_MS);

const firstDayOf = (event: DatedEvent): number => day(event.date);
/** Returns the day after the last day on which the event can have happened. */
const endOf = (event: DatedEvent): number => day(endOfPeriod(event.endDate ?? event.date)) + 1;

/**
 * Shortens long gaps between events.
 * @returns a rising function of days, and the days at which breaks are drawn
 */
export function shortened(events: readonly DatedEvent[]): { at: (day: number) => number; breaks: number[] } {
  const spans = events.map((event) => [firstDayOf(event), endOf(event)] as const).sort((a, b) => a[0] - b[0]);
  const gaps: { from: number; to: number }[] = [];
  let reached = spans[0]?.[1] ?? 0;
  for (const [start, end] of spans) {
    if (start - reached > LONGEST_GAP) gaps.push({ from: reached, to: start });
    reached = Math.max(reached, end);
  }
  const at = (when: number): number =>
    gaps.reduce((length, { from, to }) => {
      const inside = Math.min(Math.max(when - from, 0), to - from);
      return length - inside + (inside * BREAK_LENGTH) / (to - from);
    }, when);
  return { at, breaks: gaps.map(({ from, to }) => (from + to) / 2) };
}

const formOf = (event: DatedEvent): EventMark['form'] =>
  event.date.length === 4 ? 'band' : event.date.length === 10 && event.endDate === null ? 'dot' : 'bar';

const inOrder = (facts: Dataset): DatedEvent[] =>
  [...facts.timeline].sort((a, b) => firstDayOf(a) - firstDayOf(b) || endOf(a) - endOf(b));

/**
 * Returns the day of the first event in the contract's lane other than the rule itself: the tape begins
 * there.
 */
function tapeStart(facts: Dataset): number {
  const talks = inOrder(facts).find((event) => event.lane === 'contract' && event.track !== 'law');
  return talks ? firstDayOf(talks) : day(facts.record.cutOff);
}

const LANE_WORDS: Readonly<Record<Lane, string>> = {
  contract: 'the contract',
  'staff-pilot': 'the staff pilot',
  elsewhere: 'elsewhere',
};

/**
 * Returns the model of the dates chart: marks on an axis from 0 to 1, with the precision of each date, and
 * the texts, table and list of the events whose labels are shown.
 */
export function datesModel(facts: Dataset, scene: DatesScene): DatesModel {
  const time = shortened(facts.timeline);
  const [top, bottom] = [time.at(scene.from), time.at(scene.to)];
  const axis = (when: number): number => (time.at(when) - top) / (bottom - top);
  const asOf = scene.asOf;
  const events = inOrder(facts);
  const lit = (event: DatedEvent): LitEvent | undefined => scene.lit.find((item) => item.id === event.id);
  /** An event with an unknown publication date counts as later, because nothing shows it was public. */
  const later = (event: DatedEvent): boolean =>
    asOf !== undefined && (event.knownFrom === null || endOfPeriod(event.knownFrom) > asOf.date);
  const shown = events.filter((event) => (lit(event)?.on ?? 0) >= 0.5);
  const years: DatesModel['years'] = [];
  for (let year = new Date(scene.from * DAY_MS).getUTCFullYear() + 1; day(String(year)) <= scene.to; year++) {
    years.push(axis(day(String(year))));
  }
  const between = scene.between;
  const known = (event: DatedEvent): string => {
    const from = event.knownFrom === null ? 'date not known' : formatDate(event.knownFrom);
    return asOf && asOf.on > 0.5 && later(event) ? `${from}: later than ${formatDate(asOf.date)}` : from;
  };
  return {
    ...describeChart(
      facts,
      scene,
      shown.map((event) => ({ ...event, name: event.short })),
    ),
    readingGuide:
      'Time runs down. A day is a dot, a month a bar, a year a pale band. Hollow: not public when it happened. A broken line marks a gap of over 90 days.',
    table: {
      head: ['What', 'When', 'Lane', 'Public from', 'How sure'],
      body: shown.map((event) =>
        toCells(facts, event.hiddenReason, event.hiddenReason ? event.short : event.title, [
          formatPeriod(event),
          LANE_WORDS[event.lane],
          known(event),
          evidenceLabel(event.evidence),
        ]),
      ),
      ids: shown.map(({ id }) => id),
    },
    plain: shown.map((event) =>
      toListItem(facts, event.hiddenReason, {
        label: event.hiddenReason ? event.short : event.title,
        text: `${formatPeriod(event)} (${LANE_WORDS[event.lane]})`,
      }),
    ),
    marks: events.map((event) => ({
      id: event.id,
      lane: event.lane,
      form: formOf(event),
      start: axis(firstDayOf(event)),
      end: axis(endOf(event)),
      lit: lit(event)?.on ?? 0,
      hollow:
        event.knownFrom !== null && endOfPeriod(event.knownFrom) > endOfPeriod(event.endDate ?? event.date),
      known: event.hiddenReason ? 0 : later(event) ? 1 - (asOf?.on ?? 0) : 1,
      when: event.hiddenReason ? '' : formatPeriod(event),
      title: event.short,
      tag:
        (event.hiddenReason && facts.lens
          ? hiddenWord(event.hiddenReason, facts.lens)
          : fillTemplate(facts, lit(event)?.tag ?? '')) || null,
      evidence: event.hiddenReason ? null : event.evidence,
    })),
    breaks: time.breaks.map(axis),
    years,
    tape: {
      start: axis(tapeStart(facts)),
      cut: axis(endOf(getById(facts.timeline, REFUSAL))),
      end: axis(day(endOfPeriod(facts.record.cutOff))),
      on: scene.cut,
    },
    asOf: asOf ? { at: axis(day(asOf.date) + 1), on: asOf.on } : null,
    between: between
      ? {
          from: axis(firstDayOf(getById(facts.timeline, between.from)) + 0.5),
          to: axis(firstDayOf(getById(facts.timeline, between.to)) + 0.5),
          on: between.on,
        }
      : null,
  };
}
