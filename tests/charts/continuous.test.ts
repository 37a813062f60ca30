import { describe, expect, test } from 'vitest';
import { layoutOf as foldOf } from '#charts/parts/fold.ts';
import { layoutOf as shelvesOf } from '#charts/parts/shelves.ts';
import { layoutOf as stripOf } from '#charts/parts/strip.ts';
import { WIDTHS } from '#charts/context.ts';
import { facts } from '#facts/index.ts';
import { blend } from '#scroll/scene.ts';
import { datesSeries, type DatesScene } from '#series/dates.ts';
import { moneySeries, type MoneyScene } from '#series/money.ts';
import { positionsSeries, type PositionsScene } from '#series/positions.ts';
import type { Scene } from '#series/series.ts';
import { story } from '#story/index.ts';

/** Everything in a picture that has a name and a place, in CSS pixels. */
type Places = Map<string, number[]>;

const isMoney = (scene: Scene): scene is MoneyScene => 'blocks' in scene;
const isDates = (scene: Scene): scene is DatesScene => 'lanes' in scene;
const isPositions = (scene: Scene): scene is PositionsScene => 'fold' in scene;

function placesIn(scene: Scene, width: (typeof WIDTHS)[number]): Places {
  if (isMoney(scene)) {
    const { blocks, notes } = foldOf(moneySeries(facts, scene), width);
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
    return new Map(shelvesOf(positionsSeries(facts, scene), width).marks.map(({ id, x, y }) => [id, [x, y]]));
  }
  if (isDates(scene)) {
    const series = datesSeries(facts, scene);
    const { y, labels } = stripOf(series, width, 400);
    return new Map([
      ...series.marks.map(({ id, start, end }): [string, number[]] => [id, [y(start), y(end)]]),
      ...labels.map(({ mark, top }): [string, number[]] => [`label ${mark.id}`, [top]]),
    ]);
  }
  throw new TypeError('a scene of no chart that is known here');
}

const STEPS = 100;
/** Most that anything may move in one step, in CSS pixels; a strip of time that zooms carries its marks further. */
const MOST = { strip: 130, other: 45 };
const pairs = story.flatMap((section) =>
  section.steps
    .slice(1)
    .map((step, index) => ({ id: step.id, from: section.steps[index]?.scene ?? step.scene, to: step.scene })),
);

describe.each(WIDTHS)('at %i px', (width) => {
  test.each(pairs)('nothing jumps on the way to $id', ({ from, to }) => {
    const most = isDates(to) ? MOST.strip : MOST.other;
    const path = Array.from({ length: STEPS + 1 }, (_, index) =>
      placesIn(blend(from, to, index / STEPS), width),
    );
    for (const [index, places] of path.entries()) {
      const before = path[index - 1];
      if (!before) continue;
      for (const [id, place] of places) {
        const was = before.get(id);
        if (!was || index === 1 || index === STEPS) continue;
        for (const [axis, value] of place.entries()) {
          // A zooming strip of time carries what lies outside its window far and fast.
          if (Math.min(Math.abs(value), Math.abs(was[axis] ?? 0)) > 600) continue;
          expect(Math.abs(value - (was[axis] ?? value)), `${id} at ${String(index / STEPS)}`).toBeLessThan(
            most,
          );
        }
      }
    }
  });
});
