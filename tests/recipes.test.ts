import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';

// The recipes, followed to the letter on a copy of the house: what they promise to touch is all that is touched.

const Rows = v.array(v.looseObject({ id: v.string() }));
let copy = '';
const path = (file: string): string => join(copy, file);
const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(path(file), change(readFileSync(path(file), 'utf8')));
const build = () =>
  spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, VITEST: undefined },
  });
const addRow = (file: string, like: string, change: object): void =>
  edit(file, (text) => {
    const rows = v.parse(Rows, JSON.parse(text));
    const model = rows.find((row) => row.id === like);
    return `${JSON.stringify([...rows, { ...model, ...change }], null, 2)}\n`;
  });

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'house-'));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  })
    .split('\0')
    .filter((file) => file !== '' && !file.startsWith('tests/'));
  for (const file of files) cpSync(file, path(file));
  symlinkSync(join(process.cwd(), 'node_modules'), path('node_modules'));
  // As an install does.
  execFileSync(process.execPath, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], { cwd: copy });
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

test(
  'a stakeholder is one row and its source; a step is one paragraph and one scene',
  { timeout: 120_000 },
  () => {
    addRow('data/sources.json', 'org-2026-05-post', {
      id: 'example-2026-source',
      url: 'https://example.org/a-new-page',
    });
    addRow('data/stakeholders.json', 'open-rights-group', {
      id: 'example-voice',
      name: 'Example Voice',
      short: 'Example Voice',
      countsAs: 'example-voice',
      sources: ['example-2026-source'],
      quote: null,
    });
    edit(
      'src/story/ending/Words.svelte',
      (text) => `${text}\n<Step id="ending--one-more"><p>One more paragraph.</p></Step>\n`,
    );
    edit('src/story/ending/index.ts', (text) =>
      text
        .replace(
          'const scenes: Record<string, MoneyScene> = {',
          `const more: MoneyScene = { title: 'One more scene.', subtitle: 'Nothing is measured', words: 'One more picture.', blocks: [], line: 0 };\nconst scenes: Record<string, MoneyScene> = {`,
        )
        .replace(/\n\};\n\nexport default/, "\n  'ending--one-more': more,\n};\n\nexport default"),
    );
    const { status, stderr, stdout } = build();
    expect(`${stdout}${stderr}`).not.toMatch(/DATA-\d/);
    expect(status).toBe(0);
    const html = readFileSync(path('build/index.html'), 'utf8');
    expect(html).toContain('Example Voice');
    // The counts in the words follow: one more mark, one more voice.
    expect(html).toContain('Eight voices spoke about this contract');
    expect(html).toContain('id="ending--one-more"');
    expect(html).toContain('One more picture.');
  },
);

test('a paragraph without a scene stops the build', { timeout: 120_000 }, () => {
  edit('src/story/ending/Words.svelte', (text) => text.replace('ending--one-more', 'ending--no-scene'));
  const { status, stderr, stdout } = build();
  expect(status).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain('no scene for the words of "ending--no-scene"');
});

test(
  'a bad fact stops the build with its rule, file and pointer, and without a stack trace',
  { timeout: 120_000 },
  () => {
    addRow('data/stakeholders.json', 'open-rights-group', { id: 'nobody', sources: ['no-such-source'] });
    const { status, stderr, stdout } = build();
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toMatch(
      /DATA-\d{3} stakeholders\.json#\/47\/sources\/0: .+ Expected .+ Got .+ Fix: /,
    );
    expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at /);
  },
);
