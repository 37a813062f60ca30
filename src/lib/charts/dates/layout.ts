import { scaleLinear } from 'd3';
import type { DatesModel, EventMark, Lane } from './model.ts';
import { wrapText, textWidth } from '../text.ts';

/** The lanes: the position of each, its name, and the position of the name in the legend, in CSS pixels. */
export const LANES: Readonly<Record<Lane, { x: number; word: string; key: number }>> = {
  contract: { x: 12, word: 'Contract', key: 0 },
  'staff-pilot': { x: 42, word: 'Staff pilot', key: 88 },
  elsewhere: { x: 66, word: 'Elsewhere', key: 188 },
};
export const LABEL_X = 100;
export const LEADING = 20;
/** Height above the strip for the legend. */
const HEAD = 34;
const FOOT = 12;
const LABEL_GAP = 9;
/** Minimum length of the strip, in CSS pixels: on a shorter one, a month would be too thin to see. */
const LEAST = 380;

/** A positioned label of an event: its lines, its top, and whether the evidence icon fits beside the date. */
export interface SetEvent {
  mark: EventMark;
  title: string[];
  tag: string[];
  beside: boolean;
  /** Number of lines above the title: its date. */
  head: number;
  height: number;
  top: number;
}

/**
 * Returns the point of a mark to which its label's line leads, 0–1: the middle of a dot, otherwise the start.
 */
export const anchorOf = (mark: EventMark): number =>
  Math.min(1, Math.max(0, mark.form === 'dot' ? (mark.start + mark.end) / 2 : mark.start));

function setEvent(mark: EventMark, width: number): SetEvent {
  const room = width - LABEL_X;
  const title = wrapText(mark.title, room, 15);
  const tag = mark.tag ? wrapText(mark.tag, room, 14) : [];
  const beside = textWidth(mark.when, 15) + 12 + 19 + textWidth('Single source', 14) <= room;
  // A hidden event has neither a date nor an icon.
  const head = mark.when === '' ? 0 : 1;
  const lines = head + title.length + tag.length + (beside || !mark.evidence ? 0 : 1);
  return { mark, title, tag, beside, head, height: LEADING * lines + LABEL_GAP, top: 0 };
}

/** Places labels at their marks and pushes overlapping ones apart; changes their `top`. */
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

/** Positions everything in the dates chart, in CSS pixels from the top; a null `height` fits the content. */
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
