import { describe, expect, test } from 'vitest';
import { applyFilter, type EvidenceFilter } from '$lib/data/filter.ts';
import {
  basisOf,
  toCells,
  evidenceLabel,
  toListItem,
  mergeTables,
  fillIfVisible,
  describeChart,
  labelFor,
  type Drawn,
} from '$lib/charts/model.ts';
import { findFact } from '$lib/data/lookup.ts';
import { amount, officially, question, recordOf, WITHHELD, words } from '../data/factories.ts';

const amounts = [amount('sure'), amount('loose', { evidence: 'single', amountGBP: 2_000_000 })];
const questions = [question('q-open')];
const clear = recordOf({ amounts, questions });
const dim = officially({ amounts, questions });
const revealLength = (facts: typeof clear, ids: readonly string[]): Drawn[] =>
  ids.map((id) => findFact(facts, id));

describe('tables of several pictures', () => {
  const table = (head: string[], body: string[][], ids: string[]) => ({ table: { head, body, ids } });

  test('are merged by columns, with each row once, in order of appearance', () => {
    expect(
      mergeTables([
        table(['What', 'Sum'], [['A', '£1']], ['a']),
        table(['Who'], [['A', '£1']], ['a']),
        table(
          ['What', 'Sum'],
          [
            ['B', '£2'],
            ['A', '£1'],
          ],
          ['b', 'a'],
        ),
      ]),
    ).toEqual([
      {
        head: ['What', 'Sum'],
        rows: [
          { cells: ['A', '£1'], id: 'a' },
          { cells: ['B', '£2'], id: 'b' },
        ],
      },
      { head: ['Who'], rows: [{ cells: ['A', '£1'], id: 'a' }] },
    ]);
  });

  test('keep identical rows of two facts apart, and give a row without a fact no id', () => {
    const [both] = mergeTables([table(['What'], [['A'], ['A'], ['A']], ['a', 'b'])]);
    expect(both?.rows.map(({ id }) => id)).toEqual(['a', 'b', '']);
  });
});

test('list each source and evidence label once, strongest first, without hidden rows', () => {
  expect(
    basisOf([
      { evidence: 'single', sources: ['b', 'a'] },
      { evidence: 'official', sources: ['a'], hiddenReason: null },
      { evidence: 'single', sources: ['c'] },
      { evidence: null, sources: ['d'] },
      { evidence: 'reported', sources: ['e'], hiddenReason: 'below' },
    ]),
  ).toEqual({ sources: ['b', 'a', 'c', 'd'], evidence: ['official', 'single'] });
  expect(evidenceLabel('single')).toBe('Single source');
  expect(evidenceLabel(null)).toBe('Not found');
});

describe('a text with figures', () => {
  test('is shown when every fact it uses is visible, and is replaced otherwise', () => {
    expect(fillIfVisible(clear, '{sure:sum} and {loose:sum}', 'withheld')).toBe('£1m and £2m');
    expect(fillIfVisible(dim, '{sure:sum}', 'withheld')).toBe('£1m');
    expect(fillIfVisible(dim, '{sure:sum} and {loose:sum}', 'withheld')).toBe('withheld');
  });

  test('does not depend on its own names', () => {
    expect(fillIfVisible(dim, '{loose} of {sure:sum}', 'withheld', { loose: 'one' })).toBe('one of £1m');
  });
});

describe('the words of a picture', () => {
  const scene = { title: '{sure:sum} was paid', subtitle: 'In {loose:sum}', words: '{count} sums.' };

  test('come from its scene, with a capital letter at the start of title and words', () => {
    expect(
      describeChart(
        clear,
        { title: '{n} sums', subtitle: 'in {sure:sum}', words: '{n} were paid' },
        revealLength(clear, ['sure', 'loose']),
        { n: 'two' },
      ),
    ).toEqual({
      title: 'Two sums',
      subtitle: 'in £1m',
      summary: 'Two were paid',
      sources: ['of-sure', 'of-loose'],
      evidence: ['official', 'single'],
    });
  });

  test('stay when the filter hides no fact of the picture; only words that use a hidden fact go', () => {
    expect(describeChart(dim, scene, revealLength(dim, ['sure']), { count: 'one' })).toEqual({
      title: '£1m was paid',
      subtitle: 'Outlines stand where facts are withheld',
      summary: 'One sums.',
      sources: ['of-sure'],
      evidence: ['official'],
    });
  });

  test('count the visible facts when a drawn fact is hidden, and name the outlines', () => {
    expect(describeChart(dim, scene, revealLength(dim, ['sure', 'loose']), { count: 'two' })).toEqual({
      title: 'One of two facts here is official; the rest are outlines.',
      subtitle: 'Outlines stand where facts are withheld',
      summary: 'One of two facts here is official; the rest are outlines. Outlines: Loose.',
      sources: ['of-sure'],
      evidence: ['official'],
    });
  });

  test('count the visible facts when a hidden fact appears only in words, without naming an outline', () => {
    const title = 'One of two facts here is official; the rest are outlines.';
    for (const more of [{ title: '{loose:sum}' }, { words: '{loose:sum}' }])
      expect(describeChart(dim, { ...words, ...more }, revealLength(dim, ['sure']))).toMatchObject({
        title,
        summary: title,
        subtitle: 'A subtitle',
      });
  });

  test('count every fact once, and skip facts that state nothing', () => {
    const twice = { ...words, title: '{loose:sum} and {loose:sum}' };
    expect(describeChart(dim, twice, revealLength(dim, ['loose', 'q-open', 'loose'])).title).toBe(
      'None of one facts here are official; all are outlines.',
    );
  });

  test('name each outline once, by its short name', () => {
    const outline = (id: string, more: Partial<Drawn>): Drawn => ({
      id,
      name: 'What it states',
      evidence: 'single',
      sources: [],
      hiddenReason: 'below',
      ...more,
    });
    const drawn = [
      outline('a', { handle: 'A point' }),
      outline('b', { handle: 'A point' }),
      outline('c', { name: 'C' }),
    ];
    expect(describeChart(dim, words, drawn).summary).toMatch(/ Outlines: A point; C\.$/);
  });

  test('hide nothing when there is no filter', () => {
    const drawn: Drawn[] = [{ id: 'a', name: 'A', evidence: 'single', sources: [], hiddenReason: 'below' }];
    expect(describeChart(clear, words, drawn).title).toBe('A title.');
  });
});

