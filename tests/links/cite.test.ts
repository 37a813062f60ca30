import { expect, test } from 'vitest';
import { citationsOf } from '#links/cite.ts';

const cited = {
  title: 'A hundred squares',
  url: 'https://example.org/?ev=confirmed#threshold--half-firm',
  version: '2026-11-25',
  accessed: '2026-12-01',
};

test('three forms carry address with state, version and day of access', () => {
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

test('nothing in a title can break a form', () => {
  const { bibtex, ris } = citationsOf({ ...cited, title: 'A {title} & 100%\nTY  - BOOK' });
  expect(bibtex.match(/[{}]/g)?.length).toBe(16);
  expect(bibtex).toContain('\\& 100\\%');
  expect(ris.split('\r\n').filter((line) => line.startsWith('TY  - '))).toHaveLength(1);
});
