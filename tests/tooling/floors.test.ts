// Exists because a checker that cannot fail is worse than none: one planted breach for every rule.
import { describe, expect, test } from 'vitest';
import { floorProblems } from '../floors.ts';

const problems = (path: string, text = '') => floorProblems(new Map([[path, text]]));

/** Path, text, and words of the complaint that must be made. */
const BREACHES: [path: string, text: string, complaint: RegExp][] = [
  // facts
  ['src/facts/a.ts', `import { a } from '#series/a.ts';`, /may not reach for series/],
  ['src/facts/a.ts', `import { sum } from 'd3';`, /imports d3/],
  ['src/facts/a.ts', `import type { Component } from 'svelte';`, /imports svelte/],
  ['src/facts/a.ts', `import { readFileSync } from 'node:fs';`, /imports node:fs/],
  ['src/facts/a.svelte.ts', `export const a = 1;`, /Svelte file/],
  // series
  ['src/series/a.ts', `import { A } from '#charts/A.svelte';`, /may not reach for charts/],
  ['src/series/a.ts', `import a from '#data/a.json';`, /may not reach for data/],
  ['src/series/a.ts', `import { select } from 'd3';`, /takes select of d3/],
  ['src/series/a.ts', `import { transition as sum } from 'd3';`, /takes transition of d3/],
  ['src/series/a.ts', `import { easeCubic } from 'd3';`, /takes easeCubic of d3/],
  ['src/series/a.ts', `import { drag } from 'd3';`, /takes drag of d3/],
  ['src/series/a.ts', `import { zoom } from 'd3';`, /takes zoom of d3/],
  ['src/series/a.ts', `import { json } from 'd3';`, /takes json of d3/],
  ['src/series/a.ts', `import { shuffle } from 'd3';`, /takes shuffle of d3/],
  ['src/series/a.ts', `import { timer } from 'd3';`, /takes timer of d3/],
  ['src/series/a.ts', `import type { Selection } from 'd3';`, /takes Selection of d3/],
  ['src/series/a.ts', `import { untrack } from 'svelte';`, /imports svelte/],
  ['src/series/a.ts', `export const a = Date.now();`, /uses Date\.now/],
  ['src/series/a.ts', `export const a = new Date();`, /uses new Date\(\)/],
  ['src/series/a.ts', `export const a = Date();`, /uses Date\(\)/],
  ['src/series/a.ts', `export const a = Math['random']();`, /uses Math\.random/],
  ['src/series/a.ts', `export const a = performance.now();`, /uses performance/],
  ['src/series/A.svelte', `<p>a</p>`, /Svelte file/],
  // charts
  ['src/charts/a.ts', `import { check } from '#facts/check.ts';`, /only its types/],
  ['src/charts/a.ts', `import { type Facts } from '#facts/schema.ts';`, /only its types/],
  [
    'src/charts/A.svelte',
    `<script lang="ts">import { a } from '#story/index.ts';</script>`,
    /reach for story/,
  ],
  ['src/charts/A.svelte', `<script lang="ts">import { a } from '#scroll/a.ts';</script>`, /reach for scroll/],
  [
    'src/charts/A.svelte',
    `<script module lang="ts">import { brush } from 'd3';</script>`,
    /takes brush of d3/,
  ],
  ['src/charts/A.svelte', `<script lang="ts">import { sum } from 'd3';</script>`, /takes sum of d3/],
  ['src/charts/A.svelte', `<script lang="ts">document.title = 'a';</script>`, /uses document/],
  ['src/charts/A.svelte', `<button onclick={() => window.print()}>a</button>`, /uses window/],
  ['src/charts/A.svelte', `<svelte:window bind:scrollY={y} />`, /uses window/],
  ['src/charts/a.ts', `export const a = globalThis.document;`, /uses globalThis/],
  ['src/charts/a.ts', `import { scrollY } from 'svelte/reactivity/window';`, /may not know the page/],
  // scroll
  ['src/scroll/a.ts', `import { sum } from 'd3';`, /imports d3/],
  ['src/scroll/a.ts', `import type { Facts } from '#facts/schema.ts';`, /may not reach for facts/],
  ['src/scroll/a.ts', `// as long as the tape is`, /says "tape"/],
  ['src/scroll/a.ts', `export const policeSteps = 1;`, /says "police"/],
  ['src/scroll/a.ts', `export const the_Met = 1;`, /says "Met"/],
  // links
  ['src/links/a.ts', `import { figures } from '#facts/figures.ts';`, /only its types/],
  ['src/links/a.ts', `import { a } from '#story/index.ts';`, /may not reach for story/],
  ['src/links/a.ts', `import { page } from '$app/state';`, /imports \$app\/state/],
  ['src/links/a.ts', `import { tick } from 'svelte';`, /imports svelte/],
  ['src/links/a.ts', `export const a = window.location.href;`, /uses window/],
  ['src/links/a.ts', `export const a = document.title;`, /uses document/],
  // story
  ['src/story/a.ts', `import A from '../routes/A.svelte';`, /leaves the room/],
  ['src/story/a.ts', `export const a = import('#routes/a.ts');`, /may not reach for routes/],
  ['src/story/A.svelte', `<svelte:document onclick={f} />`, /uses document/],
  // every room
  ['src/charts/a.ts', `import { a } from '../series/a.ts';`, /leaves the room/],
  ['src/charts/a.ts', `export * from '../series/a.ts';`, /leaves the room/],
  ['src/charts/a.ts', `export type A = import('../series/a.ts').A;`, /leaves the room/],
  ['src/story/a.ts', `export const a = import.meta.glob('../routes/*.ts');`, /may not reach for routes/],
  ['src/charts/a.ts', `export const a = import.meta.glob(['./*.ts', '../story/*.ts']);`, /reach for story/],
  ['src/charts/a.ts', `import { a } from '#series/a';`, /without its extension/],
  ['src/charts/a.ts', `import { a } from './a';`, /without its extension/],
  ['src/story/a.ts', `export const a = (name: string) => import(name);`, /put together while running/],
  ['src/routes/a.ts', `import * as d3 from 'd3';`, /takes all of d3/],
  ['src/routes/a.ts', `import d3 from 'd3';`, /takes default of d3/],
  ['src/routes/a.ts', `import { select } from 'd3-selection';`, /take its names from d3/],
  ['src/routes/a.ts', `import * as v from 'valibot';`, /stays in facts/],
  ['src/facts/a.ts', `export const = 1;`, /cannot be read/],
  // folders
  ['src/charts/utils/a.ts', '', /name the thing/],
  ['src/helpers/a.ts', '', /name the thing/],
  ['tests/common/a.ts', '', /name the thing/],
  ['src/lib/a.ts', '', /no room/],
  ['src/charts/parts/', '', /is empty/],
];

