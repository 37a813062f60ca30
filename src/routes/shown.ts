import { facts } from '#facts/index.ts';
import type { Facts } from '#facts/schema.ts';
import type { Section } from '#story/section.ts';
import { chartName } from './charts.ts';

/** What a page hands to its script, once, as inline data. */
export interface Live {
  facts: Facts;
  sections: { id: string; chart: string; height: number; still: number; scenes: unknown[] }[];
}

const EMPTY: Facts = {
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
  record: facts.record,
};

/**
 * Only the facts that the pictures of some sections show: rows that a scene names, rows that those lean on, and the
 * files that a chart shows whole.
 */
export function factsOf(sections: readonly Section[]): Facts {
  const words = JSON.stringify(sections.map((section) => section.steps.map((step) => step.scene)));
  const named = new Set(words.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g));
  const whole = new Set(sections.flatMap((section) => section.chart.shows ?? []));
  const comparisons = facts.comparisons.filter((row) => named.has(row.id));
  const figures = facts.figures.filter((row) => named.has(row.id));
  for (const id of [
    ...comparisons.flatMap((row) => [row.a, row.b]),
    ...figures.map((row) => row.fact),
    'ctx-mopac-500k',
  ])
    named.add(id);
  return {
    ...EMPTY,
    amounts: facts.amounts.filter(
      (row) => named.has(row.id) || (row.partOf !== null && named.has(row.partOf)),
    ),
    timeline: facts.timeline.filter((row) => whole.has('timeline') || named.has(row.id)),
    stakeholders: facts.stakeholders.filter((row) => whole.has('stakeholders') || named.has(row.id)),
    comparisons,
    figures,
  };
}

/** The inline data of a page, written so that nothing in it can end a script element. */
export function shown(sections: readonly Section[]): string {
  const live: Live = {
    facts: factsOf(sections),
    sections: sections.map((section) => ({
      id: section.id,
      chart: chartName(section.chart),
      height: section.height,
      still: section.steps.indexOf(section.still),
      scenes: section.steps.map((step) => step.scene),
    })),
  };
  return JSON.stringify(live).replace(/[<>&]/g, (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`);
}
