// Rewrites the text of a section's charts from the same model that the charts draw, for any filter.
import { mount } from 'svelte';
import { loadChart } from '$lib/charts/index.ts';
import type { Dataset } from '$lib/data/schema.ts';
import type { Scene, ChartModel } from '$lib/charts/model.ts';
import type { Drawn } from '$lib/story/chart-tabs.ts';
import type { Live } from '$lib/server/page-data.ts';

type Section = Live['sections'][number];

/** A step's scene with the chart that draws it. */
export interface DrawnStep {
  chart: Drawn;
  scene: Scene;
}

/**
 * Loads the charts of a section's steps.
 * @throws RangeError if the registry does not contain a chart
 */
export const drawnSteps = (section: Section): Promise<DrawnStep[]> =>
  Promise.all(
    section.steps.map(async ({ chart, scene }): Promise<DrawnStep> => {
      // `shown` wrote this from a scene of this chart.
      return { chart: await loadChart(chart), scene: scene as Scene };
    }),
  );

/**
 * Finds the titles, descriptions, tables and text alternatives of a section.
 * @param element contains the section's steps and table rows
 * @param record URL of the page that lists every fact under its id
 * @returns a function that rewrites them from a dataset
 */
export function teller(
  section: Section,
  steps: readonly DrawnStep[],
  element: Element,
  record: string,
): (facts: Dataset) => Promise<void> {
  const places = [...element.querySelectorAll('[data-step]')];
  const rows = element.querySelector('[data-rows]');
  let told: { all: ChartModel[] } | null = null;
  return async (facts) => {
    const all = steps.map(({ chart, scene }) => chart.toModel(facts, scene));
    places.forEach((place, index) => {
      const model = all[index];
      if (!model) return;
      const put = (selector: string, text: string): void => {
        const line = place.querySelector(selector);
        if (line) line.textContent = text;
      };
      put('[data-title]', model.title);
      put('[data-subtitle]', model.subtitle);
      put('[data-told]', model.summary);
    });
    if (!rows) return;
    if (told) {
      told.all = all;
      return;
    }
    const { default: Data } = await import('$lib/charts/DataTable.svelte');
    const data = $state({ section: section.id, about: section.about, all, record });
    const open = [...rows.querySelectorAll('details')].map((details) => details.open);
    rows.replaceChildren();
    mount(Data, { target: rows, props: data });
    [...rows.querySelectorAll('details')].forEach((details, index) => (details.open = open[index] ?? false));
    told = data;
  };
}
