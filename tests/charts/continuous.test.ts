import { describe, expect, test } from 'vitest';
import { layout as boardOf } from '$lib/charts/reasons/layout.ts';
import { layout as bookOf } from '$lib/charts/ledger/layout.ts';
import { layout as columnsOf } from '$lib/charts/balance/layout.ts';
import { layout as foldOf } from '$lib/charts/money/layout.ts';
import { layout as formOf } from '$lib/charts/gaps/layout.ts';
import { layout as shelvesOf } from '$lib/charts/positions/layout.ts';
import { layout as stripOf } from '$lib/charts/dates/layout.ts';
import { layout as waysOf } from '$lib/charts/paths/layout.ts';
import { WIDTHS } from '$lib/charts/context.ts';
import { facts } from '$lib/data/dataset.ts';
import { blend } from '$lib/scrolly/interpolate-scene.ts';
import { balanceModel, type BalanceScene } from '$lib/charts/balance/model.ts';
import { datesModel, type DatesScene } from '$lib/charts/dates/model.ts';
import { gapsModel, type GapsScene } from '$lib/charts/gaps/model.ts';
import { ledgerModel, type LedgerScene } from '$lib/charts/ledger/model.ts';
import { moneyModel, type MoneyScene } from '$lib/charts/money/model.ts';
import { pathsModel, type PathsScene } from '$lib/charts/paths/model.ts';
import { positionsModel, type PositionsScene } from '$lib/charts/positions/model.ts';
import { reasonsModel, type ReasonsScene } from '$lib/charts/reasons/model.ts';
import type { Scene } from '$lib/charts/model.ts';
import { story } from '$lib/story/index.ts';

/** Every keyed mark of a picture, with its position in CSS pixels. */
type Places = Map<string, number[]>;

const isMoney = (scene: Scene): scene is MoneyScene => 'blocks' in scene;
const isDates = (scene: Scene): scene is DatesScene => 'lanes' in scene;
const isPositions = (scene: Scene): scene is PositionsScene => 'fold' in scene;
const isReasons = (scene: Scene): scene is ReasonsScene => 'slips' in scene;
const isLedger = (scene: Scene): scene is LedgerScene => 'rows' in scene && Array.isArray(scene.rows);
const isBalance = (scene: Scene): scene is BalanceScene => 'left' in scene;
const isPaths = (scene: Scene): scene is PathsScene => 'stations' in scene;
const isGaps = (scene: Scene): scene is GapsScene => 'claims' in scene;

function stepOffsetsIn(scene: Scene, width: (typeof WIDTHS)[number]): Places {
  if (isMoney(scene)) {
    const { blocks, notes } = foldOf(moneyModel(facts, scene), width);
    return new Map([
      ...blocks.flatMap(({ group, grid, between }) =>
        group.squares.map(({ id, x, y, below }): [string, number[]] => [
          id,
          [x * 27, grid + y * 27 + below * between],
        ]),
      ),
      ...notes.map(({ note, top, x }): [string, number[]] => [note.id, [x, top]]),
    ]);
  }
  if (isPositions(scene)) {
    return new Map(shelvesOf(positionsModel(facts, scene), width).marks.map(({ id, x, y }) => [id, [x, y]]));
  }
  if (isDates(scene)) {
    const model = datesModel(facts, scene);
    const { y, labels } = stripOf(model, width, 400);
    return new Map([
      ...model.marks.map(({ id, start, end }): [string, number[]] => [id, [y(start), y(end)]]),
      ...labels.map(({ mark, top }): [string, number[]] => [`label ${mark.id}`, [top]]),
    ]);
  }
  if (isReasons(scene)) {
    const { papers, headings, height } = boardOf(reasonsModel(facts, scene), width);
    return new Map([
      ...papers.map(({ id, x, y }): [string, number[]] => [id, [x, y]]),
      ...headings.map(({ id, x, y }): [string, number[]] => [`heading ${id}`, [x, y]]),
      ['height', [height]],
    ]);
  }
  if (isLedger(scene)) {
    const { rows, chips, silent } = bookOf(ledgerModel(facts, scene), width);
    return new Map([
      ...rows.map(({ row, y }): [string, number[]] => [row.id, [y]]),
      ...chips.map(({ force, x, y }): [string, number[]] => [force.id, [x, y]]),
      ['silent', [silent.y]],
    ]);
  }
  if (isBalance(scene)) {
    const { columns, questions, height } = columnsOf(balanceModel(facts, scene), width);
    return new Map([
      ...columns.flatMap(({ x, points }) =>
        points.map(({ point, y }): [string, number[]] => [point.id, [x, y]]),
      ),
      ...questions.map(({ question, y }): [string, number[]] => [question.id, [y]]),
      ['height', [height]],
    ]);
  }
  if (isPaths(scene)) {
    const { stations, bottom } = waysOf(pathsModel(facts, scene), width, 440);
    return new Map([
      ...stations.map(({ mark, y }): [string, number[]] => [mark.id, [y]]),
      ['bottom', [bottom]],
    ]);
  }
  if (isGaps(scene)) {
    const { groups, claims, height } = formOf(gapsModel(facts, scene), width);
    return new Map([
      ...groups.flatMap(({ boxes }) => boxes.map(({ box, x, y }): [string, number[]] => [box.id, [x, y]])),
      ...claims.map(({ verdict, top }): [string, number[]] => [verdict.verdict, [top]]),
      ['height', [height]],
    ]);
  }
  throw new TypeError('a scene of no chart that is known here');
}

const STEPS = 100;
/** Maximum movement of a mark in one step, in CSS pixels; a zooming timeline moves its marks further. */
const MOST = { strip: 130, other: 45 };
// Two charts cannot be blended: one fades out before the other fades in.
const pairs = story.flatMap((section) =>
  section.steps.slice(1).flatMap((step, index) => {
    const before = section.steps[index];
    return before?.chart === step.chart ? [{ id: step.id, from: before.scene, to: step.scene }] : [];
  }),
);

describe.each(WIDTHS)('at %i px', (width) => {
  test.each(pairs)('moves nothing abruptly on the way to $id', ({ from, to }) => {
    const most = isDates(to) ? MOST.strip : MOST.other;
    const path = Array.from({ length: STEPS + 1 }, (_, index) =>
      stepOffsetsIn(blend(from, to, index / STEPS), width),
    );
    const jumps: string[] = [];
    for (const [index, places] of path.entries()) {
      const before = path[index - 1];
      if (!before || index === 1 || index === STEPS) continue;
      for (const [id, place] of places) {
        const was = before.get(id);
        if (!was) continue;
        for (const [axis, value] of place.entries()) {
          const from = was[axis] ?? value;
          // A zooming timeline moves marks outside its window far and fast.
          if (Math.min(Math.abs(value), Math.abs(from)) > 600) continue;
          // Not `>=`, so that NaN also fails.
          if (!(Math.abs(value - from) < most)) jumps.push(`${id} at ${index / STEPS}: ${from} → ${value}`);
        }
      }
    }
    expect(jumps).toEqual([]);
  });
});
