import { createHash } from 'node:crypto';
import { listPublishers } from '$lib/data/format.ts';
import { facts } from '$lib/data/dataset.ts';
import type { Dataset, Point } from '$lib/data/schema.ts';
import { scriptJson } from '$lib/seo/json-ld.ts';
import { story } from '$lib/story/index.ts';
import type { Section, StoryStep } from '$lib/story/section.ts';
import type { StoryChart } from '$lib/story/story-charts.ts';
import type { SheetData } from '$lib/story/chart-tabs.ts';

/** The data that a page passes to its script. */
export interface Live {
  facts: Dataset;
  /** URL of the page that lists every fact under its id. */
  record: string;
  sections: {
    id: string;
    about: string;
    height: number;
    still: number;
    steps: { chart: string; scene: unknown }[];
  }[];
}

const EMPTY: Dataset = {
  amounts: [],
  timeline: [],
  stakeholders: [],
  arguments: [],
  tensions: [],
  options: [],
  glossary: [],
  claims: [],
  sources: [],
  questions: [],
  figures: [],
  comparisons: [],
  updates: [],
  forces: [],
  polls: [],
  notices: [],
  cases: [],
  record: facts.record,
};

/**
 * Returns a row as a chart needs it, with the fields that only the reference pages print set to empty values.
 */
const bare = <Row extends object>(row: Row, unread: Partial<Row>): Row => ({ ...row, ...unread });

/**
 * Returns only the facts that the charts of some sections show: rows named by a scene, rows those depend on,
 * and the tables that a chart shows in full.
 * @param withSources whether rows keep the ids of their sources, for a page that offers them as downloads
 */
export function factsOf(sections: readonly { steps: readonly StoryStep[] }[], withSources = false): Dataset {
  const words = JSON.stringify(sections.map((section) => section.steps.map((step) => step.scene)));
  const named = new Set(words.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g));
  const whole = new Set(
    sections.flatMap((section) => section.steps.flatMap((step) => step.chart.shows ?? [])),
  );
  const has = (file: keyof Dataset, { id }: { id: string }): boolean => whole.has(file) || named.has(id);
  const comparisons = facts.comparisons.filter((row) => named.has(row.id));
  const figures = facts.figures.filter((row) => named.has(row.id));
  const claimed = facts.arguments.filter((row) => named.has(row.id));
  for (const id of [
    ...comparisons.flatMap((row) => [row.a, row.b]),
    ...figures.map((row) => row.fact),
    ...claimed.flatMap((row) => row.madeBy),
    'ctx-mopac-500k',
  ])
    named.add(id);
  const unread: { note: null; sources?: string[] } = { note: null, ...(withSources ? {} : { sources: [] }) };
  const points = (all: readonly Point[]): Point[] =>
    all.filter(({ id }) => named.has(id)).map((point) => bare(point, unread));
  return {
    ...EMPTY,
    amounts: facts.amounts
      .filter((row) => named.has(row.id) || (row.partOf !== null && named.has(row.partOf)))
      .map((row) => bare(row, { ...unread, covers: '', payer: '', overlaps: [] })),
    timeline: facts.timeline
      .filter((row) => has('timeline', row))
      .map((row) => bare(row, { ...unread, quote: null, actors: [] })),
    stakeholders: facts.stakeholders
      .filter((row) => has('stakeholders', row))
      .map((row) => bare(row, { ...unread, quote: null, arguments: [] })),
    arguments: claimed.map((row) =>
      bare(row, { ...unread, counterBy: [], counterByOther: [], counterSources: [] }),
    ),
    tensions: facts.tensions
      .map((row) => ({
        ...bare(row, { seedCheck: '' }),
        sides: row.sides.map((side) => ({ ...side, evidence: points(side.evidence) })),
      }))
      .filter((row) => has('tensions', row) || row.sides.some(({ evidence }) => evidence.length > 0)),
    options: facts.options
      .map((row) => ({
        ...bare(row, { assessment: '', notEstablished: null, ukPoliceUsersFound: null, seedExamples: [] }),
        facts: points(row.facts),
      }))
      .filter((row) => has('options', row) || row.facts.length > 0),
    questions: facts.questions
      .filter((row) => has('questions', row))
      .map((row) => bare(row, withSources ? {} : { sources: [] })),
    claims: facts.claims
      .filter((row) => has('claims', row))
      .map((row) => bare(row, { ...(withSources ? {} : { sources: [] }), replacedBy: [] })),
    comparisons,
    figures,
  };
}

const liveOf = (sections: readonly Section[], record: string): Live => ({
  facts: factsOf(sections),
  record,
  sections: sections.map((section) => ({
    id: section.id,
    about: section.title,
    height: section.height,
    still: section.steps.indexOf(section.still),
    steps: section.steps.map(({ chart, scene }) => ({ chart: chart.id, scene })),
  })),
});

/** Returns the inline data of a page as JSON that cannot close the script element. */
export const shown = (sections: readonly Section[], record: string): string =>
  scriptJson(liveOf(sections, record));

/** A JSON file of the story's data, with a hash in its name. */
interface DataFile {
  file: string;
  text: string;
}

/**
 * Returns the data of the whole story as a separate file, because inline it would be a quarter of the story
 * page.
 */
export function storyData(): DataFile {
  const text = JSON.stringify(liveOf(story, './claims/'));
  return { file: `story.${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`, text };
}

/** Returns the data that a chart's page or embed passes to its script. See `factsOf` for `withSources`. */
export const sheetData = (chart: StoryChart, record: string, withSources = false): SheetData => ({
  id: chart.id,
  about: chart.picture,
  facts: factsOf([chart], withSources),
  record,
  still: chart.steps.indexOf(chart.still),
  steps: chart.steps.map(({ id, scene, model }) => ({
    id,
    scene,
    source: listPublishers(facts, model.sources, 4),
  })),
});
