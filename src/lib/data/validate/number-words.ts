/** Number words, as far as the texts of the dataset use them. */
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SCALES: Readonly<Record<string, number>> = { m: 1e6, bn: 1e9 };

const NUMBER = /\d[\d,]*(?:\.\d+)?/;
const SUM = new RegExp(`£(${NUMBER.source})(m|bn)?`, 'g');

const valueOf = (digits: string, scale = '') =>
  // Rounds to pence, to remove floating-point error from sums such as £16.5m.
  Math.round(Number(digits.replaceAll(',', '')) * (SCALES[scale] ?? 1) * 100) / 100;

/** Returns every sum of money in a text, in pounds: `£7bn–£9bn` gives two. */
export function sumsIn(text: string): number[] {
  return [...text.matchAll(SUM)].map(([, digits = '', scale]) => valueOf(digits, scale));
}

/**
 * Returns the first number in a text, in digits, pounds or words up to twelve; undefined if there is none.
 */
export function numberIn(text: string): number | undefined {
  const token = new RegExp(
    `(${NUMBER.source})(m|bn)?(?![a-z])|\\b(?:${WORDS.join('|')}|decade|dozen)\\b`,
    'i',
  ).exec(text);
  if (!token) return undefined;
  const [found, digits, scale] = token;
  if (digits !== undefined) return valueOf(digits, scale);
  const index = WORDS.indexOf(found.toLowerCase());
  return index >= 0 ? index : found.toLowerCase() === 'decade' ? 10 : 12;
}
