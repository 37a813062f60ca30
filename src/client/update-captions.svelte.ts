// The words of a section's pictures on a page: told again from the same model that the pictures draw, through any lens.
import { mount } from 'svelte';
import { loadChart } from '$lib/charts/index.ts';
import type { Dataset } from '$lib/data/schema.ts';
import type { Scene, ChartModel } from '$lib/charts/model.ts';
import type { Drawn } from '$lib/story/chart-tabs.ts';
import type { Live } from '$lib/server/page-data.ts';

type Section = Live['sections'][number];

/** A step with the chart that draws it. */
export interface DrawnStep {
  chart: Drawn;
  scene: Scene;
}

/** The steps of a section with their charts, fetched. @throws RangeError where the registry has no such chart */
export const drawnSteps = (section: Section): Promise<DrawnStep[]> =>
  Promise.all(
    section.steps.map(async ({ chart, scene }): Promise<DrawnStep> => {
      // Written by `shown` from a scene of this very chart.
      return { chart: await loadChart(chart), scene: scene as Scene };
    }),
  );

/**
 * Titles, descriptions, tables and lists of a section.
 * @param element what holds its steps and rows
 * @param record address of the page that has every fact under its id
 * @returns tells them from some facts
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
