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

describe('tables of some pictures', () => {
  const table = (head: string[], body: string[][], ids: string[]) => ({ table: { head, body, ids } });

  test('one for each set of columns, with each row once, in the order in which rows come', () => {
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

  test('rows that read alike are two where they are of two facts; a row of none has no id', () => {
    const [both] = mergeTables([table(['What'], [['A'], ['A'], ['A']], ['a', 'b'])]);
    expect(both?.rows.map(({ id }) => id)).toEqual(['a', 'b', '']);
  });
});

test('what rows rest on: each source and label once, the surest first, and nothing of what is withheld', () => {
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
  test('is told where all that it leans on can be seen, and else something stands in its place', () => {
    expect(fillIfVisible(clear, '{sure:sum} and {loose:sum}', 'withheld')).toBe('£1m and £2m');
    expect(fillIfVisible(dim, '{sure:sum}', 'withheld')).toBe('£1m');
    expect(fillIfVisible(dim, '{sure:sum} and {loose:sum}', 'withheld')).toBe('withheld');
  });

  test('does not lean on names of its own', () => {
    expect(fillIfVisible(dim, '{loose} of {sure:sum}', 'withheld', { loose: 'one' })).toBe('one of £1m');
  });
});

describe('the words of a picture', () => {
  const scene = { title: '{sure:sum} was paid', subtitle: 'In {loose:sum}', words: '{count} sums.' };

  test('come from its scene, with a capital at the head of title and words', () => {
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

  test('through a lens that withholds none of it they stay; only what leans on what is withheld goes', () => {
    expect(describeChart(dim, scene, revealLength(dim, ['sure']), { count: 'one' })).toEqual({
      title: '£1m was paid',
      subtitle: 'Outlines stand where facts are withheld',
      summary: 'One sums.',
      sources: ['of-sure'],
      evidence: ['official'],
    });
  });

  test('say how much is left where something drawn is withheld, and name the outlines', () => {
    expect(describeChart(dim, scene, revealLength(dim, ['sure', 'loose']), { count: 'two' })).toEqual({
      title: 'One of two facts here is official; the rest are outlines.',
      subtitle: 'Outlines stand where facts are withheld',
      summary: 'One of two facts here is official; the rest are outlines. Outlines: Loose.',
      sources: ['of-sure'],
      evidence: ['official'],
    });
  });

  test('say so too where it is only told, in the title or below, and then there is no outline to name', () => {
    const title = 'One of two facts here is official; the rest are outlines.';
    for (const more of [{ title: '{loose:sum}' }, { words: '{loose:sum}' }])
      expect(describeChart(dim, { ...words, ...more }, revealLength(dim, ['sure']))).toMatchObject({
        title,
        summary: title,
        subtitle: 'A subtitle',
      });
  });

  test('count every fact once, and none that states nothing', () => {
    const twice = { ...words, title: '{loose:sum} and {loose:sum}' };
    expect(describeChart(dim, twice, revealLength(dim, ['loose', 'q-open', 'loose'])).title).toBe(
      'None of one facts here are official; all are outlines.',
    );
  });

  test('call an outline by what it can be called, each name once', () => {
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

  test('a veil without a lens withholds nothing', () => {
    const drawn: Drawn[] = [{ id: 'a', name: 'A', evidence: 'single', sources: [], hiddenReason: 'below' }];
    expect(describeChart(clear, words, drawn).title).toBe('A title.');
  });
});

describe('how much a lens leaves, in a sentence', () => {
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
  ] as const)('what is official, of %o', (labels, says) => {
    expect(headline({ ev: 'confirmed', asof: null }, labels)).toBe(says);
  });

  test.each([
    [['single'], 'None of one facts here have two reports or better; all are outlines.'],
    [['reported', 'single'], 'One of two facts here has two reports or better; the rest are outlines.'],
    [
      ['reported', 'official', 'single'],
      'Two of three facts here have two reports or better; the rest are outlines.',
    ],
  ] as const)('what was reported, of %o', (labels, says) => {
    expect(headline({ ev: 'reported', asof: null }, labels)).toBe(says);
  });

  test.each([
    [['2026-06-01'], 'None of one facts here were public by that day; all are outlines.'],
    [['2026-01-01', '2026-06-01'], 'One of two facts here was public by that day; the rest are outlines.'],
    [
      ['2026-01-01', '2026-02-01', '2026-06-01'],
      'Two of three facts here were public by that day; the rest are outlines.',
    ],
  ] as const)('what was public by May, of %o', (days, says) => {
    const labels = days.map(() => 'official' as const);
    expect(headline({ ev: 'all', asof: '2026-05-01' }, labels, days)).toBe(says);
  });

  test('both at once', () => {
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
  test('are whole where nothing is withheld', () => {
    for (const facts of [clear, dim])
      for (const hiddenReason of [null, undefined])
        expect(toCells(facts, hiddenReason, 'Name', ['£1m', 2])).toEqual(['Name', '£1m', 2]);
    expect(toCells(clear, 'below', 'Name', ['£1m', 2])).toEqual(['Name', '£1m', 2]);
    const item = { label: 'Name', text: '£1m', value: 2 };
    expect(toListItem(dim, null, item)).toEqual(item);
    expect(toListItem(clear, 'below', item)).toEqual(item);
  });

  test('say why where something is, and nothing else', () => {
    expect(toCells(dim, 'below', 'Name', ['£1m', 2, 3])).toEqual(['Name', WITHHELD.cell, '–', '–']);
    expect(toListItem(dim, 'below', { label: 'Name', text: '£1m', value: 2 })).toEqual({
      label: 'Name',
      text: WITHHELD.text,
    });
  });

  test('a fact has its mark or, where it is withheld, a note', () => {
    expect(labelFor(clear, 'loose')).toEqual({ text: 'Loose', mark: 'single', note: null });
    expect(labelFor(clear, 'loose', 'Otherwise')).toEqual({ text: 'Otherwise', mark: 'single', note: null });
    expect(labelFor(dim, 'sure')).toEqual({ text: 'Sure', mark: 'official', note: null });
    expect(labelFor(dim, 'loose')).toEqual({ text: 'Loose', mark: null, note: WITHHELD.note });
    expect(labelFor(dim, 'loose', 'Otherwise').text).toBe('Otherwise');
    expect(labelFor({ ...dim, lens: undefined }, 'loose').mark).toBe('single');
  });

  test('what nobody has published has a mark of its own', () => {
    expect(labelFor(clear, 'q-open')).toEqual({ text: 'Q open?', mark: 'not-published', note: null });
    expect(() => labelFor(clear, 'nowhere')).toThrow('no fact "nowhere"');
  });
});