describe('the count of visible facts', () => {
  const headline = (
    lens: EvidenceFilter,
    labels: readonly Drawn['evidence'][],
    knownFrom: readonly string[] = [],
  ) => {
    const rows = labels.map((evidence, index) =>
      amount(`a${index}`, {
        evidence: evidence ?? 'official',
        knownFrom: knownFrom[index] ?? '2026-01-01',
      }),
    );
    const facts = applyFilter(recordOf({ amounts: rows }), lens);
    return describeChart(
      facts,
      words,
      revealLength(
        facts,
        rows.map(({ id }) => id),
      ),
    ).title;
  };

  test.each([
    [['single'], 'None of one facts here are official; all are outlines.'],
    [['official', 'single'], 'One of two facts here is official; the rest are outlines.'],
    [['official', 'official', 'single'], 'Two of three facts here are official; the rest are outlines.'],
  ] as const)('names the official level, for %o', (labels, says) => {
    expect(headline({ ev: 'confirmed', asof: null }, labels)).toBe(says);
  });

  test.each([
    [['single'], 'None of one facts here have two reports or better; all are outlines.'],
    [['reported', 'single'], 'One of two facts here has two reports or better; the rest are outlines.'],
    [
      ['reported', 'official', 'single'],
      'Two of three facts here have two reports or better; the rest are outlines.',
    ],
  ] as const)('names the reported level, for %o', (labels, says) => {
    expect(headline({ ev: 'reported', asof: null }, labels)).toBe(says);
  });

  test.each([
    [['2026-06-01'], 'None of one facts here were public by that day; all are outlines.'],
    [['2026-01-01', '2026-06-01'], 'One of two facts here was public by that day; the rest are outlines.'],
    [
      ['2026-01-01', '2026-02-01', '2026-06-01'],
      'Two of three facts here were public by that day; the rest are outlines.',
    ],
  ] as const)('names the date May, for %o', (days, says) => {
    const labels = days.map(() => 'official' as const);
    expect(headline({ ev: 'all', asof: '2026-05-01' }, labels, days)).toBe(says);
  });

  test('names level and date together', () => {
    const lens = { ev: 'reported', asof: '2026-05-01' } as const;
    expect(headline(lens, ['official', 'single'])).toBe(
      'One of two facts here is sure enough and public by that day; the rest are outlines.',
    );
    expect(headline(lens, ['single'])).toBe(
      'None of one facts here are sure enough and public by that day; all are outlines.',
    );
  });
});

describe('a row, an entry and a fact in a picture', () => {
  test('are complete when nothing is hidden', () => {
    for (const facts of [clear, dim])
      for (const hiddenReason of [null, undefined])
        expect(toCells(facts, hiddenReason, 'Name', ['£1m', 2])).toEqual(['Name', '£1m', 2]);
    expect(toCells(clear, 'below', 'Name', ['£1m', 2])).toEqual(['Name', '£1m', 2]);
    const item = { label: 'Name', text: '£1m', value: 2 };
    expect(toListItem(dim, null, item)).toEqual(item);
    expect(toListItem(clear, 'below', item)).toEqual(item);
  });

  test('give only the reason when they are hidden', () => {
    expect(toCells(dim, 'below', 'Name', ['£1m', 2, 3])).toEqual(['Name', WITHHELD.cell, '–', '–']);
    expect(toListItem(dim, 'below', { label: 'Name', text: '£1m', value: 2 })).toEqual({
      label: 'Name',
      text: WITHHELD.text,
    });
  });

  test('have an evidence icon, or a note when hidden', () => {
    expect(labelFor(clear, 'loose')).toEqual({ text: 'Loose', mark: 'single', note: null });
    expect(labelFor(clear, 'loose', 'Otherwise')).toEqual({ text: 'Otherwise', mark: 'single', note: null });
    expect(labelFor(dim, 'sure')).toEqual({ text: 'Sure', mark: 'official', note: null });
    expect(labelFor(dim, 'loose')).toEqual({ text: 'Loose', mark: null, note: WITHHELD.note });
    expect(labelFor(dim, 'loose', 'Otherwise').text).toBe('Otherwise');
    expect(labelFor({ ...dim, lens: undefined }, 'loose').mark).toBe('single');
  });

  test('have an icon of their own when nobody has published the fact', () => {
    expect(labelFor(clear, 'q-open')).toEqual({ text: 'Q open?', mark: 'not-published', note: null });
    expect(() => labelFor(clear, 'nowhere')).toThrow('no fact "nowhere"');
  });
});
