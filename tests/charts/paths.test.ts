import { expect, test } from 'vitest';
import { layout } from '$lib/charts/paths/layout.ts';
import { facts } from '$lib/data/dataset.ts';
import { applyFilter } from '$lib/data/filter.ts';
import { PATHS, pathsModel, type PathsScene } from '$lib/charts/paths/model.ts';
import { event, officially, option, point, recordOf, WITHHELD } from '../data/factories.ts';

const scene: PathsScene = {
  title: 'A title.',
  subtitle: 'Paths and stations',
  words: 'Some stations.',
  paths: { 'what-met-did': 1, 'open-source': 0, 'domestic-vendors': 0, hybrid: 0 },
  stations: [],
  court: 0,
};

test('draws every option of the dataset as a path, of which only one happened', () => {
  expect([...PATHS].sort()).toEqual(facts.options.map(({ id }) => id).sort());
  expect(pathsModel(facts, scene).paths.filter(({ happened }) => happened)).toHaveLength(1);
  expect(pathsModel(facts, scene).table.body).toEqual([]);
});

test('gives a station its place, its evidence icon and, for our own reading, a tag', () => {
  const { table, stations } = pathsModel(facts, {
    ...scene,
    stations: [
      { id: 'pilot-extended', on: 1, path: 'what-met-did' },
      { id: 'open-source-3', on: 1, path: 'open-source', form: 'gap', tag: 'our reading' },
    ],
  });
  expect(table.body.map((row) => row.slice(0, 4))).toEqual([
    ['Pilot on, competition ordered', 'What happened next', 'on the path', 'Reported'],
    [
      'What must still be built',
      'Open-source stacks',
      'a missing part; our reading',
      'Single source; our reading',
    ],
  ]);
  expect(stations[1]?.form).toBe('gap');
});

test('orders stations from top to bottom, at both widths', () => {
  const ids = ['what-met-did-1', 'what-met-did-2', 'what-met-did-7'];
  const model = pathsModel(facts, {
    ...scene,
    stations: ids.map((id) => ({ id, on: 1, path: 'what-met-did' as const })),
  });
  for (const width of [288, 480]) {
    const { stations, bottom } = layout(model, width, null);
    stations.forEach((station, index) => {
      const next = stations[index + 1]?.y ?? bottom;
      expect(next).toBeGreaterThanOrEqual(station.y + station.height - 12);
    });
  }
});

const few = {
  options: [
    option('what-met-did', [point('step', { evidence: 'single' })]),
    option('open-source', [point('stack', { inference: true })]),
    option('domestic-vendors'),
    option('hybrid'),
  ],
  timeline: [event('pilot', '2026-06-01')],
};
const some: PathsScene = {
  ...scene,
  paths: { 'what-met-did': 1, 'open-source': 0.5, 'domestic-vendors': 0.25, hybrid: 0 },
  stations: [
    { id: 'pilot', on: 0.5, path: 'what-met-did', tag: 'for {square}' },
    { id: 'step', on: 1, path: 'what-met-did', form: 'gap', tag: 'not there' },
    { id: 'stack', on: 1, path: 'open-source', form: 'later' },
    { id: 'pilot', on: 0.49, path: 'hybrid', form: 'beside' },
  ],
  court: 0.75,
};

test('describes a station when it is at least half visible, with its path, place and label', () => {
  const { table, plain, evidence } = pathsModel(recordOf(few), some);
  expect(table.ids).toEqual(['pilot', 'step', 'stack']);
  expect(table.body).toEqual([
    ['Pilot', 'What met did', 'on the path; for £500,000', 'Official', 'Pilot happened.'],
    ['Step', 'What met did', 'a missing part; not there', 'Single source', 'Step in full.'],
    ['Stack', 'Open source', 'later, elsewhere', 'Official; our reading', 'Stack in full.'],
  ]);
  expect(plain).toEqual([
    { label: 'What met did', text: 'Pilot' },
    { label: 'What met did', text: 'Step' },
    { label: 'Open source', text: 'Stack' },
  ]);
  expect(evidence).toEqual(['official', 'single']);
});

test('draws all stations, on paths as clear as the scene says', () => {
  const { paths, stations, fork, court } = pathsModel(recordOf(few), some);
  expect(paths).toEqual([
    { id: 'what-met-did', name: 'What met did', lit: 1, happened: true },
    { id: 'open-source', name: 'Open source', lit: 0.5, happened: false },
    { id: 'domestic-vendors', name: 'Domestic vendors', lit: 0.25, happened: false },
    { id: 'hybrid', name: 'Hybrid', lit: 0, happened: false },
  ]);
  const official = { mark: 'official', note: null };
  expect(stations).toEqual([
    {
      id: 'pilot',
      on: 0.5,
      path: 'what-met-did',
      form: 'stop',
      text: 'Pilot',
      ...official,
      tag: 'for £500,000',
    },
    {
      id: 'step',
      on: 1,
      path: 'what-met-did',
      form: 'gap',
      text: 'Step',
      mark: 'single',
      note: null,
      tag: 'not there',
    },
    {
      id: 'stack',
      on: 1,
      path: 'open-source',
      form: 'later',
      text: 'Stack',
      mark: 'reading',
      note: null,
      tag: null,
    },
    { id: 'pilot', on: 0.49, path: 'hybrid', form: 'beside', text: 'Pilot', ...official, tag: null },
  ]);
  expect([fork, court]).toEqual([null, 0.75]);
  const fork2 = { on: 1, arms: ['one', 'other'] as const };
  expect(pathsModel(recordOf(few), { ...some, fork: fork2 }).fork).toEqual(fork2);
});

test('keeps the place of a hidden station, without its words and its tag', () => {
  const { table, plain, stations } = pathsModel(officially(few), some);
  expect(table.body[1]).toEqual(['A point of evidence', WITHHELD.cell, '–', '–', '–']);
  expect(table.body[0]?.[0]).toBe('Pilot');
  expect(plain[1]).toEqual({ label: 'What met did', text: WITHHELD.text });
  expect(stations[1]).toMatchObject({
    text: 'A point of evidence',
    mark: null,
    note: WITHHELD.note,
    tag: null,
  });
});

test('drops the fork and the way to the courts when their facts are hidden', () => {
  const known = { ...scene, fork: { on: 1, arms: ['one', 'other'] as const }, court: 1 };
  const [now, then] = [facts, applyFilter(facts, { ev: 'all', asof: '2026-05-21' })].map((seen) =>
    pathsModel(seen, known),
  );
  expect([now?.fork, now?.court]).toEqual([known.fork, 1]);
  expect([then?.fork, then?.court]).toEqual([null, 0]);
});
