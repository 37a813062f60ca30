import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = 'src/lib/reference';
const files = [
  ...readdirSync(FOLDER).map((file) => `${FOLDER}/${file}`),
  'src/lib/story/prose/source-access.ts',
  ...['claims', 'sources', 'methods', 'corrections', 'glossary'].map(
    (page) => `src/routes/${page}/+page.svelte`,
  ),
];

/** Removes nested braces: code in markup, and figures of the dataset in a text. */
function outsideBraces(text: string): string {
  const less = text.replace(/\{[^{}]*\}/g, '');
  return less === text ? text : outsideBraces(less);
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/** Returns the words of a file that a reader sees: its markup without code, and every string in its code. */
function labelFor(file: string, source: string): string[] {
  const code = source
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/^\s*(import|\} from) .*$/gm, '')
    .replace(/^\s*(\/\/|\/?\*+|<!--).*$/gm, '');
  const texts = [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)]
    .map(([, quoted = '', template = '']) => quoted || template)
    .filter((text) => !ID.test(text))
    .map(outsideBraces);
  if (!file.endsWith('.svelte')) return texts;
  const markup = outsideBraces(code.replace(/<script[\s\S]*?<\/script>/, ''));
  return [...texts, markup.replace(/<\/?[a-z][a-z0-9]*\b|(tabindex|colspan)="\d"/g, '')];
}

const problemsOf = (file: string, source: string): string[] =>
  labelFor(file, source).flatMap((words) => {
    const ours = words.replace(/“[^”]*”/g, '');
    const house =
      /\b(axed|scrapped|cancelled|veto(ed)?|sued|illegal|controversial|sinister|blasts?|sacked|broke the law)\b/i;
    return [...(/\d+/.exec(words) ?? []), ...(house.exec(ours)?.slice(0, 1) ?? [])];
  });

test.each(files)('%s: has no number typed by hand, and follows the house style', (file) => {
  expect(problemsOf(file, readFileSync(file, 'utf8'))).toEqual([]);
});

describe('the checker', () => {
  test.each([
    ['<p>A sum of 50 pounds</p>', '50'],
    ['<p>{one ? `in ${day} or 2026` : none}</p>', '2026'],
    ['<Line name="After 3 days">x</Line>', '3'],
    ["<script>\n  const says = 'It cost {met-palantir-ceiling:sum}, not 489 pounds';\n</script>", '489'],
    ['<p>City Hall vetoed it</p>', 'vetoed'],
    ["<script>\n  const says = 'The contract was cancelled';\n</script>", 'cancelled'],
  ])('reports %s', (source, found) => {
    expect(problemsOf('a.svelte', source)).toEqual([found]);
  });

  test('accepts numbers from the dataset', () => {
    expect(
      problemsOf('a.svelte', '<h2>{tell(facts, `{nat-policeai-115m:sum}`)}</h2><p>“cancelled”</p>'),
    ).toEqual([]);
  });
});