test.each(BREACHES)('%s: %s', (path, text, complaint) => {
  expect(problems(path, text).join('\n')).toMatch(complaint);
});

/** What looks like a breach and is none. */
const KEPT: [path: string, text: string][] = [
  [
    'src/facts/a.ts',
    `import * as v from 'valibot'; import a from '#data/a.json'; import { b } from './b.ts';`,
  ],
  ['src/facts/a.ts', `// the window, the document\nexport const a = { document: 1, window: 2 }.document;`],
  ['src/facts/report.ts', `import { readFileSync } from 'node:fs';`],
  [
    'src/series/a.ts',
    `import { extent, forceSimulation, line, max, scaleTime, timeYear, utcFormat } from 'd3';`,
  ],
  ['src/series/a.ts', `import type { ScaleLinear } from 'd3'; export const a = new Date('2026-11-23');`],
  [
    'src/charts/a.ts',
    `import { tell } from '#facts/figures.ts'; import type { Facts } from '#facts/schema.ts';`,
  ],
  [
    'src/charts/A.svelte',
    `<script lang="ts">import { scaleLinear, curveStepAfter } from 'd3';</script>a window`,
  ],
  ['src/scroll/a.ts', `import { tick } from 'svelte'; window.scrollY; export const metre = 'tapered';`],
  ['src/links/a.ts', `import type { Facts } from '#facts/schema.ts'; export const a = '<script></script>';`],
  [
    'src/story/A.svelte',
    `<script lang="ts">import Money from '#charts/Money.svelte';</script>an official document`,
  ],
  ['src/routes/+page.ts', `import type { PageLoad } from './$types'; import '../app.css'; document.title;`],
  ['src/routes/a.ts', `export const a = import.meta.glob(['../charts/*.svelte', '!../charts/B.svelte']);`],
  ['src/service-worker.ts', `import { files } from '$service-worker';`],
];

describe('keeps quiet about', () => {
  test.each(KEPT)('%s: %s', (path, text) => {
    expect(problems(path, text)).toEqual([]);
  });
});
