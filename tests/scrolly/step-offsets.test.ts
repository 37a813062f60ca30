import { expect, test } from 'vitest';
import { stepOffsetsIn } from '$lib/scrolly/step-offsets.ts';

/** A column of stacked steps that counts how often each is measured. */
function page(heights: number[], width = 300) {
  const state = { top: 40, width, heights, measured: 0 };
  const sum = (count: number): number => state.heights.slice(0, count).reduce((all, one) => all + one, 0);
  const box = (top: number, height: number) => ({ top, bottom: top + height, width: state.width, height });
  const column = { getBoundingClientRect: () => box(state.top, sum(state.heights.length)) };
  const parts = heights.map((_, index) => ({
    getBoundingClientRect: () => {
      state.measured += 1;
      return box(state.top + sum(index), state.heights[index] ?? 0);
    },
  }));
  return { state, places: stepOffsetsIn(column, parts) };
}

test('gives the offsets of the steps when the column has moved', () => {
  const { state, places } = page([100, 50, 70]);
  const now = [
    { top: 40, bottom: 140 },
    { top: 140, bottom: 190 },
    { top: 190, bottom: 260 },
  ];
  expect(places()).toEqual(now);
  state.top = -1000;
  expect(places()).toEqual(now.map(({ top, bottom }) => ({ top: top - 1040, bottom: bottom - 1040 })));
});

test('measures no step again while scrolling', () => {
  const { state, places } = page([100, 50, 70]);
  for (let frame = 0; frame < 60; frame += 1) {
    state.top -= 12;
    places();
  }
  expect(state.measured).toBe(3);
});

test('measures the steps again when height or width changes', () => {
  const { state, places } = page([100, 50]);
  places();
  state.heights = [130, 50];
  expect(places()).toEqual([
    { top: 40, bottom: 170 },
    { top: 170, bottom: 220 },
  ]);
  // The same total height in another layout: a wider column.
  [state.heights, state.width] = [[90, 90], 400];
  expect(places()).toEqual([
    { top: 40, bottom: 130 },
    { top: 130, bottom: 220 },
  ]);
});

test('gives no offsets when the column is empty', () => {
  expect(page([]).places()).toEqual([]);
});
