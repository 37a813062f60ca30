import { describe, expect, test } from 'vitest';
import { facts } from '$lib/data/dataset.ts';
import { story } from '$lib/story/index.ts';
import { proseOf, proseUnder, type Prose } from './prose.ts';
import { readingOf } from './reading-grade.ts';

const paragraphs = new Map(story.map((section) => [section.id, proseOf(section)]));
const wordsIn = (text: string): number => readingOf(text).words;

test('the reading grade tells easy text from hard text', () => {
  expect(readingOf('The cat sat on the mat. It was fat.').grade).toBeLessThan(3);
  expect(
    readingOf(
      'Notwithstanding considerable organisational heterogeneity, interoperability necessitates comprehensive standardisation.',
    ).grade,
  ).toBeGreaterThan(15);
});

test('the story has 1,800 to 2,600 words', () => {
  const total = [...paragraphs.values()].flat().reduce((sum, { text }) => sum + wordsIn(text), 0);
  expect(total).toBeGreaterThanOrEqual(1800);
  expect(total).toBeLessThanOrEqual(2600);
});

describe.each(story.map((section) => [section.id, section] as const))('%s', (id, section) => {
  test('has prose that reads at grade 9 or lower', () => {
    const texts = (paragraphs.get(id) ?? []).map(({ text }) => text);
    expect(readingOf([section.question, section.opening, ...texts].join(' ')).grade).toBeLessThanOrEqual(9);
  });

  test('has titles and picture texts that read at grade 9 or lower', () => {
    const all = section.steps.map(({ model }) => model);
    expect(readingOf(all.map(({ title }) => title).join(' ')).grade).toBeLessThanOrEqual(9);
    expect(readingOf(all.map(({ summary }) => summary).join(' ')).grade).toBeLessThanOrEqual(9);
  });
});

/** People, bodies and products that may be named only in statements with a basis. */
const NAMED =
  /\b(Palantir|City Hall|Met\b|mayor|deputy|commissioner|Rowley|Khan|Bedfordshire|Leicestershire|Parliament|MPs|minister|BBC|outlet|newspaper|federation|MOPAC|auditors|Treasury|Home Office|Liberty)\b/;

/**
 * Sentences that name someone without a basis, because they describe our own search or gaps in the dataset.
 */
const OWN = [
  'The deputy mayor’s letter, a decision notice, the route by which the Met began to buy: we looked for each, and found none.',
  'None of this was about the Met’s contract.',
  'Neither was about the Met’s contract.',
  'For thirteen bodies or groups, from Downing Street to the data regulator, we found no position.',
];

const free = (prose: Prose): string[] =>
  prose.free
    .split(/(?<=[.?!])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

describe('a sentence that states a fact names its basis', () => {
  test.each(story.map((section) => section.id))('%s: names nobody in sentences without a basis', (id) => {
    const bare = (paragraphs.get(id) ?? []).flatMap(free).filter((sentence) => NAMED.test(sentence));
    expect(bare.filter((sentence) => !OWN.some((own) => sentence.startsWith(own)))).toEqual([]);
  });

  test('has no figure and no citation outside such a sentence, except our own counts', () => {
    const outside = [...paragraphs.values()].flat().flatMap(({ loose }) => loose);
    expect(outside).toEqual([]);
  });

  test('reports a planted sentence', () => {
    const planted = proseUnder('<p>Palantir won. <span class="statement">The Met paid.</span></p>');
    expect(free(planted).filter((sentence) => NAMED.test(sentence))).toEqual(['Palantir won.']);
    const loose = proseUnder('<p>It was <span data-evidence="single@2026">£2m</span>.</p>');
    expect(loose.loose).toEqual(['single@2026']);
  });
});

test('gives both best cases equal space in the ending', () => {
  const [, both] = paragraphs.get('ending') ?? [];
  const [yes = '', no = ''] = (both?.text ?? '').split(/(?=The best case for no)/);
  const noCase = no.split('.')[0] ?? '';
  expect(Math.abs(wordsIn(yes) - wordsIn(noCase))).toBeLessThanOrEqual(3);
});

test('words every claim of the early article in one form', () => {
  const claims = new Set(facts.claims.map(({ id }) => id));
  for (const section of story)
    for (const { claim } of proseOf(section).flatMap(({ asides }) => asides)) expect(claims).toContain(claim);
});
