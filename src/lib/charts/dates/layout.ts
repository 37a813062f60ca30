import { scaleLinear } from 'd3';
import type { DatesModel, EventMark, Lane } from './model.ts';
import { wrapText, textWidth } from '../text.ts';

/** The lanes: where each runs, its word, and where that stands in the key. CSS pixels. */
export const LANES: Readonly<Record<Lane, { x: number; word: string; key: number }>> = {
  contract: { x: 12, word: 'Contract', key: 0 },
  'staff-pilot': { x: 42, word: 'Staff pilot', key: 88 },
  elsewhere: { x: 66, word: 'Elsewhere', key: 188 },
};
export const LABEL_X = 100;
export const LEADING = 20;
/** Room above the strip for the key. */
const HEAD = 34;
const FOOT = 12;
const LABEL_GAP = 9;
/** Least length of the strip, in CSS pixels: shorter, and a month would be a hair. */
const LEAST = 380;

/** A label of an event: its lines, whether the evidence mark has room beside the date, and its top. */
export interface SetEvent {
  mark: EventMark;
  title: string[];
  tag: string[];
  beside: boolean;
  /** Lines above the title: its date. */
  head: number;
  height: number;
  top: number;
}

/** Where on the strip a mark is pointed at: a dot's middle, the beginning of anything longer; 0–1. */
export const anchorOf = (mark: EventMark): number =>
  Math.min(1, Math.max(0, mark.form === 'dot' ? (mark.start + mark.end) / 2 : mark.start));

function setEvent(mark: EventMark, width: number): SetEvent {
  const room = width - LABEL_X;
  const title = wrapText(mark.title, room, 15);
  const tag = mark.tag ? wrapText(mark.tag, room, 14) : [];
  const beside = textWidth(mark.when, 15) + 12 + 19 + textWidth('Single source', 14) <= room;
  // What a lens withholds has neither a date nor a mark.
  const head = mark.when === '' ? 0 : 1;
  const lines = head + title.length + tag.length + (beside || !mark.evidence ? 0 : 1);
  return { mark, title, tag, beside, head, height: LEADING * lines + LABEL_GAP, top: 0 };
}

/** Labels at their marks where they can be, pushed apart where they would touch; changes their `top`. */
function pushApart(labels: SetEvent[], top: number, bottom: number): void {
  let from = top;
  for (const label of labels) {
    label.top = Math.max(label.top, from);
    from = label.top + label.height * label.mark.lit;
  }
  let to = bottom;
  for (const label of [...labels].reverse()) {
    label.top = Math.min(label.top, to - label.height * label.mark.lit);
    to = label.top;
  }
}

/** Where everything of the timeline goes, in CSS pixels from the top; `height` null is as much as it needs. */
export function layout(model: DatesModel, width: number, height: number | null) {
  const labels = model.marks.filter((mark) => mark.lit > 0).map((mark) => setEvent(mark, width));
  const needed = labels.reduce((sum, label) => sum + label.height * label.mark.lit, 0);
  const length = height === null ? Math.max(LEAST, needed + 10) : height - HEAD - FOOT;
  const y = scaleLinear([0, 1], [HEAD, HEAD + length]);
  for (const label of labels) label.top = y(anchorOf(label.mark)) - 8;
  labels.sort((a, b) => a.top - b.top);
  pushApart(labels, HEAD - 8, y(1) + FOOT);
  return { y, labels, height: Math.ceil(length + HEAD + FOOT) };
}
