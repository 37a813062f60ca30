import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';

// Follows the recipes of the README exactly, on a copy of the project, and checks that they touch only the
// promised files.

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
    const example = rows.find((row) => row.id === like);
    return `${JSON.stringify([...rows, { ...example, ...change }], null, 2)}\n`;
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
  // Guards against hanging; it does not measure speed, because this runs beside the linters.
}, 60_000);
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** A fact and a step, as in the recipes. */
function addFactAndStep(): void {
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
    'src/lib/story/ending/Prose.svelte',
    (text) => `${text}\n<Step id="ending--one-more"><p>One more paragraph.</p></Step>\n`,
  );
  edit('src/lib/story/ending/index.ts', (text) =>
    text
      .replace(
        'const scenes: Record<string, MoneyScene> = {',
        `const more: MoneyScene = { title: 'One more scene.', subtitle: 'Nothing is measured', words: 'One more picture.', blocks: [], line: 0 };\nconst scenes: Record<string, MoneyScene> = {`,
      )
      .replace(/\n\};\n\nexport default/, "\n  'ending--one-more': more,\n};\n\nexport default"),
  );
}

/** A section, as in the recipe, and two old addresses with redirects. */
function addSection(): void {
  mkdirSync(path('src/lib/story/extra'));
  writeFileSync(
    path('src/lib/story/extra/Prose.svelte'),
    `<script lang="ts">
  import Step from '../prose/Step.svelte';
</script>

<Step id="extra--only-step"><p>A paragraph of its own.</p></Step>
`,
  );
  writeFileSync(
    path('src/lib/story/extra/index.ts'),
    `import * as Money from '$lib/charts/money/Money.svelte';
import type { MoneyScene } from '$lib/charts/money/model.ts';
import { section } from '../section.ts';
import Prose from './Prose.svelte';

const scenes: Record<string, MoneyScene> = {
  'extra--only-step': {
    title: 'One square more.',
    subtitle: 'A rule in squares',
    words: 'One square, and nothing else.',
    blocks: [{ id: 'contract', on: 1, of: { 'ctx-mopac-500k': 1 } }],
    line: 1,
  },
};

export default section({
  id: 'extra',
  title: 'An extra section',
  question: 'What does it take?',
  opening: 'Two files and a line.',
  chart: Money,
  picture: 'One square more',
  Prose,
  scenes,
  ask: ['Was that all?'],
});
`,
  );
  edit('src/lib/story/index.ts', (text) =>
    text
      .replace('import type { Section }', "import extra from './extra/index.ts';\nimport type { Section }")
      .replace('  unknowns,\n', '  unknowns,\n  extra,\n'),
  );
  // Adds two old addresses with redirects.
  writeFileSync(
    path('config/redirects.json'),
    JSON.stringify({ 'an-old-step': 'extra--only-step', 'an-old-fact': 'met-palantir-ceiling' }),
  );
}

const read = (file: string): string => readFileSync(path(`build/${file}`), 'utf8');

test('the site builds after every recipe of the README', { timeout: 180_000 }, () => {
  addFactAndStep();
  addSection();
  const { status, stderr, stdout } = build();
  expect(`${stdout}${stderr}`).not.toMatch(/DATA-\d/);
  expect(status, `${stdout}${stderr}`).toBe(0);
});

test('a stakeholder takes one row and its source, and a step one paragraph and one scene', () => {
  const html = read('index.html');
  expect(html).toContain('Example Voice');
  // The counts in the text follow: one more mark, one more voice.
  expect(html).toContain('Eight voices spoke about this contract');
  expect(html).toContain('id="ending--one-more"');
  expect(html).toContain('One more picture.');
});

test('a section takes a folder of two files and one line in the order of sections', () => {
  // The section is in the story, in the section menu and in every other list of sections.
  expect(read('index.html')).toContain('id="extra--only-step"');
  expect(read('index.html')).toContain('href="#extra-chart"');
  expect(read('s/extra/index.html')).toContain('A paragraph of its own.');
  expect(read('text/index.html')).toContain('A paragraph of its own.');
  expect(read('sitemap.xml')).toContain('/s/extra/');
  expect(existsSync(path('build/img/s/extra.png'))).toBe(true);
  expect(read('404.html')).toContain('<a href="/#extra--only-step"');
  expect(read('404.html')).toContain('<a href="/claims/#met-palantir-ceiling"');
  const scripts = readdirSync(path('build/live/assets')).map((file) => read(`live/assets/${file}`));
  expect(scripts.some((script) => script.includes('an-old-fact'))).toBe(true);
});

test('the build stops when a paragraph has no scene', { timeout: 120_000 }, () => {
  edit('src/lib/story/ending/Prose.svelte', (text) => text.replace('ending--one-more', 'ending--no-scene'));
  // Runs only the step that builds the pages; the output of the earlier steps exists.
  const { status, stderr, stdout } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, VITEST: undefined, NODE_ENV: 'production' },
  });
  expect(status).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain('no scene for the words of "ending--no-scene"');
});

test(
  'the build stops when a fact is bad, with rule, file and pointer, and without a stack trace',
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
