import { expect, test } from 'vitest';
import { layoutOf } from '#charts/parts/ways.ts';
import { facts } from '#facts/index.ts';
import { PATHS, pathsSeries, type PathsScene } from '#series/paths.ts';

const scene: PathsScene = {
  title: 'A title.',
  subtitle: 'Paths and stations',
  words: 'Some stations.',
  paths: { 'what-met-did': 1, 'open-source': 0, 'domestic-vendors': 0, hybrid: 0 },
  stations: [],
  court: 0,
};

test('every option of the record is a path, and only one of them happened', () => {
  expect([...PATHS].sort()).toEqual(facts.options.map(({ id }) => id).sort());
  expect(pathsSeries(facts, scene).paths.filter(({ happened }) => happened)).toHaveLength(1);
  expect(pathsSeries(facts, scene).table.body).toEqual([]);
});

test('a station is a fact with its place, its mark, and our own reading named as such', () => {
  const { table, stations } = pathsSeries(facts, {
    ...scene,
    stations: [
      { id: 'pilot-extended', on: 1, path: 'what-met-did' },
      { id: 'open-source-3', on: 1, path: 'open-source', form: 'gap', tag: 'our reading' },
    ],
  });
  expect(table.body.map((row) => row.slice(0, 4))).toEqual([
    ['Pilot on, competition ordered', 'What the Met actually did next', 'on the path', 'Reported'],
    [
      'To be built: matching, links, audit, evidence',
      'Open-source stacks',
      'a missing part; our reading',
      'Single source; our reading',
    ],
  ]);
  expect(stations[1]?.form).toBe('gap');
});

test('stations stand in order, below one another, at both widths', () => {
  const ids = ['what-met-did-1', 'what-met-did-2', 'what-met-did-7'];
  const series = pathsSeries(facts, {
    ...scene,
    stations: ids.map((id) => ({ id, on: 1, path: 'what-met-did' as const })),
  });
  for (const width of [288, 480]) {
    const { stations, bottom } = layoutOf(series, width, null);
    stations.forEach((station, index) => {
      const next = stations[index + 1]?.y ?? bottom;
      expect(next).toBeGreaterThanOrEqual(station.y + station.height - 12);
    });
  }
});
