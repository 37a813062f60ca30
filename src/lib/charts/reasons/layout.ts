import { HEADINGS, type Heading, type ReasonsModel } from './model.ts';
import type { Words } from '../model.ts';
import { wrapText } from '../text.ts';

/** Line height, font size and margins of a slip, in CSS pixels. */
export const PAPER = { size: 15, leading: 19, inside: 10, top: 10, mark: 22 } as const;
const GAP = 8;
const HEAD = 24;
/** The tape and its space below the first heading. */
export const BAND = { y: 30, room: 46 } as const;
const BETWEEN = 14;

/** A positioned slip: its box and its lines. */
export interface SetPaper {
  paper: Words;
  x: number;
  y: number;
  width: number;
  height: number;
  on: number;
  ghost: boolean;
}

/** Returns the height of a slip at a width. */
function heightOf(paper: Words, width: number): number {
  const lines = wrapText(paper.text, width - 2 * PAPER.inside, PAPER.size).length;
  return PAPER.top + lines * PAPER.leading + (paper.mark || paper.note ? PAPER.mark : 0) + 8;
}

/** Positions everything in the reasons chart, in CSS pixels from the top left. */
export function layout(model: ReasonsModel, width: number) {
  const wide = width >= 480;
  const third = Math.floor((width - 2 * GAP) / 3);
  const half = Math.floor((width - GAP) / 2);
  const papers: (SetPaper & { id: string })[] = [];
  const headings: { id: Heading; text: string; x: number; y: number; on: number; width: number }[] = [];
  const under = (heading: Heading) => model.slips.filter((slip) => slip.under === heading);
  const there = (slips: readonly { on: number }[]): number => Math.max(0, ...slips.map(({ on }) => on));

  const cards = model.signers;
  const cardWidth = wide ? third : width;
  let y: number = BAND.room;
  const cardHeight = Math.max(0, ...cards.map((card) => heightOf(card, cardWidth)));
  const bracket = { y, on: there(cards), height: 0 };
  cards.forEach((card, index) => {
    papers.push({
      id: card.id,
      paper: card,
      x: wide ? index * (third + GAP) : 0,
      y: wide ? y : y + index * (cardHeight + GAP),
      width: cardWidth,
      height: cardHeight,
      on: card.on,
      ghost: false,
    });
  });
  const cardsHeight = cards.length === 0 ? 0 : wide ? cardHeight : cards.length * (cardHeight + GAP) - GAP;
  bracket.height = cardsHeight;
  y += (cardsHeight + (cards.length > 0 ? 44 : 0)) * bracket.on;

  /** Positions slips in rows of `perRow`, each with its answer: below it, or beside it if `aside`. */
  function lay(
    slips: ReasonsModel['slips'],
    x: number,
    top: number,
    slip: { width: number; perRow: number; aside: boolean },
  ): number {
    let bottom = top;
    for (let first = 0; first < slips.length; first += slip.perRow) {
      const row = slips.slice(first, first + slip.perRow);
      const on = there(row);
      const height = Math.max(
        ...row
          .flatMap((one) => [one, ...(one.answer ? [one.answer] : [])])
          .map((one) => heightOf(one, slip.width)),
      );
      row.forEach((one, index) => {
        const at = x + index * (slip.width + GAP);
        // A slip rises into place as it fades in.
        const rise = (1 - one.on) * 24;
        const box = { width: slip.width, height, on: one.on, y: bottom + rise };
        papers.push({ id: one.id, paper: one, x: at, ghost: one.ghost, ...box });
        if (!one.answer) return;
        papers.push({
          id: `${one.id} answer`,
          paper: one.answer,
          ghost: false,
          ...box,
          x: slip.aside ? at + slip.width + GAP : at,
          y: box.y + (slip.aside ? 0 : height + 2),
        });
      });
      const answered = !slip.aside && row.some(({ answer }) => answer !== null);
      bottom += (height * (answered ? 2 : 1) + (answered ? 2 : 0) + GAP) * on;
    }
    return bottom;
  }
  const head = (id: Heading, x: number, top: number, room: number): number => {
    const on = there(under(id));
    headings.push({ id, text: HEADINGS[id], x, y: top + 15, on, width: room });
    return top + HEAD * on;
  };

  y = lay(under('grounds'), 0, y, { width: wide ? third : half, perRow: wide ? 3 : 1, aside: !wide });
  y += (BETWEEN - GAP) * there(under('grounds'));
  if (wide) {
    const right = third + GAP;
    const left = lay(under('voiced'), 0, head('voiced', 0, y, third), {
      width: third,
      perRow: 1,
      aside: false,
    });
    let other = lay(under('others'), right, head('others', right, y, 2 * third + GAP), {
      width: third,
      perRow: 2,
      aside: false,
    });
    other = lay(under('not-found'), right, head('not-found', right, other, 2 * third + GAP), {
      width: 2 * third + GAP,
      perRow: 1,
      aside: false,
    });
    y = Math.max(left, other);
  } else {
    y = lay(under('voiced'), 0, head('voiced', 0, y, width), { width: half, perRow: 1, aside: true });
    y += (BETWEEN - GAP) * there(under('voiced'));
    y = lay(under('others'), 0, head('others', 0, y, width), { width: half, perRow: 2, aside: false });
    y += (BETWEEN - GAP) * there(under('others'));
    y = lay(under('not-found'), 0, head('not-found', 0, y, width), { width, perRow: 1, aside: false });
  }
  return {
    papers,
    headings,
    bracket,
    wide,
    grounds: there(under('grounds')),
    height: Math.ceil(Math.max(y, 120)),
  };
}
