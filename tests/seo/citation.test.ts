import { expect, test } from 'vitest';
import { citationsOf } from '$lib/seo/citation.ts';

const cited = {
  title: 'A hundred squares',
  url: 'https://example.org/?ev=confirmed#threshold--half-firm',
  version: '2026-11-25',
  accessed: '2026-12-01',
};

test('puts address with state, version and date of access into all three forms', () => {
  const { plain, bibtex, ris } = citationsOf(cited);
  expect(plain).toBe(
    'Who could say no? (2026). A hundred squares. Version of 2026-11-25. https://example.org/?ev=confirmed#threshold--half-firm (accessed 2026-12-01).',
  );
  expect(bibtex).toContain('@misc{wcsn-2026-ev-confirmed-threshold-half-firm,');
  expect(bibtex).toContain(`url = {${cited.url}}`);
  expect(bibtex).toContain('urldate = {2026-12-01}');
  for (const line of ['TY  - ELEC', `UR  - ${cited.url}`, 'Y2  - 2026/12/01', 'ER  - '])
    expect(ris).toContain(line);
});

test('makes a key of letters and digits from the address without its host', () => {
  const keyOf = (url: string) => /\{([^,]+),/.exec(citationsOf({ ...cited, url }).bibtex)?.[1];
  expect(keyOf('http://example.org/chart/money/')).toBe('wcsn-2026-chart-money');
  expect(keyOf('https://example.org/')).toBe('wcsn-2026-story');
  expect(keyOf('https://example.org')).toBe('wcsn-2026-story');
});

test('adds no second full stop when the title ends in a punctuation mark', () => {
  const toListItem = (title: string) => citationsOf({ ...cited, title }).plain;
  for (const title of ['A no.', 'Who?', 'No!'])
    expect(toListItem(title)).toContain(`(2026). ${title} Version of`);
  expect(toListItem('Who? Nobody')).toContain('(2026). Who? Nobody. Version of');
});

test('leaves out the date of access when the source is a versioned file', () => {
  const { plain, bibtex, ris } = citationsOf({
    title: cited.title,
    url: 'https://example.org/data/money.csv',
    version: cited.version,
  });
  expect(plain).toBe(
    'Who could say no? (2026). A hundred squares. Version of 2026-11-25. https://example.org/data/money.csv.',
  );
  expect(bibtex.split('\n')).toEqual([
    '@misc{wcsn-2026-data-money-csv,',
    '  author = {{Who could say no?}},',
    '  title = {A hundred squares},',
    '  year = {2026},',
    '  version = {2026-11-25},',
    '  url = {https://example.org/data/money.csv}',
    '}',
  ]);
  expect(ris.split('\r\n')).toEqual([
    'TY  - ELEC',
    'AU  - Who could say no?',
    'TI  - A hundred squares',
    'PY  - 2026',
    'ET  - 2026-11-25',
    'UR  - https://example.org/data/money.csv',
    'ER  - ',
  ]);
  expect(citationsOf(cited).bibtex).toContain(`  url = {${cited.url}},\n  urldate`);
});

test('escapes every title so that it cannot break a form', () => {
  const { bibtex, ris } = citationsOf({ ...cited, title: 'A {title} & 100%\r\nTY  - BOOK' });
  expect(bibtex.match(/[{}]/g)?.length).toBe(16);
  expect(bibtex).toContain('\\& 100\\%');
  expect(ris).toContain('TI  - A {title} & 100% TY  - BOOK');
  expect(ris.split('\r\n').filter((line) => line.startsWith('TY  - '))).toHaveLength(1);
});
