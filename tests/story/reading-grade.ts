import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { facts } from '$lib/data/dataset.ts';

/** Words, sentences and Flesch–Kincaid grade of a text. */
export interface Reading {
  words: number;
  sentences: number;
  grade: number;
}

/** Names of people, bodies and things, and glossary terms: no simpler word has the same meaning. */
const NAMES = [
  ...facts.stakeholders.flatMap(({ name, short }) => [name, short]),
  ...facts.glossary.map(({ term }) => term),
  'Kaya Comer-Schwartz Sir Mark Rowley Sadiq Khan Dawn Butler Stella Creasy Palestine Solidarity Campaign',
  'Palantir Bedfordshire Leicestershire City Hall Unified Operational Analytics New Orleans Superset OpenSearch',
  'Avon and Somerset West Midlands Greater Manchester Palestine SoftBank Japan Military Justice Commons Treasury',
  'National Audit Office Mayor’s Office for Policing and Crime Police Federation Home Office America Liberty',
  'Downing Street Ministry Israeli American British Parliament contract commissioner article supplier',
].flatMap((name) => name.split(/[^\p{L}’-]+/u));
const MASKED = new Set(
  NAMES.filter((name) => /^\p{Lu}/u.test(name) || name.length > 6).map((name) => name.toLowerCase()),
);

/**
 * Returns the Flesch–Kincaid grade of a text, with a library's formula and syllable counts. Names and terms
 * count as words of two syllables, numbers as one.
 */
export function readingOf(text: string): Reading {
  const sentences = text
    .split(/(?<=[.?!:])\s+(?=[\p{Lu}“‘£\d])/u)
    .map((one) => one.trim())
    .filter((one) => /\p{L}/u.test(one));
  const words = text.match(/[\p{L}\d£%’',.-]*[\p{L}\d][\p{L}\d%’'-]*/gu) ?? [];
  const syllables = words.reduce((sum, word) => {
    const bare = word.replace(/[^\p{L}’-]/gu, '');
    if (bare === '') return sum + 1;
    return sum + (MASKED.has(bare.toLowerCase()) ? 2 : Math.max(1, syllable(bare)));
  }, 0);
  return {
    words: words.length,
    sentences: sentences.length,
    grade: fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables }),
  };
}
