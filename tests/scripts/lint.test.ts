// Plants one defect for every banned pattern, because a later setting could disable a rule unnoticed.
import { ESLint } from 'eslint';
import stylelint from 'stylelint';
import { expect, test } from 'vitest';

const eslint = new ESLint();

/** Returns the names of the rules that report a source file with this text. */
async function complaints(filePath: string, text: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(text, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

// The linter has types only for existing files, so the defects replace two files that every Kit site has.
const MODULE = 'src/routes/+layout.ts';
const COMPONENT = 'src/routes/+page.svelte';

test.each([
  [MODULE, 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
  [MODULE, 'export const a = (b: string | undefined) => b!;', '@typescript-eslint/no-non-null-assertion'],
  [MODULE, '// @ts-ignore\nexport const a = 1;', '@typescript-eslint/ban-ts-comment'],
  [MODULE, '// @ts-expect-error: a reason\nexport const a = 1;', '@typescript-eslint/ban-ts-comment'],
  [MODULE, 'export const a = JSON.parse("1");', '@typescript-eslint/no-unsafe-assignment'],
  [MODULE, 'console.log(1);', 'no-console'],
  [MODULE, 'Promise.resolve();', '@typescript-eslint/no-floating-promises'],
  [COMPONENT, '<script lang="ts">export const a: any = 1;</script>', '@typescript-eslint/no-explicit-any'],
  [COMPONENT, '{@html "<b>"}', 'svelte/no-at-html-tags'],
  [COMPONENT, '<a href="/sources/">Sources</a>', 'no-restricted-syntax'],
  [COMPONENT, '<a href="/{name}/">Sources</a>', 'no-restricted-syntax'],
  [COMPONENT, '<button>Copy</button>', 'svelte/button-has-type'],
])('%s: %s is rejected', { timeout: 180_000 }, async (file, text, rule) => {
  expect(await complaints(file, text)).toContain(rule);
});

test('a relative link inside the site is accepted', { timeout: 180_000 }, async () => {
  expect(await complaints(COMPONENT, '<a href="sources/">Sources</a>\n<a href={address}>x</a>\n')).toEqual(
    [],
  );
});

/** Returns the names of the rules that report this style sheet. */
async function styleComplaints(codeFilename: string, code: string): Promise<string[]> {
  const { results } = await stylelint.lint({ code, codeFilename });
  return results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule));
}

const component = (colour: string) => `<p>a</p>\n\n<style>\n  p {\n    color: ${colour};\n  }\n</style>\n`;

test.each([
  ['a hex colour in a component', 'src/charts/A.svelte', component('#abc'), ['color-no-hex']],
  ['a named colour in a component', 'src/charts/A.svelte', component('red'), ['color-named']],
  ['a token in a component', 'src/charts/A.svelte', component('var(--ink)'), []],
  ['a hex colour among the tokens', 'src/styles/app.css', ':root {\n  --ink: #123456;\n}\n', []],
])('%s', async (_, file, text, rules) => {
  expect(await styleComplaints(file, text)).toEqual(rules);
});
