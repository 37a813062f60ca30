import { expect, test } from 'vitest';
import { manyChapters, manyFacts } from '../../scripts/bench-growth.mjs';

const chapter = (id: string): string =>
  `<section class="chapter" id="${id}" aria-labelledby="${id}-title"><section class="step" id="${id}--one"><a href="#${id}--one">1</a><a href="./s/${id}/">s</a></section></section>`;

test('a longer story has the same chapters again, under ids of their own, before what ends the page', () => {
  const page = `<main>${chapter('a')}${chapter('b')}<section class="ends" id="ends"></section></main>`;
  const longer = manyChapters(page, 3);
  const ids = [...longer.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([
    ...['', '-x2', '-x3'].flatMap((mark) => ['a', 'a--one', 'b', 'b--one'].map((id) => id + mark)),
    'ends',
  ]);
  expect(longer.match(/<section\b/g)).toHaveLength(13);
  expect(longer.match(/<\/section>/g)).toHaveLength(13);
  expect(longer).toContain('<a href="#b--one-x3">1</a><a href="./s/b/">s</a>');
  expect(manyChapters(page, 1)).toBe(page);
});

test('and the same sections and facts', () => {
  const data = {
    record: './claims/',
    sections: [{ id: 'a' }],
    facts: { amounts: [{ id: 'x' }], record: {} },
  };
  expect(manyFacts(data, 2)).toEqual({
    record: './claims/',
    sections: [{ id: 'a' }, { id: 'a-x2' }],
    facts: { amounts: [{ id: 'x' }, { id: 'x-x2' }], record: {} },
  });
});
