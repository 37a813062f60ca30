import { csvParseRows } from 'd3';
import { describe, expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import { applyFilter } from '$lib/data/filter.ts';
import { findFact } from '$lib/data/lookup.ts';
import { charts } from '$lib/story/story-charts.ts';
import { filesOf } from '$lib/server/downloads/index.ts';
import { csvOf, dataOf } from '$lib/charts/csv.ts';

const SITE = 'https://who-could-say-no.example/';
const { files } = filesOf(charts, SITE);

test('quotes a cell when necessary, and never writes a formula', () => {
  const columns = ['a', 'b'].map((name) => ({ name, type: 'string' as const, description: name }));
  const rows = [
    ['plain', 3],
    ['a, b', null],
    ['said "no"', 'two\nlines'],
    ['=1+1', '@x'],
    ['-3', -3],
  ];
  expect(csvOf({ columns, rows })).toBe(
    `a,b\r\nplain,3\r\n"a, b",\r\n"said ""no""","two\nlines"\r\n'=1+1,'@x\r\n'-3,-3\r\n`,
  );
});

describe.each(charts)('$id', (chart) => {
  const { columns, rows } = dataOf(facts, chart.steps);
  const at = (name: string): number => columns.findIndex((column) => column.name === name);

  test('has every row of every picture once, with the cells of the table', () => {
    const head = chart.still.model.table.head.length;
    const drawn = new Set(
      chart.steps.flatMap(({ model: { table } }) =>
        table.body.map((cells, index) => JSON.stringify([...cells, table.ids[index]])),
      ),
    );
    const filed = rows.map((row) => JSON.stringify([...row.slice(0, head), row[at('fact_id')]]));
    expect([...filed].sort()).toEqual([...drawn].sort());
  });

  test('takes sums, labels, dates and sources from the dataset', () => {
    for (const row of rows) {
      const id = String(row[at('fact_id')]);
      const amount = facts.amounts.find((one) => one.id === id);
      expect([id, row[at('value')]]).toEqual([id, amount?.amountGBP ?? null]);
      expect(row[at('unit')]).toBe(
        amount && [amount.amountGBP, amount.lowGBP, amount.highGBP].some((sum) => sum !== null)
          ? 'GBP'
          : null,
      );
      // A tension and its questions state nothing themselves.
      if (facts.tensions.some((tension) => [tension, ...tension.questions].some((one) => one.id === id)))
        continue;
      const { evidence, sources, knownFrom } = findFact(facts, id);
      expect([id, row[at('evidence')], row[at('known_from')]]).toEqual([id, evidence, knownFrom]);
      expect(row[at('source_ids')]).toBe(sources.length > 0 ? sources.join(' ') : null);
    }
  });

  test('has the same content as CSV and JSON, with a part for every step', () => {
    const [head, ...body] = csvParseRows(files[`${chart.id}.csv`] ?? '');
    expect(head).toEqual(columns.map(({ name }) => name));
    expect(body).toEqual(rows.map((row) => row.map((cell) => String(cell ?? ''))));
    const objects = JSON.parse(files[`${chart.id}.json`] ?? '') as Record<string, unknown>[];
    expect(objects.map((row) => columns.map(({ name }) => row[name]))).toEqual(rows);
    expect(files[`${chart.id}.excel.csv`]).toBe(`\uFEFF${files[`${chart.id}.csv`] ?? ''}`);
    for (const { id, model } of chart.steps) {
      const [, ...visible] = csvParseRows(files[`${id}.csv`] ?? '');
      expect(new Set(visible.map((row) => row[at('fact_id')]))).toEqual(new Set(model.table.ids));
      for (const row of visible) expect(row[at('step_ids')]).toBe(id);
    }
  });

  test('keeps the place of a hidden row, without its content', () => {
    const seen = applyFilter(facts, { ev: 'confirmed', asof: null });
    const withheld = dataOf(seen, chart.steps);
    for (const row of withheld.rows) {
      const label = row[at('evidence')];
      expect(label === null || label === 'official').toBe(true);
      if (label !== null) continue;
      for (const name of ['value', 'low', 'high', 'unit', 'known_from'])
        if (facts.amounts.some(({ id }) => id === row[at('fact_id')])) expect(row[at(name)]).toBeNull();
    }
  });
});

test('reports a planted change', () => {
  const changed = { ...facts, amounts: facts.amounts.map((row) => ({ ...row, amountGBP: 1 })) };
  const [money] = charts;
  if (!money) throw new Error('no chart');
  expect(csvOf(dataOf(changed, money.steps))).not.toBe(files['money.csv']);
});

test('gives the same files for the same dataset', () => {
  expect(filesOf(charts, SITE)).toEqual(filesOf(charts, SITE));
});
